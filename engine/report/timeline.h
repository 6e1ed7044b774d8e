// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/checkpoint_info.h"
#include "report/disk_budget.h"
#include "report/epoch_report.h"
#include "report/ids.h"

namespace neurarium {

/// Layer is an option of one layer, on a branch with a recipe of its own (`knob` is its place:
/// "network[3].rate"). Divergence is no change by a person: NaN or Inf was seen there (`before` is the place,
/// `after` the rate).
enum class ChangeKind { Dropout, LearningRate, Augmentation, Epochs, BatchSize, Labels, Layer, Divergence };

/// One live change: what it was before, what it is now. The texts are values ("0.3", "on", "off"), not
/// sentences.
struct Change {
    ChangeKind kind = ChangeKind::Dropout;
    std::string knob; ///< "dropout", "lr", "flip", "holes" ...
    std::string before;
    std::string after;
    bool operator==(const Change&) const = default;
};

/// All changes that took effect at one step's boundary.
struct Mark {
    MarkId id;
    BranchId branch;
    std::int64_t number = 0; ///< 1, 2, 3 as shown
    std::int64_t epoch = 0;  ///< the epoch it happened in, from 1
    std::int64_t step = 0;   ///< updates done before it
    CheckpointId before;     ///< the checkpoint made before the change; zero if none was needed
    std::vector<Change> changes;
    bool operator==(const Mark&) const = default;
};

/// A line of history. The first has no parent; another leaves its parent at `forkStep`.
struct Branch {
    BranchId id;
    BranchId parent;
    CheckpointId forkedFrom;
    std::int64_t forkStep = 0;
    std::int64_t forkEpoch = 0; ///< epochs finished at the fork
    std::int64_t lastStep = 0;
    std::int64_t lastEpoch = 0;
    bool weightsOnly = false; ///< began by taking only the weights
    std::string experiment{}; ///< its own, as JSON, where layers have other options than in the run's
    bool operator==(const Branch&) const = default;
};

/// The tree of a run as the screen knows it.
struct Timeline {
    std::vector<Branch> branches;
    std::vector<CheckpointInfo> checkpoints;
    std::vector<Mark> marks;
    BranchId current;              ///< the network stands on it
    std::int64_t currentStep = 0;  ///< updates done there
    std::int64_t currentEpoch = 0; ///< epochs finished there
    std::int64_t stepsPerEpoch = 1;
    std::int64_t plannedEpochs = 0;
    DiskBudget budget = kUsualDiskBudget;
    std::int64_t bytes = 0; ///< that all checkpoints take together, damaged ones included
    bool operator==(const Timeline&) const = default;
};

} // namespace neurarium
