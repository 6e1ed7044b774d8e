// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "report/timeline.h"

namespace neurarium {

/// Why a checkpoint is there. Only older ones go when a run takes more room than it may.
enum class KeptFor {
    Person,       ///< saved or named by a person
    BeforeChange, ///< made before a change
    Best,         ///< the lowest validation loss
    Last,         ///< the last of its branch, or where the program was left
    Fork,         ///< a branch left from it
    Older,        ///< an automatic one that may go
};

/// The first reason that fits, for each checkpoint.
std::map<CheckpointId, KeptFor> keptFor(const Timeline& timeline);

/// The checkpoint with the lowest validation loss, the earliest of equals; null when none has one.
const CheckpointInfo* bestOf(const std::vector<CheckpointInfo>& checkpoints);

} // namespace neurarium
