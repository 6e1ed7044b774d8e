// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_legend.h"

#include <cmath>

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kSample = 26; // width of a line sample
constexpr double kGap = 8;
constexpr double kBetween = 22;
constexpr double kHeight = 32;
constexpr double kWidest = 1e6;

/// A pen moving to the right; it knows how much room is left.
struct LegendWriter {
    QPainter* painter;
    const Theme& theme;
    double scale;
    QRectF place;
    double x = 0; ///< from the left of `place`
    bool full = false;

    void write(const QString& text, TextRole role, Token token) {
        const QFont font = Theme::font(role, scale);
        const QFontMetricsF metrics(font);
        const double width = metrics.horizontalAdvance(text);
        if (painter && !full) {
            const double room = place.width() - x;
            const QString shown = width <= room ? text : metrics.elidedText(text, Qt::ElideRight, room);
            painter->setFont(font);
            painter->setPen(theme.color(token));
            painter->drawText(QPointF(place.left() + x, place.center().y() + metrics.capHeight() / 2), shown);
            full = width > room;
        }
        x += width;
    }

    /// An entry whose word would be cut is left out as a whole.
    void keepRoomFor(const QString& word) {
        const double wide = QFontMetricsF(Theme::font(TextRole::Axis, scale)).horizontalAdvance(word);
        full = full || x + (kSample + kGap) * scale + wide > place.width();
    }

    void sample(bool thick, const QColor& color, MarkerShape shape) {
        const double width = kSample * scale;
        if (painter && !full && x + 2 * width < place.width()) {
            const QPointF left(place.left() + x, std::round(place.center().y()));
            thick ? thickSample(left, width, color, shape) : thinSample(left, width, color);
        } else {
            full = true;
        }
        x += width + kGap * scale;
    }

    void thickSample(const QPointF& left, double width, const QColor& color, MarkerShape shape) const {
        painter->setPen(QPen(color, 2.6, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(left, left + QPointF(width, 0));
        painter->setPen(QPen(color, 2));
        painter->setBrush(theme.color(Token::Surface));
        const QRectF sign(left.x() + width / 2 - 4, left.y() - 4, 8, 8);
        if (shape == MarkerShape::Square)
            painter->drawRect(sign);
        else if (shape == MarkerShape::Triangle)
            painter->drawPolygon(
                QPolygonF({sign.bottomLeft(), sign.bottomRight(), {sign.center().x(), sign.top()}}));
        else
            painter->drawEllipse(sign);
        painter->setBrush(Qt::NoBrush);
    }

    void thinSample(const QPointF& left, double width, const QColor& color) const {
        QPolygonF wave;
        constexpr int kTeeth = 8;
        for (int i = 0; i <= kTeeth; ++i)
            wave.append(left + QPointF(width * i / kTeeth, i == 0 || i == kTeeth ? 0
                                                           : i % 2 == 1          ? -3.5
                                                                                 : 3.5));
        painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(wave);
    }
};

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setContent(const LegendContent& content) {
    if (content == m_content)
        return;
    const QSize before = sizeHint();
    m_content = content;
    if (sizeHint() != before)
        updateGeometry();
    update();
}

double ChartLegend::paint(QPainter* painter, const LegendContent& content, const LegendPlace& place) {
    const auto& [theme, scale, area] = place;
    const bool noted = !content.options.validationNote.isEmpty() || !content.options.trainingNote.isEmpty();
    if (painter && noted && paint(nullptr, content, place) > area.width()) {
        LegendContent brief = content;
        brief.options.validationNote.clear();
        brief.options.trainingNote.clear();
        return paint(painter, brief, place);
    }
    const bool one = content.branch > 0;
    const QColor color = one ? theme.branchLine(content.branch) : theme.color(Token::Text);
    const MarkerShape shape = one ? Theme::markerShape(content.branch) : MarkerShape::Circle;
    const auto words = [](const QString& word, const QString& note) {
        return note.isEmpty() ? word : word + QStringLiteral(": ") + note;
    };
    LegendWriter writer{painter, theme, scale, area};
    const QString validation = words(tr("validation"), content.options.validationNote);
    const QString training = words(tr("training"), content.options.trainingNote);
    writer.write(content.title, TextRole::PanelTitle, Token::Text);
    writer.x += kBetween * scale;
    writer.keepRoomFor(validation);
    writer.sample(true, color, shape);
    writer.write(validation, TextRole::Axis, Token::Text);
    writer.x += kBetween * scale;
    writer.keepRoomFor(training);
    writer.sample(false, color, shape);
    writer.write(training, TextRole::Axis, Token::Text);
    if (content.options.smoothing > 0 && content.options.quantity == ChartQuantity::Loss)
        writer.write(QStringLiteral(", ") + tr("smoothed %1").arg(content.options.smoothing), TextRole::Axis,
                     Token::Text2);
    return writer.x;
}

QSize ChartLegend::sizeHint() const {
    const double scale = textScale(this);
    const double width = paint(nullptr, m_content, {Theme::of(this), scale, QRectF(0, 0, kWidest, 1)});
    return {static_cast<int>(std::ceil(width)), static_cast<int>(kHeight * scale)};
}

QSize ChartLegend::minimumSizeHint() const {
    return {static_cast<int>(kHeight), static_cast<int>(kHeight * textScale(this))};
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(&painter, m_content, {Theme::of(this), textScale(this), rect()});
}

void ChartLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace neurarium
