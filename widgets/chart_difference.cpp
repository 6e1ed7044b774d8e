// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_difference.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/chart_line_writer.h"
#include "widgets/chart_scale.h"
#include "widgets/number_text.h"

namespace neurarium {

namespace {

constexpr double kShare = 0.28, kLowest = 64, kHighest = 120; // of the picture's height
constexpr double kGap = 10, kBottom = 12;
constexpr double kSpikes = 0.01; // of the steps at either end do not decide the axis
constexpr double kThick = 2.6, kThin = 1.2, kMarker = 6;

} // namespace

double ChartDifference::heightIn(const QSizeF& size, const ChartOptions& options, double scale) {
    if (!options.difference || !options.twins)
        return 0;
    return std::clamp(kShare * size.height(), kLowest * scale, kHighest * scale);
}

ChartDifference::ChartDifference(const ChartStage& stage, const QSizeF& size)
    : m_stage(stage)
    , m_size(size)
    , m_same(stage.data.branch(stage.options.twins->same))
    , m_other(stage.data.branch(stage.options.twins->other))
    , m_frame(stage.frame) {
    if (m_same && m_other) {
        const double factor = stage.options.smoothing;
        const auto stepsOf = [&](const ChartBranch& branch) -> const StepHistory& {
            return factor > 0 ? stage.data.smoothed(branch.branch.id, factor) : branch.steps;
        };
        if (stage.options.quantity == ChartQuantity::Loss)
            m_steps = stepDifferences(stepsOf(*m_same), stepsOf(*m_other));
        m_epochs = epochDifferences(*m_same, *m_other);
    }
    const double words = QFontMetricsF(stage.font(TextRole::Axis)).height() + stage.px(kGap);
    const double top = stage.size.height() + words;
    m_frame.area.setTop(top);
    m_frame.area.setBottom(std::max(top + 1, size.height() - stage.px(kBottom)));
    m_frame.logarithmic = false;
    chooseAxis();
}

/// Zero is always seen.
void ChartDifference::chooseAxis() {
    std::vector<double> values;
    for (const StepDifference& each : m_steps)
        values.push_back(each.value);
    std::sort(values.begin(), values.end());
    double lowest = 0, highest = 0;
    if (!values.empty()) {
        const auto beyond = static_cast<std::size_t>(kSpikes * static_cast<double>(values.size()));
        lowest = std::min(0.0, values[beyond]);
        highest = std::max(0.0, values[values.size() - 1 - beyond]);
    }
    for (const EpochReport& epoch : m_epochs)
        for (const bool validation : {false, true}) {
            const double value = epochValue(epoch, m_stage.options.quantity, validation).value_or(0);
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    m_frame.top = highest > 0 ? roundAbove(highest) : 0;
    m_frame.bottom = lowest < 0 ? -roundAbove(-lowest) : 0;
    if (m_frame.top == m_frame.bottom) {
        m_frame.top = 1;
        m_frame.bottom = -1;
    }
}

QString ChartDifference::words() const {
    const auto numberOf = [](const ChartBranch* branch) { return branch ? branch->number : 0; };
    return tr("difference: changed (branch %1) − unchanged (branch %2)")
        .arg(numberOf(m_other))
        .arg(numberOf(m_same));
}

QString ChartDifference::valueText(double value) const {
    const bool loss = m_stage.options.quantity == ChartQuantity::Loss;
    const double size = std::abs(value);
    const QString number =
        loss ? tickText(size, size) : tickText(100 * size, 100 * size) + QStringLiteral(" %");
    return value == 0 ? QStringLiteral("0")
                      : (value > 0 ? QStringLiteral("+") : QStringLiteral("−")) + number;
}

void ChartDifference::paintAxis(QPainter& painter) const {
    const QRectF& area = m_frame.area;
    painter.setFont(m_stage.font(TextRole::Axis));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(m_stage.theme.color(Token::Text));
    const double room = m_size.width() - m_stage.px(20);
    painter.drawText(QPointF(m_stage.px(10), m_stage.size.height() + metrics.ascent()),
                     metrics.elidedText(words(), Qt::ElideRight, room));
    const double zero = m_frame.yOf(0);
    for (const double value : {m_frame.top, 0.0, m_frame.bottom}) {
        const double y = std::round(m_frame.yOf(value)) + 0.5;
        if (value != 0 && std::abs(y - zero) < metrics.height())
            continue;
        painter.setPen(
            QPen(m_stage.theme.color(value == 0 ? Token::Ctl : Token::Grid), value == 0 ? 1.5 : 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const QString text = valueText(value);
        painter.setPen(m_stage.theme.color(Token::Text2));
        const double left = std::max(0.0, area.left() - m_stage.px(8) - metrics.horizontalAdvance(text));
        painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text);
    }
}

PlotLine ChartDifference::trainingLine() const {
    ChartLineWriter writer(m_frame);
    const ChartUnit unit = m_stage.options.unit;
    for (const StepDifference& each : m_steps)
        writer.add(m_other->at(static_cast<double>(each.step), unit), each.value);
    if (m_stage.options.quantity == ChartQuantity::Accuracy)
        for (const EpochReport& epoch : m_epochs)
            if (const auto value = epochValue(epoch, ChartQuantity::Accuracy, false))
                writer.add(m_other->at(static_cast<double>(epoch.step), unit), *value);
    return {writer.take(), m_stage.theme.branchLine(m_other->number), kThin};
}

PlotLine ChartDifference::validationLine(QList<QPointF>& places) const {
    ChartLineWriter writer(m_frame);
    // They begin as one network.
    const double fork = static_cast<double>(m_other->branch.forkStep + m_other->offset);
    if (!m_epochs.empty())
        writer.add(m_other->at(fork, m_stage.options.unit), 0);
    for (const EpochReport& epoch : m_epochs) {
        const auto value = epochValue(epoch, m_stage.options.quantity, true);
        if (!value)
            continue;
        const double x = m_other->at(static_cast<double>(epoch.step), m_stage.options.unit);
        writer.add(x, *value);
        if (x >= m_frame.left && x <= m_frame.right)
            places.append({x, m_frame.plotted(*value)});
    }
    return {writer.take(), m_stage.theme.branchLine(m_other->number), kThick};
}

void ChartDifference::paint(QPainter& painter, PlotView& plot) const {
    paintAxis(painter);
    if (!m_same || !m_other)
        return;
    PlotMarkers markers;
    const PlotLine validation = validationLine(markers.points);
    markers.shape = Theme::markerShape(m_other->number);
    markers.line = m_stage.theme.branchLine(m_other->number);
    markers.fill = m_stage.theme.color(Token::Surface);
    markers.size = kMarker;
    plot.setFrame(m_size, m_frame);
    plot.setContent({trainingLine(), validation}, {markers});
    plot.paint(painter);
}

} // namespace neurarium
