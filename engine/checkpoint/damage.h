// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "checkpoint/run_recovery.h"
#include "report/timeline.h"

namespace neurarium {

/// What can still be used of a checkpoint whose file is damaged, in sentences for the user: how much of the
/// file can be looked into, and the nearest sound checkpoint from which training comes to the same state
/// again. `timeline` holds the sound ones. Reads the file.
std::vector<Message> stillUsable(const std::filesystem::path& folder, const CheckpointInfo& damaged,
                                 const Timeline& timeline);

/// The sound checkpoint that lies nearest before a step: on the branch itself, or on those it came from.
const CheckpointInfo* nearestBefore(const Timeline& timeline, BranchId branch, std::int64_t step);

} // namespace neurarium
