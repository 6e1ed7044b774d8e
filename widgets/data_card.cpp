// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_card.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/augmentation_knob.h"
#include "widgets/choice_form.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/knob.h"
#include "widgets/option_form.h"
#include "widgets/recipe_words.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kMostKept = 0.9;

/// Whether a source is read from a folder and not from one file.
bool isFolderSource(const std::string& type) {
    return type == "image-folder" || type == "mnist" || type == "cifar10";
}

} // namespace

DataCard::DataCard(QWidget* parent)
    : Card(QStringLiteral("photo"), parent)
    , m_counts(new QWidget)
    , m_countsFlow(new FlowLayout(m_counts, 4))
    , m_lock(new QLabel)
    , m_split(new QLabel)
    , m_source(new ChoiceForm)
    , m_validation(new Knob(
          {.hasSwitch = false, .scale = {.minimum = 0, .maximum = kMostKept, .step = 0.05, .percent = true}}))
    , m_more(new OptionForm)
    , m_augmentation(new AugmentationKnob)
    , m_labels(new Knob({.hasSwitch = true, .hasValue = false})) {
    build();
    m_validation->setState(KnobState::Plain);
    m_validation->setValue(m_recipe.validation);
    m_more->setKind({"data", {booleanOption("shuffle", true), textOption("validation_path", "")}});
    connect(m_source, &ChoiceForm::choiceChanged, this, &DataCard::edited);
    connect(m_source, &ChoiceForm::pathRequested, this, &DataCard::lookFor);
    connect(m_validation, &Knob::valueChanged, this, &DataCard::edited);
    connect(m_more, &OptionForm::optionsChanged, this, &DataCard::edited);
    connect(m_more, &OptionForm::pathRequested, this, &DataCard::lookFor);
    translate();
    recolor();
}

void DataCard::build() {
    auto* splitRow = new QHBoxLayout;
    splitRow->setSpacing(6);
    splitRow->addWidget(m_lock);
    splitRow->addWidget(m_split, 1);
    m_split->setWordWrap(true);
    m_split->setProperty("role", "hint");
    m_lock->hide();
    m_split->hide();
    m_counts->hide();
    content()->addWidget(m_source);
    content()->addWidget(m_counts);
    content()->addLayout(splitRow);
    content()->addWidget(m_validation);
    content()->addWidget(m_more);
    content()->addWidget(m_augmentation);
    content()->addWidget(m_labels);
}

void DataCard::setCatalogue(const RecipeCatalogue& catalogue) {
    m_source->setKinds(catalogue.sources);
}

void DataCard::setRecipe(const Recipe& recipe) {
    m_recipe = recipe;
    if (m_source->choice() != recipe.data)
        m_source->setChoice(recipe.data);
    m_validation->setValue(recipe.validation);
    m_more->setOptions({{"shuffle", recipe.shuffle}, {"validation_path", recipe.validationPath}});
    m_augmentation->setAugmentation(recipe.augment);
    m_validation->setVisible(!m_live && recipe.validationPath.empty());
    m_labels->setOn(false);
    showLabels();
}

void DataCard::writeTo(Recipe& recipe) const {
    recipe.data = m_source->choice();
    recipe.augment = m_augmentation->augmentation();
    recipe.validation = m_validation->value();
    const Options& more = m_more->options();
    if (const auto shuffle = more.find("shuffle"); shuffle != more.end())
        recipe.shuffle = std::get<bool>(shuffle->second);
    if (const auto path = more.find("validation_path"); path != more.end())
        recipe.validationPath = std::get<std::string>(path->second);
}

void DataCard::setClassCounts(const std::vector<ClassCount>& classes) {
    m_classes = classes;
    showCounts();
}

void DataCard::setPictures(bool pictures) {
    m_augmentation->setVisible(pictures);
}

void DataCard::setLive(bool live) {
    m_live = live;
    m_source->setVisible(!live);
    m_more->setVisible(!live);
    m_validation->setVisible(!live && m_recipe.validationPath.empty());
    showLabels();
    showCounts();
}

void DataCard::showLabels() {
    m_labels->setVisible(m_live && m_recipe.mislabel.fraction > 0);
}

void DataCard::showCounts() {
    while (QLayoutItem* item = m_countsFlow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::int64_t training = 0;
    std::int64_t validation = 0;
    for (const ClassCount& count : m_classes) {
        training += count.training;
        validation += count.validation;
        const QString word = m_recipe.data.type == "toy" ? pointWord(count.name) : classWord(count.name);
        auto* label =
            new QLabel(QStringLiteral("%1 <b>%2</b>")
                           .arg(word.toHtmlEscaped(), countText(count.training + count.validation)));
        label->setTextFormat(Qt::RichText);
        label->setProperty("plate", "raised");
        label->setContentsMargins(8, 2, 8, 2);
        m_countsFlow->addWidget(label);
    }
    const bool known = !m_classes.empty();
    m_counts->setVisible(known);
    m_split->setVisible(known);
    m_lock->setVisible(known && m_live);
    m_split->setText(tr("%1 to learn, %2 to check").arg(countText(training), countText(validation)));
    setSummary(known ? tr("%1 samples").arg(countText(training + validation))
                     : kindName(m_source->choice().type));
}

void DataCard::lookFor(const QString& option) {
    const QString title = tr("Choose the data");
    const bool folder = isFolderSource(m_source->choice().type);
    const QString path = folder ? QFileDialog::getExistingDirectory(window(), title)
                                : QFileDialog::getOpenFileName(window(), title);
    if (path.isEmpty())
        return;
    if (option != QLatin1String("validation_path")) {
        m_source->giveOption(option, path.toStdString());
        return;
    }
    Options more = m_more->options();
    more["validation_path"] = path.toStdString();
    m_more->setOptions(more);
    emit edited();
}

void DataCard::translate() {
    setTitle(tr("Data"));
    m_validation->setTitle(tr("Kept for checking"));
    m_source->kindBox()->setAccessibleName(tr("Where the data come from"));
    m_labels->setTitle(tr("Correct the labels"));
    m_labels->setNote(tr("Some labels may be wrong. When on, all are right."));
    showCounts();
}

void DataCard::recolor() {
    m_lock->setPixmap(
        iconPixmap(QStringLiteral("lock"), {Token::Text2, &Theme::of(this)}, 16, devicePixelRatioF()));
}

void DataCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    Card::changeEvent(event);
}

} // namespace neurarium
