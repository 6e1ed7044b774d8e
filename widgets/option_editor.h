// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/option_text.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace neurarium {

class Switch;

/// One option with its name: a switch, a list of words, or a field. What is typed and not allowed stays in
/// the field with a sentence below it, and the value stays as it was.
class OptionEditor : public QWidget {
    Q_OBJECT
public:
    explicit OptionEditor(OptionDescription option, QWidget* parent = nullptr);

    const OptionDescription& option() const { return m_option; }
    const OptionValue& value() const { return m_value; }
    /// Shows a value; nothing is emitted.
    void setValue(const OptionValue& value);
    /// What stands in the editor at this moment, before the field is left.
    TypedOption typed() const;

signals:
    /// The user gave another value.
    void valueChanged(const neurarium::OptionValue& value);
    /// `typed` is something else now.
    void typing();
    /// The user wants to look for a file or folder.
    void pathRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildField(QHBoxLayout* row);
    void buildChoices(QHBoxLayout* row);
    bool isPath() const;
    void show();
    void showProblem(const QString& problem);
    void readField();
    void stepBy(int steps);
    void take(const OptionValue& value);
    void translate();
    void recolor();

    OptionDescription m_option;
    OptionValue m_value;
    QLabel* m_name;
    QLabel* m_problem;
    Switch* m_switch = nullptr;
    QComboBox* m_choices = nullptr;
    QLineEdit* m_field = nullptr;
    QCheckBox* m_keyword = nullptr; ///< "taken from the data"
    QToolButton* m_browse = nullptr;
};

} // namespace neurarium
