// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay.h"

#include <algorithm>
#include <memory>

#include "session/branch_recipe.h"
#include "session/run_notes.h"

namespace neurarium {

namespace {

/// Replays one branch after the other.
class Replay {
public:
    Replay(const RunStore& store, const DataSplit& data, const ReplayOptions& options)
        : m_record(RunRecord::of(store))
        , m_options(options)
        , m_newTrainer([run = parseExperiment(store.experimentJson()), &data,
                        trainer = options.trainer](const Branch& branch) {
            return std::make_unique<Trainer>(experimentOf(run, branch), data, trainer);
        }) {}

    ReplayResult run();

private:
    bool startBranch(BranchWalk& walk, const Branch& branch, std::vector<CheckpointInfo>& targets);
    bool replayBranch(const Branch& branch);
    void compare(BranchWalk& walk, const std::vector<CheckpointInfo>& checkpoints);
    ReplayedCheckpoint check(const CheckpointInfo& checkpoint, TrainingState& stored) const;

    const RunRecord m_record;
    const ReplayOptions m_options;
    const BranchWalk::NewTrainer m_newTrainer;
    std::int64_t m_total = 0;
    ReplayResult m_result;
};

ReplayResult Replay::run() {
    std::vector<Branch> branches;
    if (m_options.branch)
        branches.push_back(m_record.branch(m_options.branch));
    else
        branches = m_record.timeline.branches;
    for (const Branch& branch : branches)
        m_total += branch.weightsOnly ? branch.lastStep : branch.lastStep - branch.forkStep;
    for (const Branch& branch : branches)
        if (!replayBranch(branch))
            break;
    return std::move(m_result);
}

/// Brings the walk to the branch's beginning, or to its first checkpoint where the beginning is not known
/// any more (that checkpoint is taken from the targets then). False: there is nothing to begin from.
bool Replay::startBranch(BranchWalk& walk, const Branch& branch, std::vector<CheckpointInfo>& targets) {
    const auto& known = m_record.timeline.checkpoints;
    const bool beginningKnown =
        branch.forkedFrom
            ? std::any_of(known.begin(), known.end(),
                          [&](const CheckpointInfo& each) { return each.id == branch.forkedFrom; })
            : m_record.fromSeed;
    if (beginningKnown)
        return walk.standAtBeginning(branch);
    const CheckpointInfo first = targets.front();
    targets.erase(targets.begin());
    TrainingState state;
    ReplayedCheckpoint begin = check(first, state);
    begin.start = true;
    if (!begin.problem)
        walk.standAt(first, state);
    m_result.checkpoints.push_back(begin);
    return !begin.problem;
}

/// False: the progress ended it.
bool Replay::replayBranch(const Branch& branch) {
    std::vector<CheckpointInfo> targets = m_record.checkpointsOf(branch.id);
    if (targets.empty())
        return true;
    const std::int64_t before = m_result.stepsTrained;
    BranchWalk walk(m_record, m_newTrainer, [&](std::int64_t done, std::int64_t) {
        m_result.stepsTrained = before + done;
        return !m_options.progress || m_options.progress(m_result.stepsTrained, m_total);
    });
    try {
        if (!startBranch(walk, branch, targets))
            return true;
    } catch (const Error& error) {
        for (const CheckpointInfo& target : targets)
            m_result.checkpoints.push_back({target, false, false, {}, error.problem()});
        return true;
    }
    for (auto first = targets.begin(); first != targets.end();) {
        if (!walk.walkTo(first->step))
            return false;
        const auto last =
            std::find_if(first, targets.end(), [&](const auto& each) { return each.step != first->step; });
        compare(walk, {first, last});
        first = last;
    }
    return true;
}

/// Reads a checkpoint's file and holds it against its row.
ReplayedCheckpoint Replay::check(const CheckpointInfo& checkpoint, TrainingState& stored) const {
    ReplayedCheckpoint replayed{checkpoint, true, false, {}, {}};
    try {
        stored = m_record.load(checkpoint.id);
        replayed.equal = stateHash(stored) == checkpoint.sha256;
        replayed.firstDifference = replayed.equal ? "" : "sha256";
    } catch (const Error& error) {
        replayed.equal = false;
        replayed.problem = error.problem();
    }
    return replayed;
}

/// Each of the checkpoints of one step lies before or behind the changes made there, in any order: the best
/// state may be written late. Changes are made one by one until all fit.
void Replay::compare(BranchWalk& walk, const std::vector<CheckpointInfo>& checkpoints) {
    std::vector<ReplayedCheckpoint> replayed;
    std::vector<TrainingState> stored(checkpoints.size());
    for (std::size_t i = 0; i < checkpoints.size(); ++i)
        replayed.push_back(check(checkpoints[i], stored[i]));
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < replayed.size(); ++i)
        if (replayed[i].equal)
            open.push_back(i);
    do {
        const std::string hash = stateHash(walk.trainer().state());
        std::erase_if(open, [&](std::size_t i) { return checkpoints[i].sha256 == hash; });
    } while (!open.empty() && walk.changeHere());
    for (const std::size_t i : open) {
        replayed[i].equal = false;
        replayed[i].firstDifference = firstDifference(stored[i], walk.trainer().state());
    }
    m_result.checkpoints.insert(m_result.checkpoints.end(), replayed.begin(), replayed.end());
}

} // namespace

bool ReplayResult::equal() const {
    return std::all_of(checkpoints.begin(), checkpoints.end(),
                       [](const ReplayedCheckpoint& each) { return each.equal && !each.problem; });
}

ReplayResult replayRun(const RunStore& store, const DataSplit& data, const ReplayOptions& options) {
    return Replay(store, data, options).run();
}

} // namespace neurarium
