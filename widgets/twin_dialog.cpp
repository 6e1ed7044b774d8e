// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/twin_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/option_editor.h"
#include "widgets/recipe_words.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

enum Unit { Epochs, Steps };

constexpr int kWidth = 440;
constexpr int kMost = 100'000;
constexpr int kUsualEpochs = 2;
constexpr int kUsualSteps = 100;
constexpr std::int64_t kLongEpoch = 200; ///< steps

QLabel* hint(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("role", "hint");
    label->setWordWrap(true);
    return label;
}

QString valueText(const TwinOption& thing) {
    if (const auto* on = std::get_if<bool>(&thing.before))
        return *on ? TwinDialog::tr("on") : TwinDialog::tr("off");
    const QString text = optionText(thing.before);
    return thing.option.kind == OptionKind::Choice ? choiceName(text.toStdString()) : text;
}

} // namespace

TwinDialog::TwinDialog(const TwinPlace& place, const std::vector<TwinOption>& options, QWidget* parent)
    : QDialog(parent)
    , m_place(place)
    , m_options(options)
    , m_things(new QComboBox(this))
    , m_editorPlace(new QVBoxLayout)
    , m_before(hint(this))
    , m_length(new QSpinBox(this))
    , m_unit(new SegmentedControl(this))
    , m_total(hint(this))
    , m_reason(hint(this)) {
    build();
    for (const TwinOption& thing : m_options)
        m_things->addItem(thing.name);
    connect(m_things, &QComboBox::currentIndexChanged, this, &TwinDialog::chooseThing);
    connect(m_unit, &SegmentedControl::chosenChanged, this, &TwinDialog::chooseUnit);
    connect(m_length, &QSpinBox::valueChanged, this, &TwinDialog::showState);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    m_unit->setChosen(m_place.stepsPerEpoch > kLongEpoch ? Steps : Epochs);
    chooseUnit();
    chooseThing();
}

void TwinDialog::build() {
    setWindowTitle(tr("Try one change"));
    auto* title = new QLabel(tr("Try one change"), this);
    title->setProperty("role", "title");
    auto* words = hint(this);
    words->setText(wholeWords(
        tr("Training goes on twice from %1, with the same samples and the same random numbers: once as it "
           "was, and once with one change. Both become branches; where you stand stays as it is.")
            .arg(m_place.words)));
    m_things->setAccessibleName(tr("What is changed"));
    QLayout* length = buildLength();
    auto* cancel = new QPushButton(tr("Cancel"), this); // keys come to it after the length
    m_start = new QPushButton(tr("Start both"), this);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_things);
    column->addLayout(m_editorPlace);
    column->addWidget(m_before);
    column->addLayout(length);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(static_cast<int>(kWidth * textScale(this)));
}

QLayout* TwinDialog::buildLength() {
    m_length->setRange(1, kMost);
    m_length->setAccessibleName(tr("How long"));
    m_unit->setSegments({tr("Epochs"), tr("Steps")});
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("How long"), this));
    row->addWidget(m_length);
    row->addWidget(m_unit);
    row->addWidget(m_total, 1);
    return row;
}

const TwinOption& TwinDialog::chosen() const {
    return m_options[static_cast<std::size_t>(m_things->currentIndex())];
}

void TwinDialog::chooseThing() {
    delete m_editor;
    m_editor = new OptionEditor(chosen().option, this);
    m_editor->setValue(chosen().before);
    connect(m_editor, &OptionEditor::typing, this, &TwinDialog::showState);
    m_editorPlace->addWidget(m_editor);
    setTabOrder(m_things, m_editor->focusProxy());
    setTabOrder(m_editor->focusProxy(), m_length);
    m_before->setText(tr("Until now: %1").arg(valueText(chosen())));
    showState();
}

void TwinDialog::chooseUnit() {
    m_length->setValue(m_unit->chosen() == Epochs ? kUsualEpochs : kUsualSteps);
    showState();
}

OptionValue TwinDialog::after() const {
    return reason().isEmpty() ? *m_editor->typed().value : chosen().before;
}

/// Epochs are counted to their ends, the one under way first.
qint64 TwinDialog::steps() const {
    return m_unit->chosen() == Epochs ? m_length->value() * m_place.stepsPerEpoch - m_place.stepInEpoch
                                      : m_length->value();
}

QString TwinDialog::reason() const {
    const TypedOption typed = m_editor->typed();
    if (!typed.value)
        return typed.problem;
    // As text: of what is not typed the last digits would differ.
    return optionText(*typed.value) == optionText(chosen().before) ? tr("Nothing is different yet.")
                                                                   : QString();
}

void TwinDialog::showState() {
    if (m_editor == nullptr)
        return;
    m_total->setText(m_unit->chosen() == Epochs ? tr("%n step(s)", nullptr, static_cast<int>(steps()))
                                                : QString());
    m_reason->setText(wholeWords(reason()));
    m_start->setEnabled(reason().isEmpty());
    m_start->setToolTip(reason());
}

} // namespace neurarium
