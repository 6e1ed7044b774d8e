// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"

/// The reference kernels that maps of points need; kernels.h says what each does.
namespace neurarium::reference {

float squaredDistance(std::int64_t n, const float* a, const float* b);
void repel(const Repulsion& repulsion);

} // namespace neurarium::reference
