// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QPainter;

namespace neurarium {

class Theme;

/// How one point of a class is drawn.
struct PointSign {
    int classNumber = 0;
    double size = 5; ///< half its width
    bool hollow = false;
};

/// Paints the sign of a class: colour and shape, so that neither is needed alone.
void paintPointSign(QPainter& painter, const Theme& theme, const QPointF& place, const PointSign& sign);

} // namespace neurarium
