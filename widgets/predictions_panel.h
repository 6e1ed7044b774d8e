// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/answered_photos.h"
#include "widgets/panel.h"
#include "widgets/tile_pages.h"

namespace neurarium {

class TileGrid;

/// Photographs that were kept for checking, with what the network says about each at this moment.
class PredictionsPanel : public Panel {
    Q_OBJECT

public:
    explicit PredictionsPanel(QWidget* parent = nullptr);

    void setPictures(std::shared_ptr<const PictureSet> pictures);
    void setPredictions(std::shared_ptr<const Predictions> predictions);
    /// Tiles whose answer became right or wrong since then are marked; null compares with nothing.
    /// `slot` is the letter of the slot.
    void setComparison(std::shared_ptr<const Predictions> then, const QString& slot);

    /// Another dozen, and back.
    void nextPage();
    void previousPage();
    void shuffle();

    TileGrid* grid() const { return m_grid; }

signals:
    /// A photograph was chosen: its place in the picture set.
    void photoChosen(int photo);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void refill();
    void showCounts(const std::vector<PhotoTile>& tiles);
    void markChange(PhotoTile& tile, int photo) const;
    void retranslate();
    void recolor();

    AnsweredPhotos m_photos;
    AnsweredPhotos m_then;
    QString m_slot;
    std::vector<int> m_order;
    unsigned m_shuffles = 0;
    TilePages m_pages;
    TileGrid* m_grid;
    QLabel* m_rightIcon;
    QLabel* m_right;
    QLabel* m_wrongIcon;
    QLabel* m_wrong;
    QLabel* m_unsure;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_shuffle;
};

} // namespace neurarium
