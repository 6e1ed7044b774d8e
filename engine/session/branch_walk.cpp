// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/branch_walk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "session/branch_recipe.h"
#include "session/live_changes.h"
#include "session/run_notes.h"

namespace neurarium {

namespace {

template <class Infos>
const CheckpointInfo* infoOf(const Infos& infos, CheckpointId id) {
    const auto found =
        std::find_if(infos.begin(), infos.end(), [id](const CheckpointInfo& each) { return each.id == id; });
    return found == infos.end() ? nullptr : &*found;
}

[[noreturn]] void refuse(std::int64_t step, Message what) {
    throw Error(ProblemKind::Refused, "step " + std::to_string(step), std::move(what),
                explain("Problem", "Choose a step that lies behind a sound checkpoint."));
}

} // namespace

RunRecord RunRecord::of(const RunStore& store) {
    RunRecord record;
    record.timeline = store.timeline();
    for (const DamagedCheckpoint& each : store.damaged())
        record.damaged.push_back(each.info);
    record.fromSeed = store.note(kInitialWeightsNote).empty();
    record.load = [&store](CheckpointId id) { return store.load(id); };
    record.steps = [&store](BranchId branch, const StepRange& range) { return store.steps(branch, range); };
    return record;
}

const Branch& RunRecord::branch(BranchId id) const {
    const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                    [id](const Branch& each) { return each.id == id; });
    if (found == timeline.branches.end())
        throw Error(ProblemKind::Refused, std::to_string(id.value),
                    explain("Problem", "This run has no such branch"));
    return *found;
}

const CheckpointInfo& RunRecord::checkpoint(CheckpointId id) const {
    const CheckpointInfo* found = infoOf(timeline.checkpoints, id);
    if (found == nullptr)
        throw Error(ProblemKind::Refused, std::to_string(id.value),
                    explain("Problem", "This run has no such checkpoint"),
                    explain("Problem", "Choose one of the timeline."));
    return *found;
}

const CheckpointInfo* RunRecord::known(CheckpointId id) const {
    const CheckpointInfo* sound = infoOf(timeline.checkpoints, id);
    return sound != nullptr ? sound : infoOf(damaged, id);
}

std::vector<CheckpointInfo> RunRecord::checkpointsOf(BranchId branch) const {
    std::vector<CheckpointInfo> found;
    for (const CheckpointInfo& checkpoint : timeline.checkpoints)
        if (checkpoint.branch == branch)
            found.push_back(checkpoint);
    std::sort(found.begin(), found.end(), [](const CheckpointInfo& a, const CheckpointInfo& b) {
        return a.step != b.step ? a.step < b.step : a.id < b.id;
    });
    return found;
}

BranchWalk::BranchWalk(const RunRecord& record, NewTrainer newTrainer, ReplayProgress progress)
    : m_record(record)
    , m_newTrainer(std::move(newTrainer))
    , m_progress(std::move(progress)) {}

void BranchWalk::takeMarks(BranchId branch, std::int64_t fromStep) {
    m_marks.clear();
    for (const Mark& mark : m_record.timeline.marks)
        if (mark.branch == branch && mark.step >= fromStep)
            m_marks.push_back(mark);
    std::sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.id > b.id; });
}

void BranchWalk::standAt(const CheckpointInfo& checkpoint) {
    standAt(checkpoint, m_record.load(checkpoint.id));
}

/// Changes at this very step that the state has already may be made again: they set what is set.
void BranchWalk::standAt(const CheckpointInfo& checkpoint, const TrainingState& state) {
    useRecipeOf(m_record.branch(checkpoint.branch));
    m_trainer->restore(state);
    takeMarks(checkpoint.branch, checkpoint.step);
}

bool BranchWalk::standAtBeginning(const Branch& branch) {
    if (branch.forkedFrom) {
        if (!standAtFork(branch))
            return false;
    } else {
        if (!m_record.fromSeed)
            refuse(branch.forkStep, explain("Problem", "How this branch began is not known any more"));
        m_trainer.reset();
        useRecipeOf(branch);
    }
    takeMarks(branch.id, 0);
    return true;
}

/// Has a trainer with the branch's recipe; the state of one with another recipe is left behind.
void BranchWalk::useRecipeOf(const Branch& branch) {
    if (m_trainer && m_experiment == branch.experiment)
        return;
    m_trainer = m_newTrainer(branch);
    m_experiment = branch.experiment;
}

bool BranchWalk::standAtFork(const Branch& branch) {
    if (infoOf(m_record.timeline.checkpoints, branch.forkedFrom) != nullptr) {
        TrainingState state = m_record.load(branch.forkedFrom);
        if (branch.weightsOnly)
            m_trainer.reset();
        useRecipeOf(branch);
        if (branch.weightsOnly)
            m_trainer->loadWeights(state);
        else
            m_trainer->restore(asStateOf(std::move(state), m_trainer->experiment()));
        return true;
    }
    const CheckpointInfo* damaged = infoOf(m_record.damaged, branch.forkedFrom);
    StepPlace fork{branch.parent, branch.forkStep};
    const bool canBeMade = damaged != nullptr && !branch.weightsOnly;
    if (canBeMade && !goTo(fork))
        return false;
    if (!canBeMade || !changeUntil(damaged->sha256))
        refuse(branch.forkStep,
               explain("Problem", "The checkpoint that this branch left from is gone or damaged"));
    if (m_experiment != branch.experiment) {
        TrainingState state = m_trainer->state();
        useRecipeOf(branch);
        m_trainer->restore(asStateOf(std::move(state), m_trainer->experiment()));
    }
    return true;
}

/// The state at that step is one of the branch that this one left: also where it left, when its first step
/// was made with another recipe.
bool BranchWalk::beginsWithTheParent(const Branch& branch, std::int64_t step) const {
    if (branch.weightsOnly || !branch.parent || step > branch.forkStep)
        return false;
    if (step < branch.forkStep)
        return true;
    const std::vector<CheckpointInfo> own = m_record.checkpointsOf(branch.id);
    const bool isSaved = !own.empty() && own.front().step == step;
    return !isSaved && branch.experiment != m_record.branch(branch.parent).experiment;
}

bool BranchWalk::goTo(StepPlace& place) {
    const Branch* branch = &m_record.branch(place.branch);
    for (std::size_t left = m_record.timeline.branches.size();
         beginsWithTheParent(*branch, place.step) && left > 0; --left)
        branch = &m_record.branch(branch->parent);
    place.branch = branch->id;
    if (place.step < 0 || place.step > branch->lastStep)
        throw Error(ProblemKind::Refused, "step " + std::to_string(place.step),
                    explain("Problem", "Branch %1 has the steps 0 to %2",
                            {std::to_string(branch->id.value), std::to_string(branch->lastStep)}));
    std::optional<CheckpointInfo> nearest;
    for (const CheckpointInfo& each : m_record.checkpointsOf(branch->id))
        if (each.step <= place.step && (!nearest || each.step > nearest->step))
            nearest = each;
    if (nearest)
        standAt(*nearest);
    else if (!standAtBeginning(*branch))
        return false;
    expect(m_stepsTrained + place.step - m_trainer->stepsDone());
    if (!walkTo(place.step))
        return false;
    if (m_trainer->stepsDone() != place.step)
        refuse(place.step, explain("Problem", "Training again diverges at step %1",
                                   {std::to_string(m_trainer->stepsDone() + 1)}));
    place.epoch = m_trainer->epochsDone();
    if (nearest && nearest->step == place.step)
        place.checkpoint = nearest->id;
    else if (!nearest && !branch->weightsOnly && branch->forkStep == place.step)
        place.checkpoint = branch->forkedFrom;
    return true;
}

bool BranchWalk::walkTo(std::int64_t step) {
    while (m_trainer->stepsDone() < step) {
        while (changeHere()) {
        }
        const StepResult result = m_trainer->step();
        m_lastLoss = result.report.loss;
        if (!result.finite)
            return true;
        if (result.epochFinished)
            m_trainer->finishEpoch();
        ++m_stepsTrained;
        if (m_progress && !m_progress(m_stepsTrained, m_total))
            return false;
    }
    return true;
}

bool BranchWalk::changeUntil(const std::string& sha256) {
    while (stateHash(m_trainer->state()) != sha256)
        if (!changeHere())
            return false;
    return true;
}

bool BranchWalk::changeHere() {
    if (m_marks.empty() || m_marks.back().step > m_trainer->stepsDone())
        return false;
    m_trainer->change(withChanges(m_trainer->settings(), m_marks.back().changes));
    m_marks.pop_back();
    return true;
}

} // namespace neurarium
