// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/option_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/option_text.h"
#include "widgets/recipe_words.h"
#include "widgets/switch.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kFieldWidth = 104;

} // namespace

OptionEditor::OptionEditor(OptionDescription option, QWidget* parent)
    : QWidget(parent)
    , m_option(std::move(option))
    , m_value(m_option.defaultValue)
    , m_name(new QLabel)
    , m_problem(new QLabel) {
    build();
    translate();
    recolor();
    show();
}

bool OptionEditor::isPath() const {
    return m_option.kind == OptionKind::Text && m_option.name.ends_with("path");
}

void OptionEditor::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_name->setWordWrap(true);
    row->addWidget(m_name, 1);
    if (m_option.kind == OptionKind::Boolean) {
        m_switch = new Switch(this);
        connect(m_switch, &QAbstractButton::clicked, this, [this](bool on) { take(on); });
        row->addWidget(m_switch);
    } else if (m_option.kind == OptionKind::Choice) {
        buildChoices(row);
    } else {
        buildField(row);
    }
    for (QWidget* editor :
         {static_cast<QWidget*>(m_switch), static_cast<QWidget*>(m_choices), static_cast<QWidget*>(m_field)})
        if (editor != nullptr)
            setFocusProxy(editor);
    column->addLayout(row);
    if (m_keyword != nullptr)
        column->addWidget(m_keyword, 0, Qt::AlignRight);
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", "bad");
    m_problem->hide();
    column->addWidget(m_problem);
}

void OptionEditor::buildChoices(QHBoxLayout* row) {
    m_choices = new QComboBox;
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setMinimumWidth(kFieldWidth);
    for (const std::string& choice : m_option.choices)
        m_choices->addItem(choiceName(choice), QString::fromStdString(choice));
    connect(m_choices, &QComboBox::activated, this,
            [this](int index) { take(m_choices->itemData(index).toString().toStdString()); });
    row->addWidget(m_choices, 1);
}

void OptionEditor::buildField(QHBoxLayout* row) {
    m_field = new QLineEdit;
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::editingFinished, this, &OptionEditor::readField);
    connect(m_field, &QLineEdit::textEdited, this, &OptionEditor::typing);
    if (isPath()) {
        m_browse = new QToolButton;
        m_browse->setProperty("flat", true);
        connect(m_browse, &QToolButton::clicked, this, &OptionEditor::pathRequested);
        row->addWidget(m_field, 2);
        row->addWidget(m_browse);
        return;
    }
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFixedWidth(static_cast<int>(kFieldWidth * textScale(this)));
    row->addWidget(m_field);
    if (m_option.keyword.empty())
        return;
    m_keyword = new QCheckBox;
    connect(m_keyword, &QCheckBox::clicked, this, [this](bool fromData) {
        if (fromData)
            take(m_option.keyword);
        else
            take(static_cast<std::int64_t>(std::max(1.0, m_option.minimum)));
        show();
    });
}

void OptionEditor::setValue(const OptionValue& value) {
    m_value = value;
    show();
}

TypedOption OptionEditor::typed() const {
    return m_field != nullptr && m_field->isEnabled() ? readOption(m_option, m_field->text())
                                                      : TypedOption{m_value, {}};
}

void OptionEditor::show() {
    showProblem({});
    if (m_switch != nullptr)
        m_switch->setChecked(std::holds_alternative<bool>(m_value) && std::get<bool>(m_value));
    if (m_choices != nullptr)
        m_choices->setCurrentIndex(m_choices->findData(optionText(m_value)));
    if (m_field == nullptr)
        return;
    const bool fromData = m_keyword != nullptr && std::holds_alternative<std::string>(m_value);
    if (m_keyword != nullptr)
        m_keyword->setChecked(fromData);
    m_field->setEnabled(!fromData);
    m_field->setText(fromData ? QString() : optionText(m_value));
}

void OptionEditor::showProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void OptionEditor::readField() {
    const TypedOption typed = readOption(m_option, m_field->text());
    showProblem(typed.problem);
    if (typed.value && m_field->text() != optionText(m_value))
        take(*typed.value);
}

void OptionEditor::stepBy(int steps) {
    const TypedOption typed = readOption(m_option, m_field->text());
    if (!typed.value || !std::holds_alternative<std::int64_t>(*typed.value))
        return;
    m_field->setText(QString::number(std::get<std::int64_t>(*typed.value) + steps));
    readField();
}

void OptionEditor::take(const OptionValue& value) {
    if (value == m_value)
        return;
    m_value = value;
    emit valueChanged(value);
    emit typing();
}

bool OptionEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && m_option.kind == OptionKind::Integer) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            stepBy(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OptionEditor::translate() {
    const QString name = optionName(m_option.name);
    m_name->setText(name);
    setToolTip(optionHint(m_option.name));
    for (QWidget* editor :
         {static_cast<QWidget*>(m_switch), static_cast<QWidget*>(m_choices), static_cast<QWidget*>(m_field)})
        if (editor != nullptr)
            editor->setAccessibleName(name);
    if (m_choices != nullptr)
        for (int i = 0; i < m_choices->count(); ++i)
            m_choices->setItemText(i, choiceName(m_choices->itemData(i).toString().toStdString()));
    if (m_keyword != nullptr)
        m_keyword->setText(tr("as the data needs"));
    if (m_browse != nullptr) {
        m_browse->setToolTip(tr("Look for it on this computer."));
        m_browse->setAccessibleName(tr("Choose a place"));
    }
}

void OptionEditor::recolor() {
    if (m_browse != nullptr)
        m_browse->setIcon(icon(QStringLiteral("folder"), {Token::Text, &Theme::of(this)}));
}

void OptionEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    if (event->type() == QEvent::FontChange && m_field != nullptr && !isPath())
        m_field->setFixedWidth(static_cast<int>(kFieldWidth * textScale(this)));
    QWidget::changeEvent(event);
}

} // namespace neurarium
