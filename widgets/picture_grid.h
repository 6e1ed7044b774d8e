// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/answered_photos.h"
#include "widgets/panel.h"
#include "widgets/tile_pages.h"

class QPushButton;

namespace neurarium {

class TileGrid;

/// The photographs of one cell of the confusion matrix, the most confident answers first.
class PictureGrid : public Panel {
    Q_OBJECT

public:
    explicit PictureGrid(QWidget* parent = nullptr);

    void setPictures(std::shared_ptr<const PictureSet> pictures);
    void setPredictions(std::shared_ptr<const Predictions> predictions);
    void setCell(int truth, int said);
    int truth() const { return m_truth; }
    int said() const { return m_said; }

    TileGrid* grid() const { return m_grid; }

signals:
    /// Back to the confusion matrix.
    void closed();
    void photoChosen(int photo);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refill();
    void retranslate();
    void recolor();

    AnsweredPhotos m_photos;
    int m_truth = 0;
    int m_said = 0;
    std::vector<int> m_shown;
    TilePages m_pages;
    TileGrid* m_grid;
    QPushButton* m_back;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace neurarium
