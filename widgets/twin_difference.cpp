// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/twin_difference.h"

#include <algorithm>

namespace neurarium {

namespace {

const Branch* branchOf(const Timeline& timeline, std::int64_t id) {
    const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                    [id](const Branch& each) { return each.id.value == id; });
    return found == timeline.branches.end() ? nullptr : &*found;
}

bool isChangedAtItsFork(const Branch& branch, const Timeline& timeline) {
    return std::any_of(timeline.marks.begin(), timeline.marks.end(), [&](const Mark& mark) {
        return mark.branch == branch.id && mark.step == branch.forkStep;
    });
}

std::optional<double> less(const std::optional<double>& after, const std::optional<double>& before) {
    return after && before ? std::optional(*after - *before) : std::nullopt;
}

} // namespace

std::optional<TwinPair> newestTwins(const Timeline& timeline) {
    for (auto mark = timeline.marks.rbegin(); mark != timeline.marks.rend(); ++mark) {
        const Branch* other = branchOf(timeline, mark->branch.value);
        const Branch* same = branchOf(timeline, mark->branch.value - 1);
        if (!same || !other || mark->changes.size() != 1 || mark->step != other->forkStep)
            continue;
        const bool together = other->forkedFrom && same->forkedFrom == other->forkedFrom &&
                              !same->weightsOnly && !other->weightsOnly;
        if (together && !isChangedAtItsFork(*same, timeline))
            return TwinPair{same->id, other->id};
    }
    return std::nullopt;
}

std::vector<StepDifference> stepDifferences(const StepHistory& same, const StepHistory& other) {
    std::vector<StepDifference> differences;
    if (same.empty() || other.empty())
        return differences;
    const std::int64_t last = std::min(same.lastStep(), other.lastStep());
    const std::int64_t stride = std::max(same.stepsPerPlace(), other.stepsPerPlace());
    for (std::int64_t step = std::max(same.firstStep(), other.firstStep()); step <= last; step += stride) {
        const std::optional<float> before = same.at(step), after = other.at(step);
        if (before && after)
            differences.push_back({step, static_cast<double>(*after) - static_cast<double>(*before)});
    }
    return differences;
}

std::vector<EpochReport> epochDifferences(const ChartBranch& same, const ChartBranch& other) {
    std::vector<EpochReport> differences;
    for (const EpochReport& after : other.epochs) {
        const auto before = same.epochs.lastUntil(static_cast<double>(after.step));
        if (before == same.epochs.end() || before->step != after.step)
            continue;
        EpochReport& epoch = differences.emplace_back();
        epoch.branch = after.branch;
        epoch.epoch = after.epoch;
        epoch.step = after.step;
        epoch.trainLoss = after.trainLoss - before->trainLoss;
        epoch.trainAccuracy = less(after.trainAccuracy, before->trainAccuracy);
        epoch.validationLoss = less(after.validationLoss, before->validationLoss);
        epoch.validationAccuracy = less(after.validationAccuracy, before->validationAccuracy);
        epoch.learningRate = after.learningRate - before->learningRate;
    }
    return differences;
}

} // namespace neurarium
