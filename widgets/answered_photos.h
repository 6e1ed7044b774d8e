// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QImage>

#include "report/picture.h"
#include "report/predictions.h"
#include "widgets/photo_tile.h"

namespace neurarium {

/// The photographs of the validation set together with the network's answers: what the tiles, the confusion
/// matrix and the photographs of one of its cells are made of.
class AnsweredPhotos {
public:
    void setPictures(std::shared_ptr<const PictureSet> pictures);
    void setPredictions(std::shared_ptr<const Predictions> predictions);

    int count() const;
    /// How many photographs were kept for checking; more than `count` when not all can be shown.
    std::int64_t total() const;
    bool hasAnswers() const { return m_predictions != nullptr; }
    const Predictions* predictions() const { return m_predictions.get(); }
    const std::vector<std::string>& classNames() const;
    QString className(int number) const;
    /// Null when that photograph has no answer yet.
    const Prediction* answer(int photo) const;
    int truth(int photo) const;
    const QImage& image(int photo) const;
    /// The photograph as a tile, in the language of the window.
    PhotoTile tile(int photo) const;
    /// The photographs of one cell of the confusion matrix, the most confident answers first.
    std::vector<int> ofCell(int truth, int said) const;

private:
    std::shared_ptr<const PictureSet> m_pictures;
    std::shared_ptr<const Predictions> m_predictions;
    mutable std::vector<QImage> m_images;
};

} // namespace neurarium
