// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_aim.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

constexpr double kSnap = 3; ///< pixels
constexpr double kRounding = 1e-9;

} // namespace

const Branch* TimelineAim::find(BranchId branch) const {
    const auto found = std::find_if(m_timeline.branches.begin(), m_timeline.branches.end(),
                                    [branch](const Branch& each) { return each.id == branch; });
    return found == m_timeline.branches.end() ? nullptr : &*found;
}

const BranchPlace* TimelineAim::drawn(BranchId branch) const {
    const Branch* found = find(branch);
    return found == nullptr
               ? nullptr
               : &m_layout.branches[static_cast<std::size_t>(found - m_timeline.branches.data())];
}

BranchId TimelineAim::owner(const StepPlace& place) const {
    const Branch* branch = find(place.branch);
    while (branch != nullptr && branch->parent && !branch->weightsOnly && place.step < branch->forkStep) {
        const Branch* parent = find(branch->parent);
        if (parent == nullptr || parent >= branch) // a tree that is not in order is not followed
            break;
        branch = parent;
    }
    return branch == nullptr ? BranchId{} : branch->id;
}

StepPlace TimelineAim::place(BranchId way, std::int64_t step) const {
    const Branch* branch = find(way);
    StepPlace place{way, std::clamp<std::int64_t>(step, 0, branch == nullptr ? 0 : branch->lastStep)};
    place.epoch = static_cast<std::int64_t>(m_epochs.at(way, place.step) + kRounding);
    return place;
}

/// Before a branch that took only the weights, its parent's steps are meant.
StepPlace TimelineAim::nearest(BranchId way, double epoch) const {
    const Branch* branch = find(way);
    if (branch != nullptr && branch->weightsOnly && find(branch->parent) != nullptr && branch->parent < way &&
        epoch < m_epochs.start(way) - kRounding)
        return nearest(branch->parent, epoch);
    std::int64_t step = m_epochs.stepAt(way, epoch);
    if (step > 0 && epoch - m_epochs.at(way, step - 1) < m_epochs.at(way, step) - epoch)
        --step;
    return place(way, step);
}

StepPlace TimelineAim::at(BranchId way, double x) const {
    const StepPlace found = nearest(way, m_layout.epochAtX(x));
    std::optional<std::int64_t> attracting;
    double distance = kSnap;
    const auto attract = [&](std::size_t checkpoint, double place) {
        const CheckpointInfo& info = m_timeline.checkpoints[checkpoint];
        if (std::abs(place - x) < distance && owner({found.branch, info.step}) == info.branch) {
            attracting = info.step;
            distance = std::abs(place - x);
        }
    };
    for (const TickPlace& tick : m_layout.ticks)
        attract(tick.checkpoint, tick.place.x());
    for (const SlotPlace& slot : m_layout.saves)
        attract(slot.checkpoint, slot.anchor.x());
    return attracting ? place(found.branch, *attracting) : found;
}

BranchId TimelineAim::branchNear(const QPointF& point) const {
    BranchId nearest;
    double least = 0;
    for (std::size_t i = 0; i < m_layout.branches.size(); ++i) {
        const Branch& branch = m_timeline.branches[i];
        const double start = m_layout.xAt(m_epochs.start(branch.id));
        const double end = m_layout.branches[i].end.x();
        const double beside = std::max({start - point.x(), point.x() - end, 0.0});
        constexpr double kHeightCounts = 1000; // the lane first, then who is there
        const double distance = std::abs(m_layout.branches[i].end.y() - point.y()) * kHeightCounts + beside;
        if (!nearest || distance < least) {
            nearest = branch.id;
            least = distance;
        }
    }
    return nearest;
}

StepPlace TimelineAim::stepsOn(const StepPlace& from, std::int64_t steps) const {
    const Branch* branch = find(from.branch);
    if (branch != nullptr && branch->weightsOnly && branch->parent < branch->id && from.step + steps < 0)
        return place(branch->parent, branch->forkStep + from.step + steps);
    return place(from.branch, from.step + steps);
}

StepPlace TimelineAim::epochsOn(const StepPlace& from, int direction) const {
    const double here = m_epochs.at(from.branch, from.step);
    const double next = direction > 0 ? std::floor(here + kRounding) + 1 : std::ceil(here - kRounding) - 1;
    return nearest(from.branch, std::max(next, 0.0));
}

StepPlace TimelineAim::onNextLane(const StepPlace& from, int direction) const {
    const BranchPlace* here = drawn(owner(from));
    if (here == nullptr)
        return from;
    const double x = m_layout.xAt(m_epochs.at(from.branch, from.step));
    const BranchPlace* next = nullptr;
    for (const BranchPlace& each : m_layout.branches)
        if ((each.lane - here->lane) * direction > 0 &&
            (next == nullptr || (next->lane - each.lane) * direction > 0))
            next = &each;
    return next == nullptr ? from : at(branchNear(QPointF(x, next->end.y())), x);
}

} // namespace neurarium
