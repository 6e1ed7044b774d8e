// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choice_form.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/option_form.h"
#include "widgets/recipe_words.h"

namespace neurarium {

ChoiceForm::ChoiceForm(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_kind(new QComboBox)
    , m_form(new OptionForm) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_label->setProperty("role", "hint");
    m_label->hide();
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_label);
    column->addWidget(m_kind);
    column->addWidget(m_form);
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { chooseKind(m_kind->itemData(index).toString().toStdString()); });
    connect(m_form, &OptionForm::optionsChanged, this, [this](const Options& options) {
        m_choice.options = options;
        emit choiceChanged(m_choice);
    });
    connect(m_form, &OptionForm::pathRequested, this, &ChoiceForm::pathRequested);
}

void ChoiceForm::setLabel(const QString& label) {
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_kind->setAccessibleName(label);
}

void ChoiceForm::setKinds(const std::vector<KindDescription>& kinds, const QSet<QString>& hidden) {
    m_kinds = kinds;
    m_hidden = hidden;
    m_kind->clear();
    for (const KindDescription& kind : kinds)
        m_kind->addItem(kindName(kind.type), QString::fromStdString(kind.type));
    m_formType.clear();
    setChoice(m_choice);
}

void ChoiceForm::setChoice(const Choice& choice) {
    m_choice = choice;
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(choice.type)));
    rebuildForm();
}

void ChoiceForm::rebuildForm() {
    if (m_formType != m_choice.type) {
        const KindDescription* kind = findKind(m_kinds, m_choice.type);
        m_form->setKind(kind == nullptr ? KindDescription{} : *kind, m_hidden);
        m_formType = m_choice.type;
    }
    m_form->setOptions(m_choice.options);
}

void ChoiceForm::chooseKind(const std::string& type) {
    const KindDescription* kind = findKind(m_kinds, type);
    if (kind == nullptr || type == m_choice.type)
        return;
    // What both kinds know is kept: the learning rate, the folder.
    const KindDescription* before = findKind(m_kinds, m_choice.type);
    std::erase_if(m_choice.options, [&](const auto& given) {
        const OptionDescription* now = kind->option(given.first);
        const OptionDescription* old = before == nullptr ? nullptr : before->option(given.first);
        return now == nullptr || old == nullptr || now->kind != old->kind || now->choices != old->choices;
    });
    m_choice.type = type;
    rebuildForm();
    emit choiceChanged(m_choice);
}

void ChoiceForm::giveOption(const QString& name, const OptionValue& value) {
    m_choice.options[name.toStdString()] = value;
    m_form->setOptions(m_choice.options);
    emit choiceChanged(m_choice);
}

void ChoiceForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        for (int i = 0; i < m_kind->count(); ++i)
            m_kind->setItemText(i, kindName(m_kind->itemData(i).toString().toStdString()));
    QWidget::changeEvent(event);
}

} // namespace neurarium
