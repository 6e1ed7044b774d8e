// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/timeline.h"
#include "widgets/epoch_scale.h"

namespace neurarium {

/// The lane of each branch of the timeline, in the order of its branches; the first branch has lane 0.
///
/// A branch lies below the one it left. Its fork runs straight down to its lane at the fork's epoch, so the
/// lanes are chosen such that no fork crosses a branch and no two branches share a lane at the same epoch:
/// later forks lie nearer to their parent. `span` is the length of the axis in epochs; what is planned for
/// the branch that plays keeps its lane free.
std::vector<int> assignLanes(const Timeline& timeline, const EpochScale& epochs, double span);

} // namespace neurarium
