// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_names.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/chart_labels.h"
#include "widgets/number_text.h"

namespace neurarium {

namespace {

constexpr double kRoomForWords = 560; // from here on names are written out
constexpr double kLeader = 22;
constexpr double kEdge = 4;
constexpr double kSlotHalf = 13;
constexpr double kAxisAir = 0.09; // of the axis lies right of the last value at least

int rankOf(const LineEnd& end) {
    constexpr int kQuiet = 1000, kQuietTraining = 1000;
    if (!end.quiet)
        return end.validation ? 0 : 1;
    return kQuiet + end.branch->number + (end.validation ? 0 : kQuietTraining);
}

} // namespace

ChartNames::ChartNames(const ChartStage& stage)
    : m_stage(stage) {}

QFont ChartNames::fontOf(bool bold) const {
    return bold ? Theme::boldFont(TextRole::Axis, m_stage.scale) : m_stage.font(TextRole::Axis);
}

QString ChartNames::nameOf(const ChartBranch& branch, bool validation) const {
    if (!several())
        return validation ? tr("validation") : tr("training");
    const QString number = QString::number(branch.number);
    if (m_stage.size.width() >= m_stage.px(kRoomForWords))
        return validation ? tr("branch %1 validation").arg(number) : tr("branch %1 training").arg(number);
    return validation ? tr("%1 valid.").arg(number) : tr("%1 train").arg(number);
}

QString ChartNames::valueOf(double value) const {
    return m_stage.options.quantity == ChartQuantity::Loss ? lossText(value) : percentText(value, 1);
}

double ChartNames::rightMargin() const {
    double widest = 0;
    const double example = 0.888;
    for (const ChartBranch* branch : m_stage.data.branches()) {
        if (branch->steps.empty() && branch->epochs.empty())
            continue;
        for (const bool validation : {true, false}) {
            const QString text = nameOf(*branch, validation) + QLatin1Char(' ') + valueOf(example);
            widest = std::max(widest, QFontMetricsF(fontOf(true)).horizontalAdvance(text));
        }
    }
    if (widest == 0)
        return m_stage.px(16);
    if (several())
        return widest + m_stage.px(kLeader + kEdge);
    const double air = m_stage.options.view ? 0 : kAxisAir * (m_stage.size.width() - widest);
    return std::max(m_stage.px(16), widest + m_stage.px(10 + kEdge) - air);
}

std::vector<LineName> ChartNames::names() const {
    const PlotFrame& frame = m_stage.frame;
    const QFontMetricsF metrics(fontOf(true));
    std::vector<LineName> names;
    std::vector<PlacedLabel> labels;
    const double heights = frame.area.height() / (frame.top - frame.bottom);
    double last = frame.area.left(); // where the line that goes furthest ends
    for (const LineEnd& end : m_stage.content.ends)
        last = std::max(last, frame.xOf(end.point.x()));
    for (const LineEnd& end : m_stage.content.ends) {
        LineName name;
        name.branch = end.branch->branch.id;
        name.text = nameOf(*end.branch, end.validation) + QLatin1Char(' ') + valueOf(end.value);
        name.bold = end.validation && !end.quiet;
        name.line = m_stage.theme.branchLine(end.branch->number);
        name.words = m_stage.theme.branchText(end.branch->number);
        name.end = {frame.xOf(end.point.x()), frame.area.bottom() - (end.point.y() - frame.bottom) * heights};
        const double width = QFontMetricsF(fontOf(name.bold)).horizontalAdvance(name.text);
        name.leader = several();
        const double edge = m_stage.size.width() - m_stage.px(kEdge) - width;
        const double left = several() ? frame.area.right() + m_stage.px(kLeader)
                                      : std::min(last + m_stage.px(10), edge);
        name.place = QRectF(left, 0, width, metrics.height());
        labels.push_back({name.end.y(), metrics.height(), rankOf(end)});
        names.push_back(name);
    }
    // Names keep away from the words of the marks above, and inside the plot from the letters on the axis.
    const double below = several() ? 0 : m_stage.px(kSlotHalf);
    spreadLabels(labels, frame.area.top() - m_stage.px(4), frame.area.bottom() - below);
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i].place.moveTop(labels[i].place - metrics.height() / 2);
    for (std::size_t i = names.size(); i-- > 0;)
        if (!labels[i].shown)
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
    return names;
}

void ChartNames::paint(QPainter& painter) const {
    for (const LineName& name : names()) {
        if (name.leader) {
            painter.setPen(QPen(name.line, 1));
            const QPointF to(name.place.left() - m_stage.px(4), name.place.center().y());
            painter.drawLine(QPointF(name.end.x() + m_stage.px(6), name.end.y()), to);
        }
        painter.setFont(fontOf(name.bold));
        painter.setPen(name.words);
        painter.drawText(
            QPointF(name.place.left(), name.place.top() + QFontMetricsF(painter.font()).ascent()), name.text);
    }
}

} // namespace neurarium
