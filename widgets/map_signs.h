// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace neurarium {

class Theme;

/// Groups of words are told apart by colour and shape together: the first four take the branches' colours and
/// shapes, the next twelve the other pairs of them. Numbers below 0 belong to no group.
QColor groupColor(const Theme& theme, int group);

/// How the point of one thing is drawn.
struct GroupSign {
    int group = 0;
    double size = 5; ///< half its width
};
void paintGroupSign(QPainter& painter, const Theme& theme, const QPointF& place, const GroupSign& sign);

} // namespace neurarium
