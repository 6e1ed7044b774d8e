// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "tensor/random.h"

namespace neurarium {

/// A point of a toy shape. For `line` and `sine` y is the value and `label` is 0.
struct ToyPoint {
    double x = 0;
    double y = 0;
    int label = 0;
};

/// The point number `index` of a shape without noise, in [-1, 1] × [-1, 1]. Even numbers are of class 0, odd
/// ones of class 1. Throws Error (Refused) for a shape that does not exist.
ToyPoint toyPoint(const std::string& shape, std::int64_t index, const RandomStream& random);

/// `line` and `sine` have values instead of classes.
bool toyShapeHasClasses(const std::string& shape);

} // namespace neurarium
