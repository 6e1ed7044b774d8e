// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace neurarium {

/// Where a name may stand about its point.
enum class LabelSide { Right, Left, Above, Below, AboveRight, AboveLeft, BelowRight, BelowLeft };

/// A point that wants its name beside it.
struct LabelWish {
    QPointF point;
    QSizeF size;                        ///< of the name
    double radius = 0;                  ///< of the sign at the point
    bool mustStand = false;             ///< even over another name, where there is no free place
    LabelSide usual = LabelSide::Right; ///< tried first; the last place, so that names do not jump
};

struct PlacedName {
    QRectF box;
    LabelSide side = LabelSide::Right;
};

/// Places names so that none overlaps another or one of the `taken` boxes, and all stand inside `area`. What
/// comes first in `wishes` is placed first; of its free places that with the fewest `points` under it is
/// taken. Nothing where there was no room. At most `most` names are placed.
struct LabelRoom {
    QRectF area;
    std::vector<QRectF> taken;
    std::vector<QPointF> points;
    std::size_t most = 1000;
};
std::vector<std::optional<PlacedName>> placeNames(const std::vector<LabelWish>& wishes,
                                                  const LabelRoom& room);

} // namespace neurarium
