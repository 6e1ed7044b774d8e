// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/repetition.h"

#include <bit>

namespace neurarium {

namespace {

/// The branch whose steps go on from there; null when none does.
const Branch* branchBehind(const RunRecord& record, const CheckpointInfo& checkpoint) {
    const Branch& own = record.branch(checkpoint.branch);
    if (own.lastStep > checkpoint.step)
        return &own;
    const auto& branches = record.timeline.branches;
    for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch)
        if (branch->forkedFrom == checkpoint.id && !branch->weightsOnly && branch->lastStep > checkpoint.step)
            return &*branch;
    return nullptr;
}

bool isSame(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

} // namespace

std::optional<Repetition> repeatSteps(const RunRecord& record, const RepeatRequest& request,
                                      const BranchWalk::NewTrainer& newTrainer,
                                      const ReplayProgress& progress) {
    const CheckpointInfo& from = record.checkpoint(request.from);
    const Branch* branch = branchBehind(record, from);
    if (branch == nullptr)
        return std::nullopt;
    BranchWalk walk(record, newTrainer, progress);
    if (branch->id == from.branch)
        walk.standAt(from);
    else if (!walk.standAtBeginning(*branch))
        return std::nullopt;
    Repetition repetition{from, branch->id};
    for (const StepReport& step : record.steps(branch->id, {from.step + 1, from.step + request.most})) {
        if (!walk.walkTo(step.step))
            return std::nullopt;
        ++repetition.steps;
        if (isSame(walk.lastLoss(), step.loss))
            continue;
        repetition.firstDifferent = step.step;
        break;
    }
    return repetition.steps > 0 ? std::optional(repetition) : std::nullopt;
}

} // namespace neurarium
