// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "report/epoch_history.h"
#include "report/step_history.h"
#include "report/step_report.h"
#include "report/timeline.h"

namespace neurarium {

/// What the x axis counts.
enum class ChartUnit { Epochs, Steps, Seconds };

/// A place on the x axis that was measured: after so many steps so many epochs and seconds had passed.
struct ChartAnchor {
    double step = 0;
    double epoch = 0;
    double seconds = 0;
};

/// What the chart knows about one branch.
struct ChartBranch {
    Branch branch;
    int number = 1; ///< 1, 2, 3: colour and marker
    StepHistory steps;
    EpochHistory epochs;
    std::vector<ChartAnchor> anchors; ///< from the very beginning, along its parents, in order
    double stepsPerEpoch = 1;
    std::int64_t offset =
        0; ///< added to its own steps when it began to count anew (only the weights were taken)
    std::int64_t epochOffset = 0; ///< likewise

    double at(double step, ChartUnit unit) const;
    /// The step that stands there; the inverse of `at`.
    double stepAt(double x, ChartUnit unit) const;
    double lastStep() const;
    /// Where one of its own steps stands among all steps from the very beginning.
    double stepOnAxis(std::int64_t step) const { return static_cast<double>(step + offset); }
    /// The training loss that is told there: at the end of an epoch its mean, within one the mean of the last
    /// steps, which is where the line is, without its noise. `step` counts from the very beginning.
    std::optional<double> trainingLossAt(std::int64_t step) const;
};

/// All values that were ever drawn, by branch. It knows report values only, and no widgets.
class ChartData {
public:
    void setTimeline(const Timeline& timeline);
    void addSteps(const std::vector<StepReport>& steps);
    /// Returns the epoch as it stands on the axis, counted from the very beginning.
    EpochReport addEpoch(const EpochReport& epoch);
    void clear();

    const Timeline& timeline() const { return m_timeline; }
    bool empty() const;
    /// In the order of their numbers.
    std::vector<const ChartBranch*> branches() const;
    const ChartBranch* branch(BranchId id) const;
    const ChartBranch* current() const;
    /// The epochs from the very beginning to the end of that branch, along its parents.
    std::vector<EpochReport> epochsAlong(BranchId id) const;
    /// The same along the branch's parents.
    std::optional<double> trainingLossAt(BranchId id, std::int64_t step) const;
    /// The furthest place that any branch has reached.
    double lastPlace(ChartUnit unit) const;
    /// The epoch with the lowest validation loss of all branches.
    std::optional<EpochReport> best() const;

    /// The exponential mean of the branch's step losses; kept from call to call while the factor is the same.
    const StepHistory& smoothed(BranchId id, double factor);

private:
    struct Smoothing {
        StepHistory steps;
        double mean = 0;
        bool begun = false;
    };

    ChartBranch& record(BranchId id);
    void renewAnchors();
    void addAnchor(ChartBranch& branch, const EpochReport& epoch) const;
    void appendSmoothed(Smoothing& smoothing, const ChartBranch& branch, std::int64_t step);
    Smoothing& smoothing(BranchId id);

    Timeline m_timeline;
    std::map<BranchId, ChartBranch> m_branches;
    std::map<BranchId, Smoothing> m_smoothed;
    double m_factor = 0;
};

} // namespace neurarium
