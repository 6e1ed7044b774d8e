// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tensor/shape.h"

namespace neurarium {

/// Throws Error unless the input is T×D: a row of numbers for each token of a sample.
void checkTokenRows(const Shape& input);

} // namespace neurarium
