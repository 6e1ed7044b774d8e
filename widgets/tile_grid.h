// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "widgets/photo_tile.h"

namespace neurarium {

/// Photographs with answers side by side, as many as fit; one of them may be chosen with mouse or arrow keys.
/// Tiles keep their places while their answers change.
class TileGrid : public QWidget {
    Q_OBJECT

public:
    explicit TileGrid(QWidget* parent = nullptr);

    void setTiles(std::vector<PhotoTile> tiles);
    const std::vector<PhotoTile>& tiles() const { return m_tiles; }
    /// The tiles grow and shrink between these widths, and their number with them.
    void setTileWidths(int least, int most);
    /// At most that many are wanted; 0 for any number.
    void setWanted(int count);
    /// How many tiles the grid has room for.
    int capacity() const;
    double gapBetween() const;
    QRectF placeOf(int tile) const;
    std::optional<int> tileAt(const QPointF& point) const;
    void setChosen(int tile);
    int chosen() const { return m_chosen; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The size changed such that another number of tiles fits.
    void capacityChanged(int capacity);
    void tileChosen(int tile);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Shape {
        int columns = 1;
        int rows = 1;
        double width = 0; ///< of a tile
    };
    Shape bestShape(int least) const;
    void reshape();
    void describe();

    std::vector<PhotoTile> m_tiles;
    int m_least = 64;
    int m_most = 120;
    int m_wanted = 0;
    int m_chosen = -1;
    Shape m_shape;
};

} // namespace neurarium
