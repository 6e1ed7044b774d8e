// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hairline.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

Hairline::Hairline(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Line));
}

} // namespace neurarium
