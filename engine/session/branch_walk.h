// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "checkpoint/run_store.h"
#include "report/proof.h"
#include "training/trainer.h"

namespace neurarium {

/// What training again needs to know of a run.
struct RunRecord {
    Timeline timeline;                   ///< with sound checkpoints only
    std::vector<CheckpointInfo> damaged; ///< known by their hashes alone
    bool fromSeed = true;                ///< branches that left from no checkpoint began as the seed tells
    std::function<TrainingState(CheckpointId)> load;
    std::function<std::vector<StepReport>(BranchId, const StepRange&)> steps; ///< recorded ones

    /// `load` and `steps` go on using the store.
    static RunRecord of(const RunStore& store);
    /// Throws Error (Refused) when there is none.
    const Branch& branch(BranchId id) const;
    /// A sound checkpoint. Throws Error (Refused) when there is none.
    const CheckpointInfo& checkpoint(CheckpointId id) const;
    /// A checkpoint, sound or damaged, or null.
    const CheckpointInfo* known(CheckpointId id) const;
    /// In the order of their steps.
    std::vector<CheckpointInfo> checkpointsOf(BranchId branch) const;
};

/// Called after each step; returns false to end the work early.
using ReplayProgress = std::function<bool(std::int64_t stepsDone, std::int64_t stepsTotal)>;

/// Takes the recorded way of a run again, in trainers of its own: the same steps, and at theirs the same
/// changes, with the recipe of each branch. Everything throws Error.
class BranchWalk {
public:
    /// Makes a trainer for a branch (see experimentOf).
    using NewTrainer = std::function<std::unique_ptr<Trainer>(const Branch&)>;
    BranchWalk(const RunRecord& record, NewTrainer newTrainer, ReplayProgress progress = {});

    /// Stands at a checkpoint; from there the way goes on along its branch.
    void standAt(const CheckpointInfo& checkpoint);
    /// The same with its state, which was loaded already.
    void standAt(const CheckpointInfo& checkpoint, const TrainingState& state);
    /// Stands where a branch begins. Throws Error (Refused) when that is not known any more. False: the
    /// progress ended it, on the way to a fork whose checkpoint is damaged.
    bool standAtBeginning(const Branch& branch);
    /// Goes to a step of a branch from the nearest checkpoint before it. Changes made at that step are not
    /// in it. False: the progress ended it. The place says what was reached.
    bool goTo(StepPlace& place);
    /// Trains up to a step of the branch stood on. False: the progress ended it. It stops earlier where
    /// training diverges.
    bool walkTo(std::int64_t step);
    /// Makes the next change recorded at this step. False when there is none.
    bool changeHere();
    /// Makes the changes recorded at this step, one after the other, until the state has this hash. False
    /// when it never has.
    bool changeUntil(const std::string& sha256);

    Trainer& trainer() { return *m_trainer; }
    std::unique_ptr<Trainer> takeTrainer() { return std::move(m_trainer); }
    std::int64_t stepsTrained() const { return m_stepsTrained; }
    /// Of the batch of the last step that was trained.
    float lastLoss() const { return m_lastLoss; }
    /// What the progress is told as the total.
    void expect(std::int64_t steps) { m_total = steps; }

private:
    void takeMarks(BranchId branch, std::int64_t fromStep);
    void useRecipeOf(const Branch& branch);
    bool standAtFork(const Branch& branch);
    bool beginsWithTheParent(const Branch& branch, std::int64_t step) const;

    const RunRecord& m_record;
    const NewTrainer m_newTrainer;
    const ReplayProgress m_progress;
    std::unique_ptr<Trainer> m_trainer;
    std::string m_experiment;  ///< the trainer's, as branches have it
    std::vector<Mark> m_marks; ///< of the branch under way, those still to come, the next one last
    std::int64_t m_stepsTrained = 0;
    std::int64_t m_total = 0;
    float m_lastLoss = 0;
};

} // namespace neurarium
