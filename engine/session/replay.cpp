// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay.h"

#include <algorithm>
#include <memory>

#include "session/live_changes.h"
#include "session/run_notes.h"

namespace neurarium {

namespace {

/// Replays one branch after the other.
class Replay {
public:
    Replay(const RunStore& store, const DataSplit& data, TrainerOptions options)
        : m_store(store)
        , m_timeline(store.timeline())
        , m_data(data)
        , m_options(options)
        , m_experiment(parseExperiment(store.experimentJson())) {}

    ReplayResult run(const ReplayProgress& progress);

private:
    std::vector<CheckpointInfo> checkpointsOf(BranchId branch) const;
    std::vector<Mark> marksOf(BranchId branch) const;
    bool startBranch(const Branch& branch, std::vector<CheckpointInfo>& targets);
    void replayBranch(const Branch& branch, const ReplayProgress& progress);
    bool trainTo(std::int64_t step, const ReplayProgress& progress);
    void applyMark();
    ReplayedCheckpoint compare(const CheckpointInfo& checkpoint);
    ReplayedCheckpoint check(const CheckpointInfo& checkpoint, TrainingState& stored) const;

    const RunStore& m_store;
    const Timeline m_timeline;
    const DataSplit& m_data;
    const TrainerOptions m_options;
    const Experiment m_experiment;
    std::unique_ptr<Trainer> m_trainer;
    std::vector<Mark> m_marks; ///< of the branch under way, those still to come
    std::int64_t m_total = 0;
    bool m_ended = false;
    ReplayResult m_result;
};

std::vector<CheckpointInfo> Replay::checkpointsOf(BranchId branch) const {
    std::vector<CheckpointInfo> found;
    for (const CheckpointInfo& checkpoint : m_timeline.checkpoints)
        if (checkpoint.branch == branch)
            found.push_back(checkpoint);
    std::sort(found.begin(), found.end(), [](const CheckpointInfo& a, const CheckpointInfo& b) {
        return a.step != b.step ? a.step < b.step : a.id < b.id;
    });
    return found;
}

std::vector<Mark> Replay::marksOf(BranchId branch) const {
    std::vector<Mark> found;
    for (const Mark& mark : m_timeline.marks)
        if (mark.branch == branch)
            found.push_back(mark);
    std::sort(found.begin(), found.end(), [](const Mark& a, const Mark& b) { return a.id < b.id; });
    return found;
}

ReplayResult Replay::run(const ReplayProgress& progress) {
    for (const Branch& branch : m_timeline.branches)
        m_total += branch.weightsOnly ? branch.lastStep : branch.lastStep - branch.forkStep;
    for (const Branch& branch : m_timeline.branches)
        if (!m_ended)
            replayBranch(branch, progress);
    return std::move(m_result);
}

/// Brings the trainer to the branch's beginning, or to its first checkpoint where the beginning is not known
/// any more (that checkpoint is taken from the targets then). False: there is nothing to begin from.
bool Replay::startBranch(const Branch& branch, std::vector<CheckpointInfo>& targets) {
    m_trainer = std::make_unique<Trainer>(m_experiment, m_data, m_options);
    m_marks = marksOf(branch.id);
    const bool fromSeed = !branch.forkedFrom && m_store.note(kInitialWeightsNote).empty();
    if (fromSeed)
        return true;
    TrainingState state;
    if (branch.forkedFrom && m_store.checkpoint(branch.forkedFrom)) {
        state = m_store.load(branch.forkedFrom);
        if (branch.weightsOnly)
            m_trainer->loadWeights(state);
        else
            m_trainer->restore(state);
        return true;
    }
    if (targets.empty())
        return false;
    const CheckpointInfo first = targets.front();
    targets.erase(targets.begin());
    ReplayedCheckpoint begin = check(first, state);
    begin.start = true;
    if (!begin.problem) {
        m_trainer->restore(state);
        std::erase_if(m_marks, [&](const Mark& mark) { return mark.step < first.step; });
    }
    m_result.checkpoints.push_back(begin);
    return !begin.problem;
}

void Replay::replayBranch(const Branch& branch, const ReplayProgress& progress) {
    std::vector<CheckpointInfo> targets = checkpointsOf(branch.id);
    if (targets.empty())
        return;
    try {
        if (!startBranch(branch, targets))
            return;
    } catch (const Error& error) {
        for (const CheckpointInfo& target : targets)
            m_result.checkpoints.push_back({target, false, false, {}, error.problem()});
        return;
    }
    for (const CheckpointInfo& target : targets) {
        if (!trainTo(target.step, progress))
            return;
        m_result.checkpoints.push_back(compare(target));
    }
}

bool Replay::trainTo(std::int64_t step, const ReplayProgress& progress) {
    while (m_trainer->stepsDone() < step) {
        while (!m_marks.empty() && m_marks.front().step <= m_trainer->stepsDone())
            applyMark();
        const StepResult result = m_trainer->step();
        if (!result.finite)
            return true; // the comparison that follows tells the difference
        if (result.epochFinished)
            m_trainer->finishEpoch();
        ++m_result.stepsTrained;
        if (progress && !progress(m_result.stepsTrained, m_total)) {
            m_ended = true;
            return false;
        }
    }
    return true;
}

void Replay::applyMark() {
    m_trainer->change(withChanges(m_trainer->settings(), m_marks.front().changes));
    m_marks.erase(m_marks.begin());
}

/// Reads a checkpoint's file and holds it against its row.
ReplayedCheckpoint Replay::check(const CheckpointInfo& checkpoint, TrainingState& stored) const {
    ReplayedCheckpoint replayed{checkpoint, false, false, {}, {}};
    try {
        stored = m_store.load(checkpoint.id);
        replayed.equal = stateHash(stored) == checkpoint.sha256;
        if (!replayed.equal)
            replayed.firstDifference = "sha256";
    } catch (const Error& error) {
        replayed.problem = error.problem();
    }
    return replayed;
}

/// A checkpoint may lie before or behind the marks of its own step: they are applied one by one until it
/// fits.
ReplayedCheckpoint Replay::compare(const CheckpointInfo& checkpoint) {
    TrainingState stored;
    ReplayedCheckpoint replayed = check(checkpoint, stored);
    if (replayed.problem || !replayed.equal)
        return replayed;
    while (stateHash(m_trainer->state()) != checkpoint.sha256) {
        if (m_marks.empty() || m_marks.front().step > checkpoint.step) {
            replayed.equal = false;
            replayed.firstDifference = firstDifference(stored, m_trainer->state());
            return replayed;
        }
        applyMark();
    }
    return replayed;
}

} // namespace

bool ReplayResult::equal() const {
    return std::all_of(checkpoints.begin(), checkpoints.end(),
                       [](const ReplayedCheckpoint& each) { return each.equal && !each.problem; });
}

ReplayResult replayRun(const RunStore& store, const DataSplit& data, const TrainerOptions& options,
                       const ReplayProgress& progress) {
    return Replay(store, data, options).run(progress);
}

} // namespace neurarium
