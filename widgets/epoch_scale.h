// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "report/epoch_report.h"
#include "report/timeline.h"

namespace neurarium {

/// Turns the steps of each branch into places on the epoch axis. Epochs that were measured are exact, also
/// when their number of steps has changed meanwhile; what lies beyond counts with the timeline's steps per
/// epoch. A branch that took only the weights counts its steps anew and goes on where it left its parent.
class EpochScale {
public:
    EpochScale() = default;
    explicit EpochScale(const Timeline& timeline) { setTimeline(timeline); }

    void setTimeline(const Timeline& timeline);
    /// Reports of one branch come in the order of their steps; repeated ones change nothing.
    void addEpoch(const EpochReport& epoch);
    void clear() { *this = EpochScale(); }

    /// Where the step of that branch stands, in epochs from the very beginning.
    double at(BranchId branch, std::int64_t step) const;
    /// The first step of the branch, or of its parents, that stands there or behind.
    std::int64_t stepAt(BranchId branch, double epoch) const;
    /// Where the branch leaves its parent.
    double start(BranchId branch) const;

private:
    struct Anchor {
        std::int64_t step;
        std::int64_t epoch;
    };
    /// What is added to the branch's own count of epochs.
    double shift(BranchId branch) const;
    const Branch* find(BranchId branch) const;

    std::map<BranchId, Branch> m_branches;
    std::map<BranchId, std::vector<Anchor>> m_anchors;
    std::int64_t m_stepsPerEpoch = 1;
};

} // namespace neurarium
