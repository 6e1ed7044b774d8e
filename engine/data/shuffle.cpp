// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/shuffle.h"

#include <numeric>
#include <utility>

namespace neurarium {

void shuffle(std::vector<std::int64_t>& numbers, const RandomStream& random, std::uint64_t step) {
    for (std::size_t left = numbers.size(); left > 1; --left)
        std::swap(numbers[left - 1], numbers[random.below(step, left - 1, left)]);
}

std::vector<std::int64_t> countUp(std::int64_t count) {
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

} // namespace neurarium
