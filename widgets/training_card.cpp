// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/training_card.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/choice_form.h"
#include "widgets/dropout_rates.h"
#include "widgets/icon.h"
#include "widgets/knob.h"
#include "widgets/knob_value.h"
#include "widgets/option_editor.h"
#include "widgets/option_form.h"
#include "widgets/recipe_words.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kMany = 1'000'000;
constexpr double kMostDropout = 0.95;
constexpr double kUsualDropout = 0.25;
constexpr double kUsualRate = 0.001;

const KnobParts kRateParts{.scale = {.minimum = 1e-5, .maximum = 1, .logarithmic = true, .decimals = 4}};
const KnobParts kDropoutParts{
    .hasSwitch = true, .scale = {.minimum = 0, .maximum = kMostDropout, .step = 0.05, .percent = true}};
const KnobParts kBatchParts{.scale = {.minimum = 1, .maximum = 256, .step = 1}};

KindDescription lengthKind() {
    return {"length", {integerOption("epochs", 20, 1, kMany), integerOption("stop_early", 0, 0, kMany)}};
}

KindDescription moreKind() {
    return {"more",
            {numberOption("gradient_clip", 0, 0, kMany), integerOption("checkpoint_every", 0, 0, kMany),
             integerOption("seed", 42, 0, 9007199254740991.0)}};
}

std::int64_t integerOf(const OptionForm& form, const KindDescription& kind, const char* name) {
    return integerValue(kind, form.options(), name);
}

std::optional<std::int64_t> unlessZero(std::int64_t number) {
    return number == 0 ? std::nullopt : std::optional(number);
}

/// Some layer drops out by itself, as long as the knob gives no rate to all of them.
bool hasOwnDropout(const Recipe& recipe) {
    const std::vector<double> rates = dropoutRates(recipe.network);
    return std::any_of(rates.begin(), rates.end(), [](double rate) { return rate > 0; });
}

} // namespace

TrainingCard::TrainingCard(QWidget* parent)
    : Card(QStringLiteral("wave"), parent)
    , m_rate(new Knob(kRateParts))
    , m_dropout(new Knob(kDropoutParts))
    , m_batch(new Knob(kBatchParts))
    , m_length(new OptionForm)
    , m_moreButton(new QPushButton)
    , m_moreBox(new QWidget)
    , m_optimizer(new ChoiceForm)
    , m_schedule(new ChoiceForm)
    , m_loss(new ChoiceForm)
    , m_more(new OptionForm)
    , m_lockedRow(new QWidget)
    , m_lock(new QLabel)
    , m_lockedText(new QLabel) {
    build();
    connectKnobs();
    setLive(false);
    translate();
    recolor();
}

void TrainingCard::build() {
    m_length->setKind(lengthKind());
    m_more->setKind(moreKind());
    auto* more = new QVBoxLayout(m_moreBox);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(10);
    for (QWidget* part : {static_cast<QWidget*>(m_optimizer), static_cast<QWidget*>(m_schedule),
                          static_cast<QWidget*>(m_loss), static_cast<QWidget*>(m_more)})
        more->addWidget(part);
    m_moreBox->hide();
    m_moreButton->setProperty("link", true);
    m_moreButton->setCheckable(true);

    auto* locked = new QHBoxLayout(m_lockedRow);
    locked->setContentsMargins(0, 0, 0, 0);
    locked->setSpacing(6);
    locked->addWidget(m_lock);
    locked->addWidget(m_lockedText, 1);
    m_lockedText->setWordWrap(true);
    for (QWidget* part : {static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_dropout),
                          static_cast<QWidget*>(m_batch), static_cast<QWidget*>(m_length)})
        content()->addWidget(part);
    content()->addWidget(m_moreButton, 0, Qt::AlignLeft);
    content()->addWidget(m_moreBox);
    content()->addWidget(m_lockedRow);
}

void TrainingCard::connectKnobs() {
    connect(m_moreButton, &QPushButton::toggled, this, [this](bool open) {
        m_moreBox->setVisible(open && !m_live);
        translate();
    });
    connect(m_rate, &Knob::valueChanged, this, [this](double rate) {
        if (m_live)
            emit learningRateChanged(rate);
        else
            m_optimizer->giveOption(QStringLiteral("lr"), rate);
    });
    connect(m_dropout, &Knob::valueChanged, this, [this](double rate) {
        m_dropoutRate = rate;
        m_rates.assign(1, rate);
        changeDropout();
    });
    connect(m_dropout, &Knob::switched, this, &TrainingCard::changeDropout);
    connect(m_batch, &Knob::valueChanged, this, [this](double size) {
        if (m_live)
            emit batchSizeChanged(static_cast<qint64>(size));
        else
            emit edited();
    });
    connect(m_length, &OptionForm::optionsChanged, this, [this] {
        if (m_live)
            emit epochsChanged(integerOf(*m_length, lengthKind(), "epochs"));
        else
            emit edited();
    });
    connect(m_more, &OptionForm::optionsChanged, this, &TrainingCard::edited);
    for (ChoiceForm* form : {m_optimizer, m_schedule, m_loss})
        connect(form, &ChoiceForm::choiceChanged, this, &TrainingCard::edited);
    for (Knob* knob : {m_rate, m_dropout, m_batch})
        connect(knob, &Knob::undoRequested, this, &TrainingCard::undoRequested);
}

void TrainingCard::changeDropout() {
    if (m_live) {
        if (m_dropout->isOn() && !m_dropoutRate && !hasOwnDropout(m_recipe)) // the layers' own rates are 0
            m_dropoutRate = m_dropout->value();
        emit dropoutChanged(m_dropoutRate, m_dropout->isOn());
        return;
    }
    m_dropoutMoved = true;
    emit edited();
}

void TrainingCard::setCatalogue(const RecipeCatalogue& catalogue) {
    m_catalogue = catalogue;
    m_optimizer->setKinds(catalogue.optimizers, {QStringLiteral("lr")});
    m_schedule->setKinds(catalogue.schedules);
    m_loss->setKinds(catalogue.losses);
}

void TrainingCard::setRecipe(const Recipe& recipe) {
    m_recipe = recipe;
    const auto show = [](ChoiceForm* form, const Choice& choice) {
        if (form->choice() != choice)
            form->setChoice(choice);
    };
    show(m_optimizer, recipe.optimizer);
    show(m_schedule, recipe.schedule);
    show(m_loss, recipe.loss);
    const KindDescription* kind = findKind(m_catalogue.optimizers, recipe.optimizer.type);
    const bool described = kind != nullptr && kind->option("lr") != nullptr;
    m_rate->setValue(described ? numberValue(*kind, recipe.optimizer.options, "lr") : kUsualRate);
    m_batch->setValue(static_cast<double>(recipe.batchSize));
    m_length->setOptions({{"epochs", recipe.epochs}, {"stop_early", recipe.patience.value_or(0)}});
    m_more->setOptions({{"gradient_clip", recipe.gradientClip},
                        {"checkpoint_every", recipe.checkpointEvery.value_or(0)},
                        {"seed", static_cast<std::int64_t>(recipe.seed)}});

    const std::vector<double> rates = dropoutRates(recipe.network);
    const bool on = hasOwnDropout(recipe);
    if (on)
        m_rates = rates;
    m_dropout->setVisible(!rates.empty());
    if (!m_live) {
        m_dropout->setOn(on);
        m_dropout->setValue(m_rates.empty() ? kUsualDropout
                                            : *std::max_element(m_rates.begin(), m_rates.end()));
    }
    showLocked();
}

void TrainingCard::writeTo(Recipe& recipe) {
    if (m_dropoutMoved) {
        const std::vector<double> kept = m_rates.empty() ? std::vector{kUsualDropout} : m_rates;
        setDropoutRates(recipe.network, m_dropout->isOn() ? kept : std::vector{0.0});
        m_dropoutMoved = false;
    }
    recipe.optimizer = m_optimizer->choice();
    recipe.schedule = m_schedule->choice();
    recipe.loss = m_loss->choice();
    recipe.batchSize = static_cast<std::int64_t>(m_batch->value());
    recipe.epochs = integerOf(*m_length, lengthKind(), "epochs");
    recipe.patience = unlessZero(integerOf(*m_length, lengthKind(), "stop_early"));
    recipe.checkpointEvery = unlessZero(integerOf(*m_more, moreKind(), "checkpoint_every"));
    recipe.gradientClip = numberValue(moreKind(), m_more->options(), "gradient_clip");
    recipe.seed = static_cast<std::uint64_t>(integerOf(*m_more, moreKind(), "seed"));
}

void TrainingCard::setDropout(std::optional<double> rate, bool on) {
    m_dropoutRate = rate;
    m_dropout->setOn(on && (rate || hasOwnDropout(m_recipe)));
    if (rate)
        m_dropout->setValue(*rate);
}

void TrainingCard::setLearningRate(double rate) {
    m_rate->setValue(rate);
}

void TrainingCard::setBatchSize(std::int64_t size, const QString& waitingNote) {
    m_batch->setValue(static_cast<double>(size));
    m_batch->setNote(waitingNote);
}

void TrainingCard::setLive(bool live) {
    m_live = live;
    m_batch->setState(live ? KnobState::Waiting : KnobState::Plain);
    m_batch->setToolTip(live ? tr("Works from the next epoch on.") : QString());
    m_moreButton->setVisible(!live);
    m_moreBox->setVisible(!live && m_moreButton->isChecked());
    m_lockedRow->setVisible(live);
    m_length->editor("stop_early")->setVisible(!live);
    showLocked();
}

void TrainingCard::showLocked() {
    QStringList words{kindName(m_recipe.optimizer.type), kindName(m_recipe.loss.type)};
    words.removeAll(QString());
    if (m_recipe.patience)
        words << tr("stops after %1 epochs without gain").arg(*m_recipe.patience);
    words << tr("seed %1").arg(m_recipe.seed);
    m_lockedText->setText(words.join(QStringLiteral(", ")));
    setSummary(kindName(m_recipe.optimizer.type));
}

void TrainingCard::translate() {
    setTitle(tr("Training"));
    m_rate->setTitle(tr("Learning rate"));
    m_dropout->setTitle(tr("Dropout"));
    m_batch->setTitle(tr("Samples per step"));
    m_optimizer->setLabel(tr("Optimiser"));
    m_schedule->setLabel(tr("Course of the learning rate"));
    m_loss->setLabel(tr("Loss"));
    m_moreButton->setText(m_moreButton->isChecked() ? tr("Fewer settings") : tr("More settings"));
    showLocked();
}

void TrainingCard::recolor() {
    m_lock->setPixmap(
        iconPixmap(QStringLiteral("lock"), {Token::Text2, &Theme::of(this)}, 16, devicePixelRatioF()));
}

void TrainingCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    Card::changeEvent(event);
}

} // namespace neurarium
