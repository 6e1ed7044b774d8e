// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace neurarium {

namespace {

constexpr double kCell = 24; // pixels; about the height of a name
constexpr double kGap = 3;   // between sign and name
constexpr double kSign = 2;  // of a point's sign reaches under a name
constexpr std::array<LabelSide, 8> kSides{LabelSide::Right,      LabelSide::Left,       LabelSide::Above,
                                          LabelSide::Below,      LabelSide::AboveRight, LabelSide::AboveLeft,
                                          LabelSide::BelowRight, LabelSide::BelowLeft};

QRectF boxAt(const LabelWish& wish, LabelSide side) {
    const double w = wish.size.width(), h = wish.size.height(), away = wish.radius + kGap;
    const double x = wish.point.x(), y = wish.point.y();
    switch (side) {
    case LabelSide::Right:
        return {x + away, y - h / 2, w, h};
    case LabelSide::Left:
        return {x - away - w, y - h / 2, w, h};
    case LabelSide::Above:
        return {x - w / 2, y - away - h, w, h};
    case LabelSide::Below:
        return {x - w / 2, y + away, w, h};
    case LabelSide::AboveRight:
        return {x + away / 2, y - away / 2 - h, w, h};
    case LabelSide::AboveLeft:
        return {x - away / 2 - w, y - away / 2 - h, w, h};
    case LabelSide::BelowRight:
        return {x + away / 2, y + away / 2, w, h};
    case LabelSide::BelowLeft:
        break;
    }
    return {x - away / 2 - w, y + away / 2, w, h};
}

/// The area cut into cells that know which boxes and points touch them.
class Cells {
public:
    explicit Cells(const QRectF& area)
        : m_area(area)
        , m_columns(std::max(1, static_cast<int>(std::ceil(area.width() / kCell))))
        , m_rows(std::max(1, static_cast<int>(std::ceil(area.height() / kCell))))
        , m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows)) {}

    void add(const QRectF& box) {
        m_boxes.push_back(box);
        eachCell(box, [this](Cell& cell) { cell.boxes.push_back(m_boxes.size() - 1); });
    }

    void add(const QPointF& point) {
        if (m_area.contains(point))
            eachCell(QRectF(point, QSizeF(0, 0)), [&point](Cell& cell) { cell.points.push_back(point); });
    }

    bool isFree(const QRectF& box) {
        bool free = m_area.contains(box);
        if (free)
            eachCell(box, [&](const Cell& cell) {
                for (const std::size_t other : cell.boxes)
                    free = free && !m_boxes[other].intersects(box);
            });
        return free;
    }

    int pointsUnder(const QRectF& name) {
        const QRectF box = name.adjusted(-kSign, -kSign, kSign, kSign);
        int under = 0;
        eachCell(box, [&](const Cell& cell) {
            under += static_cast<int>(std::count_if(cell.points.begin(), cell.points.end(),
                                                    [&](const QPointF& each) { return box.contains(each); }));
        });
        return under;
    }

private:
    struct Cell {
        std::vector<std::size_t> boxes;
        std::vector<QPointF> points;
    };

    template <typename Work>
    void eachCell(const QRectF& box, Work work) {
        const auto column = [this](double x) {
            return std::clamp(static_cast<int>((x - m_area.left()) / kCell), 0, m_columns - 1);
        };
        const auto row = [this](double y) {
            return std::clamp(static_cast<int>((y - m_area.top()) / kCell), 0, m_rows - 1);
        };
        for (int y = row(box.top()); y <= row(box.bottom()); ++y)
            for (int x = column(box.left()); x <= column(box.right()); ++x)
                work(m_cells[static_cast<std::size_t>(y * m_columns + x)]);
    }

    QRectF m_area;
    int m_columns, m_rows;
    std::vector<Cell> m_cells;
    std::vector<QRectF> m_boxes;
};

std::optional<PlacedName> bestPlace(Cells& cells, const LabelWish& wish) {
    std::optional<PlacedName> best;
    int fewest = 0;
    const auto attempt = [&](LabelSide side) {
        const QRectF box = boxAt(wish, side);
        if ((best && fewest == 0) || !cells.isFree(box))
            return;
        const int under = cells.pointsUnder(box);
        if (!best || under < fewest) {
            best = {box, side};
            fewest = under;
        }
    };
    attempt(wish.usual);
    for (const LabelSide side : kSides)
        attempt(side);
    return best;
}

/// The usual place, pushed inside.
PlacedName forcedPlace(const LabelWish& wish, const QRectF& area) {
    QRectF box = boxAt(wish, wish.usual);
    box.moveLeft(std::max(area.left(), std::min(box.left(), area.right() - box.width())));
    box.moveTop(std::max(area.top(), std::min(box.top(), area.bottom() - box.height())));
    return {box, wish.usual};
}

} // namespace

std::vector<std::optional<PlacedName>> placeNames(const std::vector<LabelWish>& wishes,
                                                  const LabelRoom& room) {
    Cells cells(room.area);
    for (const QRectF& box : room.taken)
        cells.add(box);
    for (const QPointF& point : room.points)
        cells.add(point);
    std::vector<std::optional<PlacedName>> places(wishes.size());
    std::size_t placed = 0;
    for (std::size_t i = 0; i < wishes.size() && placed < room.most; ++i) {
        if (!room.area.contains(wishes[i].point))
            continue;
        places[i] = bestPlace(cells, wishes[i]);
        if (!places[i] && wishes[i].mustStand)
            places[i] = forcedPlace(wishes[i], room.area);
        if (!places[i])
            continue;
        cells.add(places[i]->box);
        ++placed;
    }
    return places;
}

} // namespace neurarium
