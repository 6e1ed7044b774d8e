// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/length_chart.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QPainter>

#include "widgets/chart_labels.h"
#include "widgets/chart_scale.h"
#include "widgets/text_scale.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr int kMostTicks = 4;
constexpr double kLeft = 44, kTop = 24, kBottom = 24, kGap = 8, kLine = 18; // pixels at the usual text size
constexpr double kMostNames = 0.5;                                          // of the width

QString nameOf(const LengthLine& line) {
    return lengthText(line.lengths.back().length) + u' ' + line.name;
}

} // namespace

LengthPainter::LengthPainter()
    : m_plot(makePlotView()) {}

LengthPainter::~LengthPainter() = default;

void LengthPainter::setLines(std::vector<LengthLine> lines, const QString& axis, const QString& epochs) {
    m_lines = std::move(lines);
    std::erase_if(m_lines, [](const LengthLine& line) { return line.lengths.empty(); });
    m_axis = axis;
    m_epochs = epochs;
}

PlotFrame LengthPainter::frameOf(const QRectF& box, double scale) const {
    const QFontMetricsF metrics(Theme::font(TextRole::Axis, scale));
    double names = metrics.horizontalAdvance(m_epochs), longest = 0, last = 0;
    for (const LengthLine& line : m_lines) {
        names = std::max(names, metrics.horizontalAdvance(nameOf(line)));
        for (const PastLength& each : line.lengths) {
            longest = std::isfinite(each.length) ? std::max(longest, each.length) : longest;
            last = std::max(last, each.epoch);
        }
    }
    PlotFrame frame;
    const double right = std::min(names + 2 * kGap * scale, box.width() * kMostNames);
    frame.area = box.adjusted(kLeft * scale, kTop * scale, -right, -kBottom * scale);
    frame.right = std::max(1.0, last); // the names stand where the lines end
    frame.top = longest > 0 ? roundAbove(longest) : 1;
    return frame;
}

void LengthPainter::paintAxes(QPainter& painter, const PlotFrame& frame, const Theme& theme) const {
    const double line = painter.fontMetrics().height();
    const std::vector<double> heights = linearTicks(frame.bottom, frame.top, kMostTicks);
    for (const double tick : heights) {
        const double y = frame.yOf(tick);
        painter.setPen(theme.color(Token::Grid));
        painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRectF(frame.area.left() - 60, y - line / 2, 54, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         tickText(tick, heights.size() > 1 ? heights[1] : 1));
    }
    painter.drawText(
        QRectF(frame.area.left() - 40, frame.area.top() - line - 5, frame.area.width() + 40, line),
        Qt::AlignLeft | Qt::AlignVCenter, m_axis);
    const std::vector<double> places = linearTicks(frame.left, frame.right, kMostTicks);
    for (const double tick : places) {
        const double x = frame.xOf(tick);
        if (x <= frame.area.right() + 1)
            painter.drawText(QRectF(x - 30, frame.area.bottom() + 3, 60, line), Qt::AlignHCenter,
                             tickText(tick, places.size() > 1 ? places[1] : 1));
    }
    painter.drawText(
        QPointF(frame.area.right() + 14, frame.area.bottom() + 3 + painter.fontMetrics().ascent()), m_epochs);
    painter.setPen(QPen(theme.color(Token::Ctl), 1));
    painter.drawLine(frame.area.bottomLeft(), frame.area.bottomRight());
}

/// At the lines' ends, spread so that none touches another.
void LengthPainter::paintNames(QPainter& painter, const PlotFrame& frame, const QRectF& names,
                               const Theme& theme) const {
    std::vector<PlacedLabel> labels;
    const QFontMetricsF metrics(painter.font());
    for (const LengthLine& line : m_lines) {
        const double y = frame.yOf(line.lengths.back().length);
        labels.push_back({std::isfinite(y) ? y : frame.area.bottom(), std::max(kLine, metrics.height()),
                          line.ruler.dashes});
    }
    spreadLabels(labels, frame.area.top() - metrics.height() / 2, frame.area.bottom() + metrics.height() / 2);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!labels[i].shown)
            continue;
        const double x = frame.area.right();
        painter.setPen(QPen(theme.color(Token::Ctl), 1));
        painter.drawLine(QPointF(x + 2, labels[i].wanted), QPointF(x + kGap, labels[i].place));
        painter.setPen(theme.color(Token::Text));
        const QRectF place(x + kGap + 3, labels[i].place - metrics.height() / 2, names.right() - x - kGap - 3,
                           metrics.height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fittedText(nameOf(m_lines[i]), metrics, place.width()));
    }
}

void LengthPainter::paint(QPainter& painter, const QRectF& box, const Theme& theme, double scale) {
    const PlotFrame frame = frameOf(box, scale);
    if (m_lines.empty() || frame.area.width() < 20 || frame.area.height() < 20)
        return;
    std::vector<PlotLine> lines;
    std::vector<PlotMarkers> markers;
    for (const LengthLine& line : m_lines) {
        PlotLine drawn{{}, theme.color(Token::Text), 1.8 * scale, rulerDashes(line.ruler)};
        for (const PastLength& each : line.lengths)
            if (std::isfinite(each.length))
                drawn.points << QPointF(each.epoch, frame.plotted(each.length));
        if (!drawn.points.isEmpty())
            markers.push_back({{drawn.points.last()},
                               MarkerShape::Circle,
                               drawn.color,
                               theme.color(Token::Surface),
                               6 * scale});
        lines.push_back(std::move(drawn));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(TextRole::Axis, scale));
    paintAxes(painter, frame, theme);
    m_plot->setFrame(QSizeF(box.right(), box.bottom()), frame);
    m_plot->setContent(lines, markers);
    m_plot->paint(painter);
    paintNames(painter, frame, box, theme);
    painter.restore();
}

LengthChart::LengthChart(QWidget* parent)
    : QWidget(parent) {
    describe();
}

QString LengthChart::axisText(Nearness measure) {
    return measure == Nearness::Cosine ? tr("cosine distance") : tr("distance");
}

QString LengthChart::epochText() {
    return tr("epoch");
}

void LengthChart::setLines(std::vector<LengthLine> lines, Nearness measure) {
    m_measure = measure;
    m_painter.setLines(std::move(lines), axisText(measure), epochText());
    describe();
    update();
}

/// The last lengths in words: screen readers do not see lines.
void LengthChart::describe() {
    setAccessibleName(tr("Lengths over the epochs"));
    QStringList parts;
    for (const LengthLine& line : m_painter.lines())
        parts << nameOf(line);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void LengthChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    if (!m_painter.lines().empty()) {
        m_painter.paint(painter, rect(), theme, textScale(this));
        return;
    }
    painter.setPen(theme.color(Token::Text2));
    painter.setFont(Theme::font(TextRole::Axis, textScale(this)));
    painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     m_kind == MapThings::Words
                         ? tr("Measure two words, and their distance is drawn here over the epochs.")
                         : tr("Measure two pictures, and their distance is drawn here over the epochs."));
}

void LengthChart::setKind(MapThings kind) {
    m_kind = kind;
    update();
}

void LengthChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setLines(m_painter.lines(), m_measure);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace neurarium
