// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string_view>

namespace neurarium {

/// How often a provoked fault is repeated: on each change, at night, before a release, or so often as
/// NEURARIUM_SOAK says.
inline int soakCount(int usual, int night, int release) {
    const char* chosen = std::getenv("NEURARIUM_SOAK");
    const std::string_view soak = chosen == nullptr ? "" : chosen;
    if (const int count = chosen == nullptr ? 0 : std::atoi(chosen); count > 0)
        return count;
    return soak == "release" ? release : soak == "night" ? night : usual;
}

} // namespace neurarium
