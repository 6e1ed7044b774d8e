// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_axes.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/chart_scale.h"
#include "widgets/number_text.h"

namespace neurarium {

namespace {

constexpr int kMostYTicks = 5;
constexpr int kMostLogarithmicTicks = 6;
constexpr double kTop = 38;    // room for marks above the plot
constexpr double kBottom = 40; // room for letters and numbers below it
constexpr double kGap = 8;
constexpr double kTickLength = 5;
constexpr double kStepsShown = 50; // the shortest axis, in steps

double shortestAxis(const ChartData& data, ChartUnit unit) {
    const auto stepsPerEpoch = static_cast<double>(std::max<std::int64_t>(1, data.timeline().stepsPerEpoch));
    switch (unit) {
    case ChartUnit::Epochs:
        return std::min(1.0, kStepsShown / stepsPerEpoch);
    case ChartUnit::Steps:
        return kStepsShown;
    case ChartUnit::Seconds:
        break;
    }
    return 1;
}

} // namespace

ChartView ChartAxes::range(const ChartData& data, const ChartOptions& options) {
    if (options.view)
        return *options.view;
    ChartView view;
    view.right = axisEnd(data.lastPlace(options.unit), shortestAxis(data, options.unit));
    if (options.quantity == ChartQuantity::Accuracy)
        return view;
    const ValueSpan span = valueSpan(data, ChartQuantity::Loss);
    double highest = span.highest;
    if (options.guessingLoss && *options.guessingLoss < 2 * highest)
        highest = std::max(highest, *options.guessingLoss);
    if (options.logarithmic) {
        view.bottom = std::floor(2 * std::log10(span.lowestAboveZero)) / 2;
        view.top = std::max(view.bottom + 0.5, std::log10(roundAbove(highest)));
    } else {
        view.top = roundAbove(highest * 1.02);
    }
    return view;
}

void ChartAxes::layOut(ChartStage& stage, double rightMargin) {
    const ChartView view = range(stage.data, stage.options);
    PlotFrame& frame = stage.frame;
    frame.logarithmic = stage.options.logarithmic && stage.options.quantity == ChartQuantity::Loss;
    frame.left = view.left;
    frame.right = std::max(view.right, view.left + 1e-9);
    frame.bottom = view.bottom;
    frame.top = std::max(view.top, view.bottom + 1e-12);
    const double top = stage.header + stage.px(kTop);
    frame.area =
        QRectF(0, top, stage.size.width(), std::max(20.0, stage.size.height() - top - stage.px(kBottom)));
    const QFontMetricsF metrics(stage.font(TextRole::Axis));
    double widest = stage.px(24);
    for (const Tick& tick : yTicks(stage))
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const double left = std::ceil(widest + stage.px(kGap) + stage.px(10));
    const double right = std::max(left + 20, stage.size.width() - std::ceil(rightMargin));
    frame.area.setLeft(left);
    frame.area.setRight(right);
}

ChartAxes::ChartAxes(const ChartStage& stage)
    : m_stage(stage) {}

std::vector<ChartAxes::Tick> ChartAxes::yTicks(const ChartStage& stage) {
    const PlotFrame& frame = stage.frame;
    const double rows = frame.area.height() / stage.px(28);
    const int most = std::clamp(static_cast<int>(rows) + 1, 2, kMostYTicks);
    std::vector<Tick> ticks;
    if (frame.logarithmic) {
        for (const double value :
             logarithmicTicks(frame.bottom, frame.top, std::min(most + 1, kMostLogarithmicTicks)))
            ticks.push_back({frame.yOf(value), tickText(value, value)});
        return ticks;
    }
    const std::vector<double> values =
        stage.options.quantity == ChartQuantity::Accuracy && !stage.options.view && most > 4
            ? std::vector<double>{0, 0.25, 0.5, 0.75, 1}
            : linearTicks(frame.bottom, frame.top, most);
    const double distance = values.size() > 1 ? values[1] - values[0] : values[0];
    for (const double value : values)
        ticks.push_back({frame.yOf(value), stage.options.quantity == ChartQuantity::Accuracy
                                               ? tickText(100 * value, 100 * distance) + QStringLiteral(" %")
                                               : tickText(value, distance)});
    return ticks;
}

std::vector<ChartAxes::Tick> ChartAxes::xTicks() const {
    const PlotFrame& frame = m_stage.frame;
    const int most = std::clamp(static_cast<int>(frame.area.width() / m_stage.px(52)), 2, 12);
    const std::vector<double> values = linearTicks(frame.left, frame.right, most);
    const double distance = values.size() > 1 ? values[1] - values[0] : frame.right;
    std::vector<Tick> ticks;
    for (const double value : values)
        ticks.push_back({frame.xOf(value), tickText(value, distance)});
    return ticks;
}

void ChartAxes::paintBehind(QPainter& painter) const {
    const QRectF& area = m_stage.frame.area;
    painter.setFont(m_stage.font(TextRole::Axis));
    const QFontMetricsF metrics(painter.font());
    for (const Tick& tick : yTicks(m_stage)) {
        const double y = std::round(tick.place) + 0.5;
        painter.setPen(QPen(m_stage.theme.color(Token::Grid), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_stage.theme.color(Token::Text2));
        painter.drawText(QPointF(area.left() - m_stage.px(kGap) - metrics.horizontalAdvance(tick.text),
                                 y + metrics.capHeight() / 2),
                         tick.text);
    }
    painter.drawText(QPointF(m_stage.px(10), area.top() - m_stage.px(12)), quantityWord());
    paintReference(painter);
}

void ChartAxes::paintReference(QPainter& painter) const {
    const bool loss = m_stage.options.quantity == ChartQuantity::Loss;
    const std::optional<double>& guessing =
        loss ? m_stage.options.guessingLoss : m_stage.options.guessingAccuracy;
    const PlotFrame& frame = m_stage.frame;
    if (!guessing || frame.plotted(*guessing) >= frame.top || frame.plotted(*guessing) <= frame.bottom)
        return;
    const double y = std::round(frame.yOf(*guessing)) + 0.5;
    painter.setPen(QPen(m_stage.theme.color(Token::Ctl), 1, Qt::DashLine));
    painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y));
}

void ChartAxes::paintInFront(QPainter& painter) const {
    const QRectF& area = m_stage.frame.area;
    painter.setFont(m_stage.font(TextRole::Axis));
    const QFontMetricsF metrics(painter.font());
    const double y = std::round(area.bottom()) + 0.5;
    const double baseline = y + m_stage.px(15) + metrics.ascent();
    painter.setPen(QPen(m_stage.theme.color(Token::Ctl), 1.5));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QString word = unitWord();
    const double wordLeft = std::max(area.right() + m_stage.px(kGap) - metrics.horizontalAdvance(word),
                                     m_stage.size.width() - m_stage.px(12) - metrics.horizontalAdvance(word));
    for (const Tick& tick : xTicks()) {
        painter.setPen(QPen(m_stage.theme.color(Token::Ctl), 1.5));
        painter.drawLine(QPointF(tick.place, y), QPointF(tick.place, y + m_stage.px(kTickLength)));
        const double half = metrics.horizontalAdvance(tick.text) / 2;
        if (tick.place + half + m_stage.px(kGap) > wordLeft)
            continue;
        painter.setPen(m_stage.theme.color(Token::Text2));
        painter.drawText(QPointF(tick.place - half, baseline), tick.text);
    }
    painter.setPen(m_stage.theme.color(Token::Text2));
    painter.drawText(QPointF(wordLeft, baseline), word);
}

QString ChartAxes::quantityWord() const {
    return m_stage.options.quantity == ChartQuantity::Loss ? tr("loss") : tr("accuracy");
}

QString ChartAxes::unitWord() const {
    switch (m_stage.options.unit) {
    case ChartUnit::Epochs:
        return tr("epoch");
    case ChartUnit::Steps:
        return tr("step");
    case ChartUnit::Seconds:
        break;
    }
    return tr("seconds");
}

} // namespace neurarium
