// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hairline.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

Hairline::Hairline(QWidget* parent, Qt::Orientation direction)
    : QWidget(parent) {
    if (direction == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Line));
}

} // namespace neurarium
