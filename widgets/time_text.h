// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

class QDateTime;

namespace neurarium {

/// A moment (seconds since 1970, UTC) as the user's clock showed it, seen from `now`: "today 14:05",
/// "28 Nov, 14:05", "28 Nov 2025". Empty for 0.
QString momentText(std::int64_t seconds, const QDateTime& now);

} // namespace neurarium
