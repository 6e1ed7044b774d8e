// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/timeline.h"

namespace neurarium {

/// The changes on the way from the very beginning to a checkpoint, along its branch and that branch's
/// parents, in order. A checkpoint without an id is the end of the branch in use.
std::vector<Mark> marksOnTheWayTo(const CheckpointInfo& checkpoint, const Timeline& timeline);

/// The checkpoints on the way to another, along its branch and that branch's parents, in order.
std::vector<CheckpointInfo> checkpointsOnTheWayTo(CheckpointId checkpoint, const Timeline& timeline);

/// The changes on the way to one checkpoint that are not on the way to the other.
std::vector<Mark> marksOnlyOnTheWayTo(const CheckpointInfo& checkpoint, const CheckpointInfo& other,
                                      const Timeline& timeline);

} // namespace neurarium
