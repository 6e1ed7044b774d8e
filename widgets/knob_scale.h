// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

namespace neurarium {

/// How the values of a knob lie on its slider and stand in its box. A slider has whole positions; one arrow
/// key is one position, a Page key ten.
struct KnobScale {
    double minimum = 0;
    double maximum = 1;
    double step = 0.05;       ///< between two positions of a linear scale
    bool logarithmic = false; ///< positions are then twentieths of a power of ten, rounded to two digits
    bool percent = false;     ///< shown times 100, with a percent sign
    int decimals = 0;         ///< digits behind the point in the box (of the percentage, if it is one)
    QString unit = {};        ///< stands behind the number ("°")
    QString lowest = {};      ///< the minimum in a word ("all"); empty: it is a number like the others

    /// The last position; the first is 0.
    int lastPosition() const;
    double valueAt(int position) const;
    int positionOf(double value) const;
    /// Positions that get a tick: powers of ten, or five places of a linear scale.
    std::vector<int> ticks() const;

    /// What stands in the box. More digits than `decimals` are shown when the value needs them.
    QString text(double value) const;
    /// The value of a text typed into the box, cut to the range; nothing when it is not a number.
    std::optional<double> value(const QString& text) const;

    bool operator==(const KnobScale&) const = default;
};

} // namespace neurarium
