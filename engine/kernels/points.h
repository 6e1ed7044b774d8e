// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace neurarium {

/// Points of a map that push each other away as 1/(1 + d²) says (van der Maaten and Hinton 2008).
struct Repulsion {
    std::int64_t sources = 0;
    const float* source = nullptr; ///< sources × 4: where it stands (three axes), and how many points it is
    std::int64_t targets = 0;
    const float* target = nullptr; ///< 3 axes × stride
    /// 4 × stride: Σ mass·(target − source)/(1 + d²)² along each axis, then Σ mass/(1 + d²); each sum in the
    /// order of the sources.
    float* push = nullptr;
    std::int64_t stride = 0; ///< at least targets
};

} // namespace neurarium
