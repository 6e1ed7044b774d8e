// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "report/step_history.h"
#include "widgets/chart_data.h"

namespace neurarium {

/// Two branches that left one checkpoint and differ in one change.
struct TwinPair {
    BranchId same;  ///< nothing changed
    BranchId other; ///< one thing changed
    bool operator==(const TwinPair&) const = default;
};

/// The twins of a run that were begun last.
std::optional<TwinPair> newestTwins(const Timeline& timeline);

/// What one step's loss of the changed twin is above the unchanged one's.
struct StepDifference {
    std::int64_t step = 0;
    double value = 0;
};

/// Of all steps that both have; those whose loss was not a number are left out.
std::vector<StepDifference> stepDifferences(const StepHistory& same, const StepHistory& other);

/// Of all epochs that both have: each figure is the changed twin's less the unchanged one's, and the branch
/// is the changed one.
std::vector<EpochReport> epochDifferences(const ChartBranch& same, const ChartBranch& other);

} // namespace neurarium
