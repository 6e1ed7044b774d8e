// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "widgets/knob_scale.h"

class QLineEdit;

namespace neurarium {

class KnobSlider;

/// One value with its slider and its box. However the value is moved, a change is told once: when a drag is
/// let go, when the box is left, or when the slider has rested for 300 ms.
class KnobValue : public QObject {
    Q_OBJECT
public:
    static constexpr int kRestMilliseconds = 300;

    KnobValue(const KnobScale& scale, QWidget* parent);

    KnobSlider* slider() const { return m_slider; }
    QLineEdit* box() const { return m_box; }
    const KnobScale& scale() const { return m_scale; }

    double value() const { return m_value; }
    /// The word for the lowest value, in the language of the window.
    void setLowest(const QString& word);
    /// Makes the box as wide as its numbers are in this size of text.
    void fitText(double textScale);
    /// Shows a value; nothing is emitted. While the user holds the slider it waits for the hand to leave.
    void setValue(double value);
    /// Moves by slider positions, as the arrow keys do.
    void moveBy(int positions);

signals:
    /// Shown while it moves; not a change yet.
    void moved(double value);
    /// One change by the user.
    void changed(double value);

private:
    void moveTo(double value);
    void show();
    void settle();
    void readBox();

    KnobScale m_scale;
    KnobSlider* m_slider;
    QLineEdit* m_box;
    QTimer m_rest;
    double m_value;   ///< what is shown
    double m_settled; ///< what was told last
};

} // namespace neurarium
