// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

#include "report/option.h"

class QVBoxLayout;

namespace neurarium {

class OptionEditor;

/// The options of one kind of thing, one editor for each description.
class OptionForm : public QWidget {
    Q_OBJECT
public:
    explicit OptionForm(QWidget* parent = nullptr);

    /// Builds the editors; options named in `hidden` have their knob elsewhere.
    void setKind(const KindDescription& kind, const QSet<QString>& hidden = {});
    /// Shows values; nothing is emitted. Names that are not there show their defaults.
    void setOptions(const Options& options);
    const Options& options() const { return m_options; }
    /// Null when there is no such editor.
    OptionEditor* editor(const std::string& name) const;
    bool isEmpty() const { return m_editors.empty(); }

signals:
    /// The user changed one option; all are given.
    void optionsChanged(const neurarium::Options& options);
    void pathRequested(const QString& option);

private:
    Options m_options;
    std::vector<OptionEditor*> m_editors;
    QVBoxLayout* m_column;
};

} // namespace neurarium
