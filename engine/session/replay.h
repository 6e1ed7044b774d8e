// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checkpoint/run_store.h"
#include "data/data_split.h"
#include "session/branch_walk.h"

namespace neurarium {

/// What replaying gave for one checkpoint.
struct ReplayedCheckpoint {
    CheckpointInfo checkpoint;
    bool equal = false;
    bool start = false;             ///< a branch was begun from it; it was not reached by training again
    std::string firstDifference;    ///< "0.weight, element 17"; empty when equal
    std::optional<Problem> problem; ///< its file is damaged or does not fit
};

/// What replaying a whole run gave.
struct ReplayResult {
    std::vector<ReplayedCheckpoint> checkpoints;
    std::int64_t stepsTrained = 0;
    bool equal() const;
};

struct ReplayOptions {
    TrainerOptions trainer{};
    BranchId branch{};         ///< only this one; empty: all
    ReplayProgress progress{}; ///< ending early gives what was compared until then
};

/// Trains each branch of a run once more, from its beginning, with the recorded marks at their steps, and
/// compares the whole state with each checkpoint on the way. Throws Error when the run does not fit the data.
ReplayResult replayRun(const RunStore& store, const DataSplit& data, const ReplayOptions& options = {});

} // namespace neurarium
