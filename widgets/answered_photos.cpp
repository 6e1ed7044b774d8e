// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/answered_photos.h"

#include <algorithm>

#include <QCoreApplication>

#include "widgets/number_text.h"
#include "widgets/picture_image.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

struct TileWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TileWords)
};

} // namespace

void AnsweredPhotos::setPictures(std::shared_ptr<const PictureSet> pictures) {
    m_pictures = std::move(pictures);
    m_images.assign(m_pictures ? m_pictures->pictures.size() : 0, QImage());
}

void AnsweredPhotos::setPredictions(std::shared_ptr<const Predictions> predictions) {
    m_predictions = std::move(predictions);
}

int AnsweredPhotos::count() const {
    return static_cast<int>(m_images.size());
}

std::int64_t AnsweredPhotos::total() const {
    const std::int64_t answered = m_predictions ? std::ssize(m_predictions->truth) : 0;
    return std::max<std::int64_t>(answered, count());
}

const std::vector<std::string>& AnsweredPhotos::classNames() const {
    static const std::vector<std::string> none;
    return m_pictures ? m_pictures->classNames : none;
}

QString AnsweredPhotos::className(int number) const {
    const auto index = static_cast<std::size_t>(number);
    return number >= 0 && index < classNames().size() ? classWord(classNames()[index])
                                                      : QString::number(number);
}

const Prediction* AnsweredPhotos::answer(int photo) const {
    const auto index = static_cast<std::size_t>(photo);
    if (!m_predictions || !m_pictures || index >= m_pictures->samples.size())
        return nullptr;
    const auto sample = static_cast<std::size_t>(m_pictures->samples[index]);
    return sample < m_predictions->answers.size() ? &m_predictions->answers[sample] : nullptr;
}

int AnsweredPhotos::truth(int photo) const {
    const auto index = static_cast<std::size_t>(photo);
    return m_pictures && index < m_pictures->classes.size() ? m_pictures->classes[index] : -1;
}

const QImage& AnsweredPhotos::image(int photo) const {
    QImage& image = m_images[static_cast<std::size_t>(photo)];
    if (image.isNull())
        image = toImage(m_pictures->pictures[static_cast<std::size_t>(photo)]);
    return image;
}

PhotoTile AnsweredPhotos::tile(int photo) const {
    PhotoTile tile;
    tile.picture = image(photo);
    const Prediction* said = answer(photo);
    if (said == nullptr)
        return tile;
    const double confidence = static_cast<double>(said->confidence);
    tile.state = tileState(said->predicted == truth(photo), confidence);
    tile.confidence = percentText(confidence);
    tile.answer = className(said->predicted);
    if (tile.state == TileState::Unsure) {
        tile.truth = TileWords::tr("%1? %2").arg(tile.answer, tile.confidence);
        tile.answer = TileWords::tr("not sure");
        tile.confidence.clear();
    } else if (tile.state == TileState::Wrong) {
        tile.truth = TileWords::tr("it is: %1").arg(className(truth(photo)));
    }
    return tile;
}

std::vector<int> AnsweredPhotos::ofCell(int truthClass, int said) const {
    std::vector<int> photos;
    for (int photo = 0; photo < count(); ++photo) {
        const Prediction* given = answer(photo);
        if (given != nullptr && truth(photo) == truthClass && given->predicted == said)
            photos.push_back(photo);
    }
    std::stable_sort(photos.begin(), photos.end(),
                     [this](int a, int b) { return answer(a)->confidence > answer(b)->confidence; });
    return photos;
}

} // namespace neurarium
