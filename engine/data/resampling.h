// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "tensor/shape.h"

namespace neurarium {

/// Where each pixel of a varied picture comes from. Lengths are pixels, measured from the middle of the
/// picture; the picture is first flipped, then shifted, then rotated, then scaled.
struct Placement {
    bool flip = false;
    double shiftX = 0;  ///< to the right
    double shiftY = 0;  ///< downwards
    double degrees = 0; ///< clockwise, as the y axis points down
    double scale = 1;   ///< above 1 enlarges

    bool identity() const { return !flip && shiftX == 0 && shiftY == 0 && degrees == 0 && scale == 1; }
};

/// Draws a C×H×W picture anew at its placement: one bilinear resampling. What lies outside is the picture
/// reflected in the middle of its outermost pixels (... c b | a b c | b a ...). Coordinates are whole numbers
/// in units of 2^-20 pixel, so that the result does not hang on the last bit of a sine. `result` must not
/// overlap `picture`.
void resample(const Placement& placement, const Shape& shape, std::span<const float> picture,
              std::span<float> result);

} // namespace neurarium
