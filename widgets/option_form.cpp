// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/option_form.h"

#include <algorithm>

#include <QVBoxLayout>

#include "widgets/option_editor.h"

namespace neurarium {

OptionForm::OptionForm(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void OptionForm::setKind(const KindDescription& kind, const QSet<QString>& hidden) {
    for (OptionEditor* editor : m_editors)
        delete editor;
    m_editors.clear();
    m_options.clear();
    for (const OptionDescription& option : kind.options) {
        const QString name = QString::fromStdString(option.name);
        if (hidden.contains(name))
            continue;
        auto* editor = new OptionEditor(option);
        connect(editor, &OptionEditor::valueChanged, this,
                [this, key = option.name](const OptionValue& value) {
                    m_options[key] = value;
                    emit optionsChanged(m_options);
                });
        connect(editor, &OptionEditor::pathRequested, this, [this, name] { emit pathRequested(name); });
        m_column->addWidget(editor);
        m_editors.push_back(editor);
    }
    setVisible(!m_editors.empty());
}

void OptionForm::setOptions(const Options& options) {
    m_options = options;
    for (OptionEditor* editor : m_editors) {
        const auto given = options.find(editor->option().name);
        editor->setValue(given == options.end() ? editor->option().defaultValue : given->second);
    }
}

OptionEditor* OptionForm::editor(const std::string& name) const {
    const auto found = std::find_if(m_editors.begin(), m_editors.end(), [&](const OptionEditor* editor) {
        return editor->option().name == name;
    });
    return found == m_editors.end() ? nullptr : *found;
}

} // namespace neurarium
