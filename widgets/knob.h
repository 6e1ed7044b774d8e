// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "widgets/knob_scale.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace neurarium {

class KnobValue;
class Switch;

/// When a change of a knob works.
enum class KnobState {
    Live,    ///< from the next step on: plate with a bolt
    Waiting, ///< from the next epoch on: dashed plate with a clock
    Locked,  ///< not while this run lasts: padlock and plain value
    Plain,   ///< nothing runs yet: no plate
};

/// The last change of a knob that the engine confirmed.
struct KnobChange {
    int mark = 0;  ///< its number in chart and timeline
    QString words; ///< "on since epoch 12"
    bool operator==(const KnobChange&) const = default;
};

/// What a knob is made of.
struct KnobParts {
    bool hasSwitch = false;
    bool hasValue = true;
    KnobScale scale = {};
};

/// A named plate with a switch, a slider and a value box, that says when a change works (VISUAL, section 7).
class Knob : public QFrame {
    Q_OBJECT
public:
    explicit Knob(const KnobParts& parts, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A line below the slider; empty: none.
    void setNote(const QString& note);
    void setState(KnobState state);
    KnobState state() const { return m_state; }
    /// Shows the number of the change, since when, and "undo".
    void setChange(const std::optional<KnobChange>& change);

    double value() const;
    bool isOn() const;
    /// These show a value; nothing is emitted.
    void setValue(double value);
    void setOn(bool on);

    /// Null when the knob has no value.
    KnobValue* knobValue() const { return m_value; }
    /// Null when the knob has no switch.
    Switch* switchButton() const { return m_switch; }
    /// The place below for more, as in "Vary the photos".
    QVBoxLayout* body() const { return m_body; }

signals:
    /// One change by the user: a drag is told once.
    void valueChanged(double value);
    /// The switch keeps the value.
    void switched(bool on);
    void undoRequested(int mark);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(const KnobParts& parts);
    void buildChangeRow();
    void showState();
    void translate();

    KnobState m_state = KnobState::Live;
    std::optional<KnobChange> m_change;
    QVBoxLayout* m_body = nullptr;
    QLabel* m_icon;
    QLabel* m_title;
    Switch* m_switch = nullptr;
    KnobValue* m_value = nullptr;
    QWidget* m_changeRow = nullptr;
    QLabel* m_mark = nullptr;
    QLabel* m_since = nullptr;
    QPushButton* m_undo = nullptr;
    QLabel* m_note;
};

} // namespace neurarium
