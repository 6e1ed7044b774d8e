// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

#include "report/ids.h"

namespace neurarium {

/// One optimiser update.
struct StepReport {
    BranchId branch{};
    std::int64_t step = 0;  ///< updates done, the first is 1
    std::int64_t epoch = 0; ///< the epoch this step belongs to, from 1
    float loss = 0;         ///< of the batch, before its update
    double learningRate = 0;
    bool operator==(const StepReport&) const = default;
};

/// Some steps of a branch, both ends included.
struct StepRange {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

} // namespace neurarium
