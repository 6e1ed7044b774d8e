// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace neurarium {

/// Weights as a kernel wants them, kept by each thread from one call to the next for as long as they stay the
/// same.
struct WeightPreparation {
    const void* kind = nullptr; ///< any address that stands for the kernel and its level
    std::int64_t shape[6] = {}; ///< all else that the prepared form depends on
    const float* weight = nullptr;
    std::int64_t count = 0;         ///< of the weights
    std::int64_t preparedCount = 0; ///< floats of the prepared form
    bool operator==(const WeightPreparation&) const = default;
};

struct PreparedWeights {
    float* data = nullptr;
    bool ready = false; ///< false: `data` is to be filled by the caller
};

/// Finds the prepared form. The weights are compared with a copy, number by number, so a changed weight is
/// never missed; once only for calls with the same number above 0. Each thread keeps a bounded amount and
/// forgets the oldest first.
PreparedWeights preparedWeights(const WeightPreparation& wanted, std::uint64_t call);

} // namespace neurarium
