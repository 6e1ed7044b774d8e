// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sparkline.h"

#include <algorithm>

#include <QApplication>
#include <QPainter>
#include <QPolygonF>

#include "widgets/theme.h"

namespace neurarium {

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant value = index.data(Qt::UserRole);
    if (!value.canConvert<Sparkline>())
        return;
    constexpr double kAir = 5;
    constexpr double kDot = 3;
    constexpr double kLeast = 16;
    const auto line = value.value<Sparkline>();
    const double number = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * kAir;
    const QRectF box = QRectF(option.rect).adjusted(kAir, kAir, -kAir - number, -kAir);
    const double wide = std::max(line.right - line.left, 1e-9), high = std::max(line.top, 1e-9);
    QPolygonF path;
    for (const QPointF& point : line.points)
        path << QPointF(box.left() + (point.x() - line.left) / wide * box.width(),
                        box.bottom() - std::clamp(point.y() / high, 0.0, 1.0) * box.height());
    if (path.isEmpty() || box.width() < kLeast)
        return;
    const Theme& theme = Theme::of(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(Token::Grid), 1));
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    painter->setPen(QPen(theme.color(Token::Accent), 1.5));
    painter->drawPolyline(path);
    painter->setBrush(theme.color(Token::Accent));
    painter->drawEllipse(path.last(), kDot, kDot);
    painter->restore();
}

} // namespace neurarium
