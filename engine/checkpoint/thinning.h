// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "report/timeline.h"

namespace neurarium {

/// So many automatic checkpoints are kept at most, however small they are: closer ones cannot be told apart.
inline constexpr std::size_t kMostAutomatic = 500;

/// What the checkpoints of a run take together.
std::int64_t bytesOf(const std::vector<CheckpointInfo>& checkpoints);

/// The checkpoints that have to go so that all together keep to the run's budget, or as near to it as may be.
/// Only automatic ones go, and none that is named, the best, the last of its branch, made before a change,
/// one that a branch left from, or `inUse`. What stays is spread over the history: the older it is, the wider
/// apart, and the oldest goes last.
std::vector<CheckpointId> thinnable(const Timeline& timeline, const std::vector<CheckpointId>& inUse = {});

} // namespace neurarium
