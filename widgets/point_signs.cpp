// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/point_signs.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

void paintPointSign(QPainter& painter, const Theme& theme, const QPointF& place, const PointSign& sign) {
    // Class 0 lies where the map is neg, class 1 where it is pos; more classes take the branches' colours.
    const QColor color = sign.classNumber == 0   ? theme.color(Token::Neg)
                         : sign.classNumber == 1 ? theme.color(Token::Pos)
                                                 : theme.branchLine(sign.classNumber + 1);
    painter.setPen(QPen(sign.hollow ? color : theme.color(Token::Bg), sign.hollow ? 2 : 1.5));
    painter.setBrush(sign.hollow ? theme.color(Token::Surface) : color);
    const double x = place.x();
    const double y = place.y();
    const double r = sign.size;
    switch (sign.classNumber % 4) {
    case 0:
        painter.drawPolygon(
            QPolygonF{{x, y - r * 1.15}, {x + r * 1.15, y + r * 0.85}, {x - r * 1.15, y + r * 0.85}});
        break;
    case 1:
        painter.drawEllipse(place, r, r);
        break;
    case 2:
        painter.drawRect(QRectF(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8));
        break;
    default:
        painter.drawPolygon(
            QPolygonF{{x, y - r * 1.2}, {x + r * 1.2, y}, {x, y + r * 1.2}, {x - r * 1.2, y}});
    }
}

} // namespace neurarium
