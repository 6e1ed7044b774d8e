// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string_view>

namespace neurarium {

/// How often a provoked fault is repeated: on each change, at night, before a release (NEURARIUM_SOAK).
inline int soakCount(int usual, int night, int release) {
    const char* chosen = std::getenv("NEURARIUM_SOAK");
    const std::string_view soak = chosen == nullptr ? "" : chosen;
    return soak == "release" ? release : soak == "night" ? night : usual;
}

} // namespace neurarium
