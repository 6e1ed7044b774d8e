// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_walk.h"

#include <cstdlib>
#include <limits>

namespace neurarium {

std::optional<std::size_t> TimelineWalk::first() const {
    const auto newest = onBranch(m_timeline.current, std::numeric_limits<std::int64_t>::max(), -1, false);
    if (newest || m_layout.saves.empty())
        return newest;
    return m_layout.saves.back().checkpoint;
}

std::optional<std::size_t> TimelineWalk::beside(std::size_t from, int direction, bool ticks) const {
    const CheckpointInfo& here = m_timeline.checkpoints[from];
    auto found = onBranch(here.branch, here.step, direction, ticks);
    const Branch* branch = branchOf(here.branch);
    while (!found && direction < 0 && branch != nullptr && branch->parent) {
        found = onBranch(branch->parent, branch->forkStep + 1, direction, ticks);
        branch = branchOf(branch->parent);
    }
    return found;
}

std::optional<std::size_t> TimelineWalk::inNextLane(std::size_t from, int direction) const {
    const CheckpointInfo& here = m_timeline.checkpoints[from];
    const int lane = laneOf(here.branch);
    int nearestLane = std::numeric_limits<int>::max();
    std::int64_t nearestStep = 0;
    std::optional<std::size_t> found;
    for (const SlotPlace& slot : m_layout.saves) {
        const CheckpointInfo& other = m_timeline.checkpoints[slot.checkpoint];
        const int lanes = (laneOf(other.branch) - lane) * direction;
        const std::int64_t steps = std::abs(other.step - here.step);
        if (lanes <= 0 || lanes > nearestLane || (lanes == nearestLane && steps >= nearestStep))
            continue;
        nearestLane = lanes;
        nearestStep = steps;
        found = slot.checkpoint;
    }
    return found;
}

std::optional<std::size_t> TimelineWalk::onBranch(BranchId branch, std::int64_t from, int direction,
                                                  bool ticks) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_timeline.checkpoints.size(); ++i) {
        const CheckpointInfo& other = m_timeline.checkpoints[i];
        if (other.branch != branch || (!ticks && !isSlot(other)))
            continue;
        const bool beyond = direction > 0 ? other.step > from : other.step < from;
        if (!beyond)
            continue;
        const std::int64_t best = found ? m_timeline.checkpoints[*found].step : other.step;
        if (!found || (direction > 0 ? other.step < best : other.step > best))
            found = i;
    }
    return found;
}

const Branch* TimelineWalk::branchOf(BranchId id) const {
    for (const Branch& branch : m_timeline.branches)
        if (branch.id == id)
            return &branch;
    return nullptr;
}

int TimelineWalk::laneOf(BranchId id) const {
    for (std::size_t i = 0; i < m_timeline.branches.size(); ++i)
        if (m_timeline.branches[i].id == id)
            return m_layout.branches[i].lane;
    return 0;
}

} // namespace neurarium
