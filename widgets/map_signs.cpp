// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_signs.h"

#include <QPainter>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kColors = 4;

MarkerShape shapeOf(int group) {
    return group < 0 ? MarkerShape::Circle : Theme::markerShape((group + group / kColors) % kColors + 1);
}

bool isHollow(int group) {
    return group >= kColors * kColors && group / (kColors * kColors) % 2 == 1;
}

} // namespace

QColor groupColor(const Theme& theme, int group) {
    return group < 0 ? theme.color(Token::Ctl) : theme.branchLine(group % kColors + 1);
}

void paintGroupSign(QPainter& painter, const Theme& theme, const QPointF& place, const GroupSign& sign) {
    const QColor color = groupColor(theme, sign.group);
    const bool hollow = isHollow(sign.group);
    painter.setPen(hollow ? QPen(color, 1.6) : Qt::NoPen);
    painter.setBrush(hollow ? theme.color(Token::Surface) : color);
    const double x = place.x(), y = place.y(), r = sign.size;
    switch (shapeOf(sign.group)) {
    case MarkerShape::Square:
        painter.drawRect(QRectF(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8));
        break;
    case MarkerShape::Triangle:
        painter.drawPolygon(
            QPolygonF{{x, y - r * 1.15}, {x + r * 1.15, y + r * 0.85}, {x - r * 1.15, y + r * 0.85}});
        break;
    case MarkerShape::Diamond:
        painter.drawPolygon(
            QPolygonF{{x, y - r * 1.2}, {x + r * 1.2, y}, {x, y + r * 1.2}, {x - r * 1.2, y}});
        break;
    default:
        painter.drawEllipse(place, r, r);
    }
}

} // namespace neurarium
