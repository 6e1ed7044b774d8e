// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"

namespace neurarium {

/// The kernels as plainly as they can be said: Eigen expressions, im2col and the standard library in double
/// precision. Slow; for reading, and what the fast ones are tested against. `level` reads "reference".
const Kernels& referenceKernels();

} // namespace neurarium
