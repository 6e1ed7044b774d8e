// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "widgets/timeline_layout.h"

namespace neurarium {

/// Where the arrow keys lead on a timeline, as indices of checkpoints.
class TimelineWalk {
public:
    TimelineWalk(const Timeline& timeline, const TimelineLayout& layout)
        : m_timeline(timeline)
        , m_layout(layout) {}

    /// The slot to begin with: the newest of the branch that plays, else the newest of all.
    std::optional<std::size_t> first() const;
    /// The next slot of the same branch to the left (-1) or right (+1); to the left of a branch's first slot
    /// lies its parent. With `ticks` automatic checkpoints count too.
    std::optional<std::size_t> beside(std::size_t from, int direction, bool ticks) const;
    /// The nearest slot of the next lane above (-1) or below (+1) that has any.
    std::optional<std::size_t> inNextLane(std::size_t from, int direction) const;

private:
    std::optional<std::size_t> onBranch(BranchId branch, std::int64_t from, int direction, bool ticks) const;
    const Branch* branchOf(BranchId id) const;
    int laneOf(BranchId id) const;

    const Timeline& m_timeline;
    const TimelineLayout& m_layout;
};

} // namespace neurarium
