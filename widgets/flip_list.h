// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QImage>
#include <QWidget>

#include "report/comparison.h"
#include "widgets/photo_tile.h"
#include "widgets/tile_pages.h"

class QLabel;
class QListView;
class QStackedWidget;
class QStringListModel;
class QToolButton;

namespace neurarium {

class ElidedLabel;
class TileGrid;

/// Which way an answer flipped.
enum class FlipKind { BecameWrong, BecameRight };

/// The samples whose answers flipped one way, the surest first: pictures as tiles, or numbers where there are
/// none.
class FlipList : public QWidget {
    Q_OBJECT
public:
    explicit FlipList(FlipKind kind, QWidget* parent = nullptr);

    /// `points`: the classes are colours of points.
    void setClasses(const std::vector<std::string>& names, bool points);
    void setComparison(std::shared_ptr<const Comparison> comparison);
    int count() const { return static_cast<int>(flips().size()); }

    TileGrid* grid() const { return m_grid; }
    QListView* list() const { return m_list; }
    QString heading() const;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    const std::vector<Flip>& flips() const;
    PhotoTile tileOf(const Flip& flip) const;
    QString className(std::int32_t number) const;
    QString sentence(const Flip& flip) const;
    void refill();
    void refillTiles();
    void retranslate();
    void recolor();

    FlipKind m_kind;
    std::vector<std::string> m_classes;
    bool m_points = false;
    std::shared_ptr<const Comparison> m_comparison;
    std::map<std::int64_t, std::size_t> m_places; ///< of each sample's picture
    TilePages m_pages;
    QLabel* m_icon;
    ElidedLabel* m_heading;
    QToolButton* m_previous;
    QToolButton* m_next;
    QStackedWidget* m_bodies;
    TileGrid* m_grid;
    QListView* m_list;
    QStringListModel* m_lines;
    QLabel* m_nothing;
};

} // namespace neurarium
