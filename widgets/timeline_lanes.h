// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/timeline.h"

namespace neurarium {

/// The lane of each branch of the timeline, in the order of its branches; the first branch has lane 0.
///
/// A branch lies below the one it left. Its fork runs straight down to its lane at the fork's epoch, so the
/// lanes are chosen such that no fork crosses a branch and no two branches share a lane at the same epoch:
/// later forks lie nearer to their parent. `span` is the length of the axis in epochs; what is planned for
/// the branch that plays keeps its lane free.
std::vector<int> assignLanes(const Timeline& timeline, double span);

/// Where a step stands on the epoch axis.
double epochAt(const Timeline& timeline, std::int64_t step);

/// The length of an epoch axis for a run whose longest branch has finished `lastEpoch` epochs: 1.1 to 1.5
/// times that, changing in a few round steps only.
double epochSpan(double lastEpoch);

} // namespace neurarium
