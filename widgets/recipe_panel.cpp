// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recipe_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/augmentation_knob.h"
#include "widgets/data_card.h"
#include "widgets/hairline.h"
#include "widgets/icon.h"
#include "widgets/network_card.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/training_card.h"

namespace neurarium {

namespace {

constexpr int kWidth = 268;

} // namespace

RecipePanel::RecipePanel(QWidget* parent)
    : QScrollArea(parent)
    , m_title(new QLabel)
    , m_bolt(new QLabel)
    , m_hint(new QLabel)
    , m_data(new DataCard)
    , m_network(new NetworkCard)
    , m_training(new TrainingCard) {
    build();
    connectCards();
    translate();
    recolor();
}

void RecipePanel::build() {
    auto* inside = new QWidget;
    inside->setProperty("plate", "surface");
    inside->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 10, 14, 10);
    head->setSpacing(4);
    m_title->setProperty("role", "title");
    m_hint->setProperty("role", "hint");
    m_hint->setWordWrap(true);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_bolt);
    head->addWidget(m_hint, 1);
    column->addLayout(head);
    for (Card* card :
         {static_cast<Card*>(m_data), static_cast<Card*>(m_network), static_cast<Card*>(m_training)}) {
        column->addWidget(new Hairline);
        column->addWidget(card);
    }
    column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    fit();
}

void RecipePanel::connectCards() {
    connect(m_data, &DataCard::edited, this, &RecipePanel::gather);
    connect(m_network, &NetworkCard::edited, this, &RecipePanel::gather);
    connect(m_network, &NetworkCard::unlockRequested, this, &RecipePanel::unlockRequested);
    connect(m_training, &TrainingCard::edited, this, &RecipePanel::gather);
    connect(m_training, &TrainingCard::learningRateChanged, this, &RecipePanel::learningRateChanged);
    connect(m_training, &TrainingCard::batchSizeChanged, this, &RecipePanel::batchSizeChanged);
    connect(m_training, &TrainingCard::epochsChanged, this, &RecipePanel::epochsChanged);
    connect(m_training, &TrainingCard::undoRequested, this, &RecipePanel::undoRequested);
    connect(m_training, &TrainingCard::dropoutChanged, this, [this](std::optional<double> rate, bool on) {
        if (m_live)
            emit dropoutChanged(rate, on);
    });
    AugmentationKnob* augmentation = m_data->augmentation();
    connect(augmentation, &Knob::undoRequested, this, &RecipePanel::undoRequested);
    connect(augmentation, &AugmentationKnob::augmentationChanged, this,
            [this](const AugmentationOptions& options) {
                if (m_live)
                    emit augmentationChanged(options);
                else
                    gather();
            });
    connect(m_data->labels(), &Knob::undoRequested, this, &RecipePanel::undoRequested);
    connect(m_data->labels(), &Knob::switched, this, &RecipePanel::labelsCorrected);
    for (Card* card :
         {static_cast<Card*>(m_data), static_cast<Card*>(m_network), static_cast<Card*>(m_training)})
        connect(card, &Card::openChanged, this, [this, card](bool open) {
            if (open && m_compact)
                keepOneOpen(card);
        });
}

void RecipePanel::gather() {
    Recipe recipe = m_recipe;
    m_data->writeTo(recipe);
    m_network->writeTo(recipe);
    m_training->writeTo(recipe);
    if (recipe == m_recipe)
        return;
    setRecipe(recipe);
    emit recipeEdited(m_recipe);
}

void RecipePanel::setCatalogue(const RecipeCatalogue& catalogue) {
    m_data->setCatalogue(catalogue);
    m_network->setCatalogue(catalogue);
    m_training->setCatalogue(catalogue);
    setRecipe(m_recipe);
}

void RecipePanel::setRecipe(const Recipe& recipe) {
    m_recipe = recipe;
    m_data->setRecipe(recipe);
    m_data->setPictures(isPictureSource(recipe.data.type));
    m_network->setRecipe(recipe);
    m_training->setRecipe(recipe);
}

void RecipePanel::setCheck(const RecipeCheck& check) {
    m_network->setCheck(check);
}

void RecipePanel::setClassCounts(const std::vector<ClassCount>& classes) {
    m_data->setClassCounts(classes);
}

void RecipePanel::setLive(bool live) {
    if (m_live == live)
        return;
    m_live = live;
    m_data->setLive(live);
    m_network->setLive(live);
    m_training->setLive(live);
    if (!live)
        setMarks({});
}

void RecipePanel::setCompact(bool compact) {
    m_compact = compact;
    if (compact)
        keepOneOpen(m_training);
    else
        for (Card* card :
             {static_cast<Card*>(m_data), static_cast<Card*>(m_network), static_cast<Card*>(m_training)})
            card->setOpen(true);
}

void RecipePanel::keepOneOpen(Card* opened) {
    for (Card* card :
         {static_cast<Card*>(m_data), static_cast<Card*>(m_network), static_cast<Card*>(m_training)})
        card->setOpen(card == opened);
}

void RecipePanel::setLearningRate(double rate) {
    m_training->setLearningRate(rate);
}

void RecipePanel::setDropout(std::optional<double> rate, bool on) {
    m_training->setDropout(rate, on);
}

void RecipePanel::setAugmentation(const AugmentationOptions& options) {
    m_data->augmentation()->setAugmentation(options);
}

void RecipePanel::setBatchSize(std::int64_t size, const QString& waitingNote) {
    m_training->setBatchSize(size, waitingNote);
}

void RecipePanel::setLabelsCorrected(bool corrected) {
    m_data->labels()->setOn(corrected);
}

Knob* RecipePanel::knobOf(const Change& change) const {
    switch (change.kind) {
    case ChangeKind::Dropout:
        return m_training->dropout();
    case ChangeKind::LearningRate:
        return m_training->learningRate();
    case ChangeKind::Augmentation:
        return m_data->augmentation();
    case ChangeKind::BatchSize:
        return m_training->batchSize();
    case ChangeKind::Labels:
        return m_data->labels();
    default:
        return nullptr;
    }
}

void RecipePanel::setMarks(const std::vector<Mark>& marks) {
    m_marks = marks;
    for (Knob* knob : {m_training->dropout(), m_training->learningRate(), m_training->batchSize(),
                       static_cast<Knob*>(m_data->augmentation()), m_data->labels()})
        knob->setChange(std::nullopt);
    for (const Mark& mark : marks) {
        for (const Change& change : mark.changes) {
            Knob* knob = knobOf(change);
            if (knob == nullptr)
                continue;
            const bool hasSwitch = knob->switchButton() != nullptr;
            const QString words = !hasSwitch     ? tr("since epoch %1")
                                  : knob->isOn() ? tr("on since epoch %1")
                                                 : tr("off since epoch %1");
            knob->setChange(KnobChange{static_cast<int>(mark.number), words.arg(mark.epoch)});
        }
    }
}

void RecipePanel::translate() {
    m_title->setText(tr("Recipe"));
    m_hint->setText(tr("= works while it trains"));
    setAccessibleName(tr("Recipe"));
    setMarks(std::vector<Mark>(m_marks));
}

void RecipePanel::recolor() {
    m_bolt->setPixmap(
        iconPixmap(QStringLiteral("bolt"), {Token::Accent, &Theme::of(this)}, 16, devicePixelRatioF()));
}

/// Large text makes the panel wider by half as much.
void RecipePanel::fit() {
    setMinimumWidth(static_cast<int>(kWidth * (1 + textScale(this)) / 2));
}

void RecipePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    if (event->type() == QEvent::FontChange)
        fit();
    QScrollArea::changeEvent(event);
}

QSize RecipePanel::sizeHint() const {
    return {kWidth, 640};
}

} // namespace neurarium
