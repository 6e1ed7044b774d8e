// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/embeddings.h"
#include "tensor/tensor.h"

namespace neurarium {

/// The vectors as N×D points around their mean, scaled so that the largest number is 1: ratios of distances
/// stay, and no square overflows. All zero when all vectors are equal. Throws Error (Refused) when a number
/// is NaN or infinite, naming the vector, or when there are not N×D of them.
Tensor centredPoints(const Embeddings& embeddings);

} // namespace neurarium
