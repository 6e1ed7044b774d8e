// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/proof.h"
#include "widgets/timeline_layout.h"

namespace neurarium {

/// Where the playhead of a timeline may be put: which recorded step of which branch is meant by a point of
/// the drawing or by an arrow key. A place names the branch whose way is followed; a step before its fork is
/// one of the parent's. Points are unscrolled.
class TimelineAim {
public:
    TimelineAim(const Timeline& timeline, const EpochScale& epochs, const TimelineLayout& layout)
        : m_timeline(timeline)
        , m_epochs(epochs)
        , m_layout(layout) {}

    /// The step nearest to x on the way to the end of that branch; a checkpoint that is as good as there
    /// attracts it.
    StepPlace at(BranchId way, double x) const;
    /// The branch that is drawn nearest to a point; of those at the same height the one that is there.
    BranchId branchNear(const QPointF& point) const;
    /// So many steps on, at most to the ends of the way.
    StepPlace stepsOn(const StepPlace& from, std::int64_t steps) const;
    /// At the next whole epoch (+1), or the one before (-1).
    StepPlace epochsOn(const StepPlace& from, int direction) const;
    /// At about the same epoch of the branch that is drawn next below (+1) or above (-1).
    StepPlace onNextLane(const StepPlace& from, int direction) const;

    /// The branch that a step was made on: those before a fork are the parent's.
    BranchId owner(const StepPlace& place) const;
    /// Where a branch is drawn.
    const BranchPlace* drawn(BranchId branch) const;

private:
    const Branch* find(BranchId branch) const;
    StepPlace place(BranchId way, std::int64_t step) const;
    StepPlace nearest(BranchId way, double epoch) const;

    const Timeline& m_timeline;
    const EpochScale& m_epochs;
    const TimelineLayout& m_layout;
};

} // namespace neurarium
