// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "layers/network.h"

namespace neurarium {

/// Where everything that a slice needs lies in its arena. Offsets are floats for each sample of the slice: an
/// arena for S samples has S·size floats, and a region at offset o begins at float S·o. Regions whose times
/// do not overlap share memory. -1 means "not there".
struct MemoryPlan {
    std::vector<std::int64_t> values;          ///< of each value; -1 for the input, which lies in the batch
    std::vector<std::int64_t> gradients;       ///< of each value's gradient; -1 where nobody needs it
    std::vector<std::int64_t> kept;            ///< of each node
    std::vector<std::int64_t> scratch;         ///< of each node, in forward
    std::vector<std::int64_t> backwardScratch; ///< ... and in backward
    std::vector<WorkspaceSize> workspaces;     ///< the sizes of each node's kept and scratch
    std::vector<std::int64_t> added; ///< of each node: room for a gradient that is added to one already there
    std::int64_t size = 0;
};

/// The last node that reads each value, -1 for none: the first to write its gradient; the others add to it.
std::vector<int> lastConsumers(const Network& network);

/// Of each value: whether parameters were used on the way to it, so that its gradient is worth computing.
std::vector<bool> learntValues(const Network& network);

enum class MemoryUse {
    Training,   ///< forward and backward of one slice in an arena
    WholeBatch, ///< the same for slices that share an arena: no regions share memory
    Evaluation  ///< forward alone
};

MemoryPlan planMemory(const Network& network, MemoryUse use);

} // namespace neurarium
