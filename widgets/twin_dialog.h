// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QDialog>

#include "report/option.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace neurarium {

class OptionEditor;
class SegmentedControl;

/// One thing that a twin can do differently.
struct TwinOption {
    std::string layer; ///< its place; empty: a knob of the training
    QString name;      ///< as it stands in the list
    OptionDescription option;
    OptionValue before; ///< at the place where the twins begin
};

/// Where twins begin.
struct TwinPlace {
    QString words; ///< "B (epoch 4, step 120)"
    std::int64_t stepsPerEpoch = 1;
    std::int64_t stepInEpoch = 0; ///< steps already taken in the epoch under way
};

/// Trying one change: which one, and for how long. It cannot be accepted while nothing would be different.
class TwinDialog : public QDialog {
    Q_OBJECT
public:
    TwinDialog(const TwinPlace& place, const std::vector<TwinOption>& options, QWidget* parent = nullptr);

    const TwinOption& chosen() const;
    /// The value that the changed twin gets.
    OptionValue after() const;
    qint64 steps() const;
    /// Why it cannot be started; empty when it can.
    QString reason() const;

    QComboBox* things() const { return m_things; }
    OptionEditor* editor() const { return m_editor; }
    QSpinBox* length() const { return m_length; }
    SegmentedControl* unit() const { return m_unit; }
    QPushButton* startButton() const { return m_start; }

private:
    void build();
    QLayout* buildLength();
    void chooseThing();
    void chooseUnit();
    void showState();

    const TwinPlace m_place;
    const std::vector<TwinOption> m_options;
    QComboBox* m_things;
    QVBoxLayout* m_editorPlace;
    OptionEditor* m_editor = nullptr;
    QLabel* m_before;
    QSpinBox* m_length;
    SegmentedControl* m_unit;
    QLabel* m_total;
    QLabel* m_reason;
    QPushButton* m_start = nullptr;
};

} // namespace neurarium
