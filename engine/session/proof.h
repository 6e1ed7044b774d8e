// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "session/branch_walk.h"

namespace neurarium {

/// Trains once more from a checkpoint to the next one of its branch (behind the last: of the newest branch
/// that left from it; where there is none: to the checkpoint itself, from the one before) and compares.
/// Nothing when the progress ended it. Throws Error.
std::optional<Proof> prove(const RunRecord& record, CheckpointId checkpoint,
                           const BranchWalk::NewTrainer& newTrainer, const ReplayProgress& progress = {});

} // namespace neurarium
