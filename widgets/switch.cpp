// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/switch.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kWidth = 40;
constexpr int kHeight = 22;
constexpr int kFocusRoom = 5; // a ring of 3 and 2 of air

} // namespace

Switch::Switch(QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const {
    return {kWidth + 2 * kFocusRoom, kHeight + 2 * kFocusRoom};
}

void Switch::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body((width() - kWidth) / 2.0, (height() - kHeight) / 2.0, kWidth, kHeight);
    const double radius = kHeight / 2.0;
    const bool on = isChecked();
    const QColor outline = theme.color(isEnabled() ? (on ? Token::Accent : Token::Ctl) : Token::Line);
    painter.setPen(QPen(outline, 2, isEnabled() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(on && isEnabled() ? outline : theme.color(Token::Surface));
    painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), radius - 1, radius - 1);

    painter.setPen(Qt::NoPen);
    painter.setBrush(on && isEnabled() ? theme.color(Token::OnAccent) : outline);
    const QPointF handle(on ? body.right() - radius : body.left() + radius, body.center().y());
    painter.drawEllipse(handle, radius - 5, radius - 5);

    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.drawRoundedRect(body.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3.5, radius + 3.5);
    }
}

} // namespace neurarium
