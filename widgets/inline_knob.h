// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/knob_scale.h"

class QLabel;

namespace neurarium {

class KnobValue;

/// A knob in one line: name, slider, box. For knobs that belong to a view and not to the training.
class InlineKnob : public QWidget {
    Q_OBJECT
public:
    explicit InlineKnob(const KnobScale& scale, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& hint);
    /// The word for the lowest value ("all").
    void setLowest(const QString& word);
    double value() const;
    /// Without a signal.
    void setValue(double value);
    KnobValue* knobValue() const { return m_value; }

signals:
    /// While it moves, and at the end of a change.
    void valueChanged(double value);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QLabel* m_title;
    KnobValue* m_value;
};

} // namespace neurarium
