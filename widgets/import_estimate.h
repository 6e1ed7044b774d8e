// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QString>

namespace neurarium {

/// How many seconds the rest takes if it goes on as so far; nothing in the first moments, or when nothing is
/// done.
std::optional<double> secondsLeft(std::int64_t done, std::int64_t total, double secondsSpent);

/// "about 2 min left", in the language of the window.
QString timeLeftText(double seconds);

} // namespace neurarium
