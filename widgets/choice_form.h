// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

#include "report/recipe.h"

class QComboBox;
class QLabel;

namespace neurarium {

class OptionForm;

/// A kind chosen from a catalogue, and its options: data source, loss, optimiser, schedule.
class ChoiceForm : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceForm(QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// The kinds to choose from; options named in `hidden` have their knob elsewhere and are kept as they
    /// are.
    void setKinds(const std::vector<KindDescription>& kinds, const QSet<QString>& hidden = {});
    /// Shows a choice; nothing is emitted.
    void setChoice(const Choice& choice);
    const Choice& choice() const { return m_choice; }
    /// Sets one option as if the user had typed it.
    void giveOption(const QString& name, const OptionValue& value);

    QComboBox* kindBox() const { return m_kind; }
    OptionForm* form() const { return m_form; }

signals:
    void choiceChanged(const neurarium::Choice& choice);
    void pathRequested(const QString& option);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuildForm();
    void chooseKind(const std::string& type);

    std::vector<KindDescription> m_kinds;
    QSet<QString> m_hidden;
    Choice m_choice;
    std::string m_formType; ///< the kind whose editors stand in the form
    QLabel* m_label;
    QComboBox* m_kind;
    OptionForm* m_form;
};

} // namespace neurarium
