// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tree_way.h"

#include <algorithm>
#include <limits>

namespace neurarium {

namespace {

/// A stretch of one branch: what lies on it before `until`, or at that very step and before `end` was saved.
struct Stretch {
    BranchId branch;
    std::int64_t until = std::numeric_limits<std::int64_t>::max();
    CheckpointId end;
};

/// The stretches that lead to a checkpoint, the last one first.
std::vector<Stretch> wayTo(const CheckpointInfo& checkpoint, const Timeline& timeline) {
    std::vector<Stretch> way;
    Stretch next = checkpoint.id ? Stretch{checkpoint.branch, checkpoint.step, checkpoint.id}
                                 : Stretch{timeline.current, std::numeric_limits<std::int64_t>::max(), {}};
    while (way.size() <= timeline.branches.size()) {
        const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                        [&](const Branch& each) { return each.id == next.branch; });
        if (found == timeline.branches.end())
            break;
        way.push_back(next);
        next = {found->parent, found->forkStep, found->forkedFrom};
    }
    return way;
}

} // namespace

std::vector<Mark> marksOnTheWayTo(const CheckpointInfo& checkpoint, const Timeline& timeline) {
    std::vector<Mark> marks;
    for (const Stretch& stretch : wayTo(checkpoint, timeline))
        for (const Mark& mark : timeline.marks)
            if (mark.branch == stretch.branch &&
                (mark.step < stretch.until || (mark.step == stretch.until && mark.before < stretch.end)))
                marks.push_back(mark);
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.number < b.number; });
    return marks;
}

std::vector<CheckpointInfo> checkpointsOnTheWayTo(CheckpointId checkpoint, const Timeline& timeline) {
    const auto target = std::find_if(timeline.checkpoints.begin(), timeline.checkpoints.end(),
                                     [&](const CheckpointInfo& each) { return each.id == checkpoint; });
    std::vector<CheckpointInfo> found;
    if (target == timeline.checkpoints.end())
        return found;
    std::vector<Stretch> way = wayTo(*target, timeline);
    std::reverse(way.begin(), way.end());
    for (const Stretch& stretch : way) {
        const auto begin = found.size();
        for (const CheckpointInfo& each : timeline.checkpoints)
            if (each.branch == stretch.branch && each.id != checkpoint &&
                (each.step < stretch.until || each.id == stretch.end))
                found.push_back(each);
        std::sort(found.begin() + static_cast<std::ptrdiff_t>(begin), found.end(),
                  [](const CheckpointInfo& a, const CheckpointInfo& b) { return a.step < b.step; });
    }
    return found;
}

std::vector<Mark> marksOnlyOnTheWayTo(const CheckpointInfo& checkpoint, const CheckpointInfo& other,
                                      const Timeline& timeline) {
    std::vector<Mark> marks = marksOnTheWayTo(checkpoint, timeline);
    const std::vector<Mark> others = marksOnTheWayTo(other, timeline);
    std::erase_if(marks, [&](const Mark& mark) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Mark& each) { return each.id == mark.id; });
    });
    return marks;
}

} // namespace neurarium
