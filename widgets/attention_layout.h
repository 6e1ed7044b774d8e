// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QStringList>

namespace neurarium {

/// A cell of an attention map: who looks, and who is looked at. Both count from 0.
struct AttentionCell {
    int row = 0;
    int column = 0;
    auto operator<=>(const AttentionCell&) const = default;
};

/// The part of a map that is shown: as many tokens along both edges, from these on.
struct AttentionWindow {
    int row = 0;
    int column = 0;
    int count = 0;
    bool operator==(const AttentionWindow&) const = default;
};

/// The tokens of a text as they are written along the edges, and how wide they are.
struct EdgeTexts {
    QStringList texts;
    std::vector<double> widths; ///< pixels
    double scale = 1;           ///< text size

    EdgeTexts() = default;
    EdgeTexts(const QStringList& tokens, double textSize);
};

/// A token written along an edge.
struct EdgeLabel {
    int token = 0;
    QString text;  ///< as much of it as fits
    QPointF place; ///< left: the right end of the base line; top: the left end, from which it may rise
    double width = 0;
};

/// Where the parts of an attention map stand: the table of cells, and the tokens along its left and upper
/// edge. Tokens above the table rise at 45° where they do not fit side by side. Where there are more of them
/// than room, some are left out, never those of the marked cell.
class AttentionLayout {
public:
    struct Wish {
        QRectF area;
        AttentionWindow window;
        std::optional<AttentionCell> marked;
    };

    AttentionLayout() = default;
    AttentionLayout(const EdgeTexts& tokens, const Wish& wish);

    const AttentionWindow& window() const { return m_window; }
    const QRectF& table() const { return m_table; }
    const std::vector<EdgeLabel>& left() const { return m_left; }
    const std::vector<EdgeLabel>& top() const { return m_top; }
    bool topRises() const { return m_rises; }
    /// Of one cell, in pixels.
    QSizeF cellSize() const;
    /// The place of a cell; it may lie outside the table when the cell is outside the window.
    QRectF placeOf(AttentionCell cell) const;
    std::optional<AttentionCell> cellAt(const QPointF& point) const;
    /// The token whose label stands left of the table at this height.
    std::optional<int> rowAt(const QPointF& point) const;
    /// The token whose label stands above the table there.
    std::optional<int> columnAt(const QPointF& point) const;

private:
    void placeTable(const EdgeTexts& tokens, const Wish& wish);
    double tableWidth(const EdgeTexts& tokens, double room) const;
    int placeAlong(double along, double cell) const;
    void placeLeft(const EdgeTexts& tokens, const Wish& wish);
    void placeTop(const EdgeTexts& tokens, const Wish& wish);

    AttentionWindow m_window;
    QRectF m_table;
    std::vector<EdgeLabel> m_left, m_top;
    bool m_rises = false;
    double m_mostTop = 0; ///< how wide a label above the table may be
};

} // namespace neurarium
