// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "experiment/experiment.h"
#include "report/error.h"
#include "report/timeline.h"
#include "training/trainer.h"

namespace neurarium {

/// The file of a checkpoint whose row in the history is lost.
struct FoundCheckpoint {
    CheckpointInfo info;
    LiveSettings settings;
    std::int64_t bestStep = 0;
    double bestLoss = 0;
    std::string hashButSettings; ///< of the state without its knobs
};

struct FoundCheckpoints {
    std::vector<FoundCheckpoint> sound; ///< in the order of their ids
    std::vector<CheckpointInfo> damaged;
    std::vector<Problem> problems; ///< one for each damaged file
};

/// Reads the files of a run's checkpoints one by one; those of none of the experiments (by their hashes)
/// count as damaged.
FoundCheckpoints findCheckpoints(const std::filesystem::path& folder,
                                 const std::set<std::string>& experiments);

/// Puts checkpoints into branches by their steps: one that cannot follow the one before begins a branch,
/// unless it is the best state written late. Settings that differ between neighbours become a mark at the
/// earlier one, because each change has a checkpoint before it.
Timeline inferTimeline(std::vector<FoundCheckpoint> found);

} // namespace neurarium
