// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "session/branch_walk.h"
#include "session/repeat_request.h"

namespace neurarium {

/// Trains the steps that were recorded behind a checkpoint once more and compares the loss of each: a quick
/// look at what `prove` proves. At the end of a branch they are those of the newest branch that left from
/// there. Nothing when there are none, or when the progress ended it. Throws Error.
std::optional<Repetition> repeatSteps(const RunRecord& record, const RepeatRequest& request,
                                      const BranchWalk::NewTrainer& newTrainer,
                                      const ReplayProgress& progress = {});

} // namespace neurarium
