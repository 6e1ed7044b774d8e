// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QList>
#include <QPen>
#include <QString>

#include "report/embeddings.h"

namespace neurarium {

class Theme;

/// A line between two of the words that are measured. Each ruler has its own dashes, on the map and in the
/// chart of lengths.
struct Ruler {
    std::int64_t from = 0, to = 0;
    int dashes = 0;
    bool operator==(const Ruler&) const = default;
};

inline constexpr std::size_t kMostMeasured = 4; ///< words; six rulers

/// Between each word and all that were chosen before it.
std::vector<Ruler> rulersBetween(const std::vector<std::int64_t>& words);

/// Empty for a solid line.
QList<qreal> rulerDashes(const Ruler& ruler);
QPen rulerPen(const Theme& theme, const Ruler& ruler, double width);

/// Two digits behind the point; more for lengths that would look like nothing.
QString lengthText(double length);

} // namespace neurarium
