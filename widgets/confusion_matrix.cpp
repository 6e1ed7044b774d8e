// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/confusion_matrix.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/confusion_grid.h"
#include "widgets/empty_state.h"
#include "widgets/recipe_words.h"

namespace neurarium {

ConfusionMatrix::ConfusionMatrix(QWidget* parent)
    : Panel(parent)
    , m_grid(new ConfusionGrid)
    , m_hint(new QLabel) {
    m_hint->setProperty("role", "hint");
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(14, 2, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_hint);
    setBody(body);
    setEmptyPage(new EmptyState);
    connect(m_grid, &ConfusionGrid::cellChosen, this, &ConfusionMatrix::cellChosen);
    retranslate();
    refill();
}

void ConfusionMatrix::setPictures(std::shared_ptr<const PictureSet> pictures) {
    m_photos.setPictures(std::move(pictures));
    refill();
}

void ConfusionMatrix::setPredictions(std::shared_ptr<const Predictions> predictions) {
    m_photos.setPredictions(std::move(predictions));
    refill();
}

void ConfusionMatrix::refill() {
    constexpr std::size_t kMostThumbnails = 5;
    constexpr int kMostClasses = 6; // cells of larger tables have no room for pictures
    const Predictions* predictions = m_photos.predictions();
    const bool any = predictions != nullptr && !predictions->confusion.empty();
    setEmpty(!any);
    if (!any) {
        setNote({});
        return;
    }
    QStringList names;
    const int count = static_cast<int>(predictions->confusion.size());
    for (int number = 0; number < count; ++number)
        names << m_photos.className(number);
    m_grid->setCounts(predictions->confusion, names);
    setNote(
        tr("%1 of %2 right").arg(countText(predictions->right()), countText(std::ssize(predictions->truth))));
    if (m_grid->classes() > kMostClasses)
        return;
    for (int truth = 0; truth < m_grid->classes(); ++truth)
        for (int said = 0; said < m_grid->classes(); ++said) {
            std::vector<QImage> pictures;
            for (const int photo : m_photos.ofCell(truth, said))
                if (pictures.size() < kMostThumbnails)
                    pictures.push_back(m_photos.image(photo));
            m_grid->setThumbnails({truth, said}, std::move(pictures));
        }
}

void ConfusionMatrix::retranslate() {
    setTitle(tr("Confusion matrix"));
    m_hint->setText(tr("Click a number to see those photos."));
    if (auto* empty = findChild<EmptyState*>()) {
        empty->setIcon(QStringLiteral("table"));
        empty->setTexts(tr("Nothing has been compared yet"),
                        tr("After the first epoch it stands here which classes are taken for which."));
    }
}

void ConfusionMatrix::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refill();
    }
}

} // namespace neurarium
