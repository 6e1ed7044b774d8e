// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/batch_strip.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/empty_state.h"
#include "widgets/picture_image.h"
#include "widgets/recipe_words.h"
#include "widgets/varied_pictures.h"

namespace neurarium {

BatchStrip::BatchStrip(QWidget* parent)
    : Panel(parent)
    , m_pictures(new VariedPictures) {
    m_originals = addTool(QStringLiteral("compare"), {});
    m_originals->setCheckable(true);
    m_originals->setChecked(true);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(14, 6, 14, 8);
    layout->addWidget(m_pictures);
    setBody(body);
    setEmptyPage(new EmptyState);
    connect(m_originals, &QToolButton::toggled, m_pictures, &VariedPictures::setOriginalsShown);
    retranslate();
    refill();
}

void BatchStrip::setClassNames(const std::vector<std::string>& names) {
    m_names = names;
    refill();
}

void BatchStrip::setBatch(std::shared_ptr<const BatchPictures> batch) {
    m_batch = std::move(batch);
    refill();
}

void BatchStrip::setOriginalsShown(bool shown) {
    m_originals->setChecked(shown);
}

void BatchStrip::refill() {
    setEmpty(!m_batch || m_batch->augmented.empty());
    if (!m_batch) {
        setNote({});
        return;
    }
    std::vector<QImage> varied;
    std::vector<QImage> originals;
    QStringList names;
    for (const Picture& picture : m_batch->augmented)
        varied.push_back(toImage(picture));
    for (const Picture& picture : m_batch->originals)
        originals.push_back(toImage(picture));
    for (const std::int32_t number : m_batch->classes) {
        const auto index = static_cast<std::size_t>(number);
        names << (number >= 0 && index < m_names.size() ? classWord(m_names[index]) : QString());
    }
    m_pictures->setPictures(std::move(varied), std::move(originals), names);
    setNote(
        tr("step %1: %2 photos").arg(countText(m_batch->step), countText(std::ssize(m_batch->augmented))));
}

void BatchStrip::retranslate() {
    setTitle(tr("This batch"));
    setToolText(m_originals, tr("Show each photo as it was before"));
    if (auto* empty = findChild<EmptyState*>()) {
        empty->setIcon(QStringLiteral("photo"));
        empty->setTexts(tr("No batch yet"),
                        tr("While it trains, the photos of the current step stand here."));
    }
}

void BatchStrip::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refill();
    }
}

} // namespace neurarium
