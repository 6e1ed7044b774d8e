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

constexpr int kGuessingRank = 2; // after the names of the branch that is playing

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

std::optional<double> ChartNames::guessing() const {
    const ChartOptions& options = m_stage.options;
    return options.quantity == ChartQuantity::Loss ? options.guessingLoss : options.guessingAccuracy;
}

QString ChartNames::guessingName() const {
    return tr("guessing: %1").arg(valueOf(*guessing()));
}

double ChartNames::rightMargin() const {
    double widest = 0;
    const double example = 0.888;
    const QFontMetricsF metrics(fontOf(true));
    for (const ChartBranch* branch : m_stage.data.branches()) {
        if (branch->steps.empty() && branch->epochs.empty())
            continue;
        for (const bool validation : {true, false}) {
            const QString text = nameOf(*branch, validation) + QLatin1Char(' ') + valueOf(example);
            widest = std::max(widest, metrics.horizontalAdvance(text));
        }
    }
    if (widest == 0)
        return m_stage.px(16);
    if (guessing())
        widest = std::max(widest, QFontMetricsF(fontOf(false)).horizontalAdvance(guessingName()));
    if (several())
        return widest + m_stage.px(kLeader + kEdge);
    const double air = m_stage.options.view ? 0 : kAxisAir * (m_stage.size.width() - widest);
    return std::max(m_stage.px(16), widest + m_stage.px(10 + kEdge) - air);
}

LineName ChartNames::nameOf(const LineEnd& end) const {
    const PlotFrame& frame = m_stage.frame;
    const double heights = frame.area.height() / (frame.top - frame.bottom);
    LineName name;
    name.branch = end.branch->branch.id;
    name.text = nameOf(*end.branch, end.validation) + QLatin1Char(' ') + valueOf(end.value);
    name.bold = end.validation && !end.quiet;
    name.line = m_stage.theme.branchLine(end.branch->number);
    name.words = m_stage.theme.branchText(end.branch->number);
    name.end = {frame.xOf(end.point.x()), frame.area.bottom() - (end.point.y() - frame.bottom) * heights};
    return name;
}

LineName ChartNames::nameOfGuessing() const {
    LineName name;
    name.text = guessingName();
    name.line = m_stage.theme.color(Token::Ctl);
    name.words = m_stage.theme.color(Token::Text2);
    name.end = {m_stage.frame.area.right(), m_stage.frame.yOf(*guessing())};
    return name;
}

std::vector<LineName> ChartNames::names() const {
    const PlotFrame& frame = m_stage.frame;
    std::vector<LineName> names;
    std::vector<int> ranks;
    double last = frame.area.left(); // where the line that goes furthest ends
    for (const LineEnd& end : m_stage.content.ends) {
        names.push_back(nameOf(end));
        ranks.push_back(rankOf(end));
        last = std::max(last, names.back().end.x());
    }
    const bool seen =
        guessing() && frame.plotted(*guessing()) < frame.top && frame.plotted(*guessing()) > frame.bottom;
    if (seen && !names.empty()) {
        names.push_back(nameOfGuessing());
        ranks.push_back(kGuessingRank);
    }
    std::vector<PlacedLabel> labels;
    const double height = QFontMetricsF(fontOf(true)).height();
    for (std::size_t i = 0; i < names.size(); ++i) {
        LineName& name = names[i];
        const double width = QFontMetricsF(fontOf(name.bold)).horizontalAdvance(name.text);
        name.leader = several();
        const double edge = m_stage.size.width() - m_stage.px(kEdge) - width;
        const double left =
            several() ? frame.area.right() + m_stage.px(kLeader) : std::min(last + m_stage.px(10), edge);
        name.place = QRectF(left, 0, width, height);
        labels.push_back({name.end.y(), height, ranks[i]});
    }
    // Names keep away from the words of the marks above, and inside the plot from the letters on the axis.
    const double below = several() ? 0 : m_stage.px(kSlotHalf);
    spreadLabels(labels, frame.area.top() - m_stage.px(4), frame.area.bottom() - below);
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i].place.moveTop(labels[i].place - height / 2);
    for (std::size_t i = names.size(); i-- > 0;)
        if (!labels[i].shown)
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
    return names;
}

void ChartNames::paint(QPainter& painter) const {
    const std::vector<LineName> placed = names();
    for (const LineName& name : placed) // no line of the grid goes through a word
        painter.fillRect(name.place.adjusted(-m_stage.px(3), 0, m_stage.px(3), 0),
                         m_stage.theme.color(Token::Surface));
    for (const LineName& name : placed) {
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
