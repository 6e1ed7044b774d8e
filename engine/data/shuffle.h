// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "tensor/random.h"

namespace neurarium {

/// Brings numbers into a random order (Fisher and Yates, from the end): each order is equally likely, and it
/// depends only on the stream, the step and how many numbers there are.
void shuffle(std::vector<std::int64_t>& numbers, const RandomStream& random, std::uint64_t step);

/// 0, 1, 2 ... count - 1.
std::vector<std::int64_t> countUp(std::int64_t count);

} // namespace neurarium
