// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proof.h"

#include <algorithm>

namespace neurarium {

namespace {

/// The stretch of a run's history that is to be trained again.
struct Stretch {
    const Branch* branch = nullptr;     ///< it lies on
    std::optional<CheckpointInfo> from; ///< absent: from the branch's beginning
    CheckpointInfo to;
};

std::optional<CheckpointInfo> firstBehind(const RunRecord& record, BranchId branch, std::int64_t step) {
    for (const CheckpointInfo& each : record.checkpointsOf(branch))
        if (each.step > step)
            return each;
    return std::nullopt;
}

Stretch stretchFor(const RunRecord& record, const CheckpointInfo& checkpoint) {
    Stretch stretch{&record.branch(checkpoint.branch), checkpoint, {}};
    if (const auto next = firstBehind(record, checkpoint.branch, checkpoint.step)) {
        stretch.to = *next;
        return stretch;
    }
    const auto& branches = record.timeline.branches;
    for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch)
        if (branch->forkedFrom == checkpoint.id && !branch->weightsOnly)
            if (const auto next = firstBehind(record, branch->id, checkpoint.step))
                return {&*branch, std::nullopt, *next};
    stretch.from.reset();
    stretch.to = checkpoint;
    for (const CheckpointInfo& each : record.checkpointsOf(checkpoint.branch))
        if (each.step < checkpoint.step)
            stretch.from = each;
    return stretch;
}

} // namespace

std::optional<Proof> prove(const RunRecord& record, CheckpointId checkpoint,
                           const BranchWalk::NewTrainer& newTrainer, const ReplayProgress& progress) {
    const Stretch stretch = stretchFor(record, record.checkpoint(checkpoint));
    BranchWalk walk(record, newTrainer, progress);
    Proof proof;
    proof.to = stretch.to;
    if (stretch.from) {
        proof.from = *stretch.from;
        walk.standAt(*stretch.from);
    } else {
        if (!walk.standAtBeginning(*stretch.branch))
            return std::nullopt;
        if (const CheckpointInfo* fork = record.known(stretch.branch->forkedFrom))
            proof.from = *fork; // damaged, too: then it was trained again
    }
    walk.expect(walk.stepsTrained() + stretch.to.step - walk.trainer().stepsDone());
    const std::int64_t before = walk.stepsTrained();
    if (!walk.walkTo(stretch.to.step))
        return std::nullopt;
    proof.steps = walk.stepsTrained() - before;
    proof.equal = walk.changeUntil(stretch.to.sha256);
    const TrainingState state = walk.trainer().state();
    proof.sha256 = stateHash(state);
    if (!proof.equal)
        proof.firstDifference = firstDifference(record.load(stretch.to.id), state);
    return proof;
}

} // namespace neurarium
