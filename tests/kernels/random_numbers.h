// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "kernels/kernels.h"

namespace neurarium::test {

/// `count` numbers in [-1, 1).
inline std::vector<float> randomNumbers(std::int64_t count, std::mt19937& random) {
    std::uniform_real_distribution<float> distribution(-1.0F, 1.0F);
    std::vector<float> numbers(static_cast<std::size_t>(count));
    std::generate(numbers.begin(), numbers.end(), [&] { return distribution(random); });
    return numbers;
}

inline std::int64_t randomSize(std::int64_t low, std::int64_t high, std::mt19937& random) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
}

/// The largest difference, relative to the largest number expected; infinite when there is a NaN.
inline double relativeError(const std::vector<float>& got, const std::vector<float>& expected) {
    double difference = 0, largest = 1e-30;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (std::isnan(got[i]))
            return std::numeric_limits<double>::infinity();
        difference = std::max(difference, std::abs(static_cast<double>(got[i]) - expected[i]));
        largest = std::max(largest, std::abs(static_cast<double>(expected[i])));
    }
    return difference / largest;
}

/// The tables that this processor can run.
inline std::vector<const Kernels*> availableLevels() {
    std::vector<const Kernels*> tables;
    for (const char* level : {"baseline", "v3", "v4"})
        if (const Kernels* table = kernelsAt(level))
            tables.push_back(table);
    return tables;
}

} // namespace neurarium::test
