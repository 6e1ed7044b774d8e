// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "report/timeline.h"

namespace neurarium {

/// One step of two trainings that differ in one thing: the losses of the same batch.
struct TwinStep {
    std::int64_t step = 0;
    float same = 0;  ///< nothing changed
    float other = 0; ///< one thing changed
    float difference() const { return other - same; }
    bool operator==(const TwinStep&) const = default;
};

/// What a twin run gave: two branches from one checkpoint, on the same pictures with the same random numbers.
struct TwinReport {
    CheckpointInfo from;
    Change change;  ///< the one difference
    BranchId same;  ///< the branch without it
    BranchId other; ///< the branch with it
    std::vector<TwinStep> steps;
    std::vector<EpochReport> sameEpochs;
    std::vector<EpochReport> otherEpochs;
    bool diverged = false; ///< one of them met NaN or Inf; both ended there
};

} // namespace neurarium
