// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/checkpoint_info.h"
#include "report/error.h"

namespace neurarium {

/// A step of a run's history: the state after so many updates on one branch.
struct StepPlace {
    BranchId branch;
    std::int64_t step = 0;
    std::int64_t epoch = 0;    ///< epochs finished there
    CheckpointId checkpoint{}; ///< a checkpoint of exactly this state, if there is one
    bool operator==(const StepPlace&) const = default;
};

/// What came of training once more from one checkpoint to another, with the recorded changes.
struct Proof {
    CheckpointInfo from; ///< no id: from the seed
    CheckpointInfo to;
    std::int64_t steps = 0;      ///< trained again
    bool equal = false;          ///< the states are identical to the bit
    std::string sha256;          ///< of the state that training again gave
    std::string firstDifference; ///< "0.weight, element 17"; empty when equal
    bool operator==(const Proof&) const = default;
};

/// What came of training a few recorded steps once more and comparing the losses.
struct Repetition {
    CheckpointInfo from;
    BranchId branch;                 ///< whose steps they are
    std::int64_t steps = 0;          ///< repeated, all the same but for the last if that differs
    std::int64_t firstDifferent = 0; ///< 0: none
    bool operator==(const Repetition&) const = default;
};

} // namespace neurarium
