// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "datasets/sketch_animal.h"

namespace neurarium {

/// What is the same for all pictures of a set.
struct SketchStyle {
    std::int32_t width = 64;
    std::int32_t height = 64;
    std::uint64_t seed = 0;
    bool cushionBias = false; ///< every cat sits on a blue cushion, and nobody else does
};

/// Draws the picture of a number: three planes of bytes, red first (3·height·width of them). The same
/// arguments give the same bytes; any thread may draw any picture.
void drawSketch(const SketchStyle& style, std::int64_t number, SketchSpecies species,
                std::span<std::uint8_t> planes);

} // namespace neurarium
