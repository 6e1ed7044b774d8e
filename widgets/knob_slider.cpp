// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/knob_slider.h"

#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kRadius = 8;
constexpr double kMargin = kRadius + 3; // room for the focus ring
constexpr int kHeight = 26;

} // namespace

KnobSlider::KnobSlider(const KnobScale& scale, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , m_scale(scale) {
    setRange(0, scale.lastPosition());
    setSingleStep(1);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize KnobSlider::sizeHint() const {
    return {160, kHeight};
}

QSize KnobSlider::minimumSizeHint() const {
    return {60, kHeight};
}

double KnobSlider::placeOf(int position) const {
    return kMargin + (width() - 2 * kMargin) * position / std::max(1, maximum());
}

void KnobSlider::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const double x = placeOf(value());
    const QColor strong = theme.color(isEnabled() ? Token::Accent : Token::Line);

    painter.setPen(QPen(theme.color(Token::Ctl), 1.5));
    for (const int tick : m_scale.ticks())
        painter.drawLine(QPointF(placeOf(tick), y - 6), QPointF(placeOf(tick), y + 6));
    painter.setPen(QPen(theme.color(isEnabled() ? Token::Ctl : Token::Line), 4, Qt::SolidLine, Qt::RoundCap));
    painter.setOpacity(0.6);
    painter.drawLine(QPointF(x, y), QPointF(width() - kMargin, y));
    painter.setOpacity(1);
    painter.setPen(QPen(strong, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kMargin, y), QPointF(x, y));

    painter.setBrush(theme.color(Token::Surface));
    painter.setPen(QPen(strong, 3));
    painter.drawEllipse(QPointF(x, y), kRadius - 1.5, kRadius - 1.5);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.drawEllipse(QPointF(x, y), kRadius + 1.5, kRadius + 1.5);
    }
}

void KnobSlider::follow(double x) {
    const double share = (x - kMargin) / (width() - 2 * kMargin);
    setSliderPosition(static_cast<int>(std::lround(share * maximum())));
}

void KnobSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    follow(event->position().x());
}

void KnobSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        follow(event->position().x());
}

void KnobSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void KnobSlider::wheelEvent(QWheelEvent* event) {
    // The recipe scrolls under the pointer; a knob must not turn because somebody scrolls.
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace neurarium
