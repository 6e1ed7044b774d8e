// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/answered_photos.h"
#include "widgets/panel.h"

namespace neurarium {

class ConfusionGrid;

/// Which classes the network takes for which. A cell leads to its photographs.
class ConfusionMatrix : public Panel {
    Q_OBJECT

public:
    explicit ConfusionMatrix(QWidget* parent = nullptr);

    /// Thumbnails and class names come from here.
    void setPictures(std::shared_ptr<const PictureSet> pictures);
    void setPredictions(std::shared_ptr<const Predictions> predictions);

    ConfusionGrid* grid() const { return m_grid; }

signals:
    void cellChosen(int truth, int said);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refill();
    void retranslate();

    AnsweredPhotos m_photos;
    ConfusionGrid* m_grid;
    QLabel* m_hint;
};

} // namespace neurarium
