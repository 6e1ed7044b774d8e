// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/training_run.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "checkpoint/damage.h"
#include "session/branch_recipe.h"
#include "session/live_changes.h"
#include "session/run_notes.h"
#include "session/state_check.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kWarningInterval{10};

/// The checkpoint before a bad one, which another program may have put there.
CheckpointId goodBefore(const CheckpointInfo& bad, Timeline history) {
    std::erase_if(history.checkpoints, [&](const CheckpointInfo& each) { return each.id == bad.id; });
    const CheckpointInfo* nearest = nearestBefore(history, bad.branch, bad.step);
    return nearest == nullptr ? CheckpointId{} : nearest->id;
}

} // namespace

TrainingRun::TrainingRun(Parts parts, RunListener& listener)
    : m_listener(listener)
    , m_experiment(std::move(parts.experiment))
    , m_trainer(std::move(parts.trainer))
    , m_writer(std::make_unique<RunWriter>(std::move(parts.store), parts.writing))
    , m_options(parts.options)
    , m_writing(parts.writing)
    , m_plannedEpochs(parts.plannedEpochs.value_or(m_trainer->experiment().epochs))
    , m_recordedEpochs(m_plannedEpochs)
    , m_lastAutomatic(Clock::now() - kAutomaticInterval)
    , m_lastWarning(Clock::now() - kWarningInterval) {
    m_trainer->setEpochs(m_plannedEpochs);
}

void TrainingRun::begin() {
    m_branch = m_writer->with([](RunStore& store) { return store.addBranch(Branch{}); });
    m_start = m_trainer->state();
}

void TrainingRun::beginAgain() {
    const Timeline history = m_writer->with([](RunStore& store) { return store.timeline(); });
    if (history.branches.empty())
        return begin();
    m_branch = history.branches.front().id;
    m_start = m_trainer->state();
    Branch branch;
    branch.parent = m_branch;
    m_nextBranch = branch;
}

void TrainingRun::continueFrom(const CheckpointInfo& checkpoint, bool weightsOnly) {
    restore(m_writer->with([&](RunStore& store) { return store.load(checkpoint.id); }), checkpoint.branch,
            weightsOnly);
    adopt(checkpoint, weightsOnly);
    if (m_writing && !weightsOnly) // a repaired run does not know its data any more
        m_writer->with([this](RunStore& store) {
            if (!isDataNoted(store))
                noteData(store, m_trainer->data());
        });
}

Timeline TrainingRun::timeline() {
    Timeline timeline = m_writer->with([](RunStore& store) { return store.timeline(); });
    timeline.current = m_branch;
    const bool countsAnew = m_nextBranch && m_nextBranch->weightsOnly;
    timeline.currentStep = countsAnew ? m_nextBranch->forkStep : m_trainer->stepsDone();
    timeline.currentEpoch = countsAnew ? m_nextBranch->forkEpoch : m_trainer->epochsDone();
    timeline.plannedEpochs = m_plannedEpochs;
    timeline.stepsPerEpoch = m_trainer->stepsPerEpoch();
    return timeline;
}

TrainingRun::StepOutcome TrainingRun::step() {
    if (m_saving)
        if (const auto saved = m_writer->takeSaved())
            collectSaved(*saved);
    applyWaitingChange();
    openBranch();
    StepResult result = m_trainer->step();
    if (!result.finite)
        return diverge(result.report.step, result.place);
    result.report.branch = m_branch;
    m_steps.push_back(result.report);
    m_lastLoss = result.report.loss;
    if (!std::exchange(m_usualKnown, true))
        m_usualLoss = std::max(m_usualLoss, m_lastLoss);
    ++m_stepsSinceCheckpoint;
    return result.epochFinished ? finishEpoch() : StepOutcome::Trained;
}

TrainingRun::StepOutcome TrainingRun::finishEpoch() {
    EpochReport report = m_trainer->finishEpoch();
    report.branch = m_branch;
    m_figures = {report.step, report.validationLoss, report.validationAccuracy};
    handSteps();
    m_writer->addEpoch(report);
    m_listener.onEpoch(report);
    if (report.validationLoss && !std::isfinite(*report.validationLoss))
        return diverge(report.step, "validation loss");
    automaticCheckpoint();
    return StepOutcome::EpochFinished;
}

TrainingRun::StepOutcome TrainingRun::diverge(std::int64_t step, const std::string& place) {
    finishSaving();
    handSteps();
    m_divergence = {m_branch, step, m_trainer->epochsDone() + 1, place, m_trainer->settings().learningRate,
                    {}};
    try {
        if (!m_lastGood && m_start) {
            NewCheckpoint start;
            start.branch = m_branch;
            m_lastGood = write(start, *m_start).id;
        }
        recordMark({{ChangeKind::Divergence, "divergence", place, exactText(m_divergence.learningRate)}},
                   m_lastGood);
    } catch (const Error& error) {
        warn(error.problem());
    }
    m_divergence.lastGood = m_lastGood;
    return StepOutcome::Diverged;
}

RunWriter::Steps TrainingRun::takeSteps() {
    handSteps();
    if (m_handed.empty())
        return nullptr;
    if (m_handed.size() == 1)
        return std::exchange(m_handed, {}).front();
    auto all = std::make_shared<std::vector<StepReport>>();
    for (const RunWriter::Steps& some : m_handed)
        all->insert(all->end(), some->begin(), some->end());
    m_handed.clear();
    return all;
}

void TrainingRun::handSteps() {
    if (m_steps.empty())
        return;
    m_handed.push_back(std::make_shared<const std::vector<StepReport>>(std::exchange(m_steps, {})));
    m_writer->addSteps(m_handed.back());
}

void TrainingRun::setEpochs(std::int64_t epochs) {
    m_plannedEpochs = std::max<std::int64_t>(epochs, 1);
    m_trainer->setEpochs(m_plannedEpochs);
    m_writer->with(
        [this](RunStore& store) { store.setNote(kPlannedEpochsNote, std::to_string(m_plannedEpochs)); });
    m_listener.onTimeline();
}

/// The same state in a trainer that has other threads.
void TrainingRun::setThreads(int threads) {
    if (std::exchange(m_options.threads, threads) == threads)
        return;
    auto fresh = freshTrainer(m_trainer->experiment());
    fresh->restore(m_trainer->state());
    m_trainer = std::move(fresh);
}

/// All changes that wait at this boundary become one mark, behind a checkpoint of the state before them.
void TrainingRun::applyWaitingChange() {
    if (!m_waitingChange && m_plannedEpochs == m_recordedEpochs)
        return;
    finishSaving();
    const LiveSettings before = m_trainer->settings();
    const LiveSettings after = std::exchange(m_waitingChange, std::nullopt).value_or(before);
    std::vector<Change> changes = describeChanges(before, after);
    try {
        CheckpointId saved;
        if (!changes.empty()) {
            openBranch();
            saved = checkpointBefore(changes);
            m_trainer->change(after);
            m_changedSinceCheckpoint = true;
        }
        if (m_plannedEpochs != m_recordedEpochs)
            changes.push_back({ChangeKind::Epochs, "epochs", std::to_string(m_recordedEpochs),
                               std::to_string(m_plannedEpochs)});
        m_recordedEpochs = m_plannedEpochs;
        if (!changes.empty()) {
            openBranch();
            recordMark(std::move(changes), saved);
        }
    } catch (const Error& error) {
        m_trainer->change(before);
        warn(error.problem());
    }
    m_listener.onSettings(m_trainer->settings());
}

/// The checkpoint to go back to when the changes are to be undone: a new one, or the last if it is the same
/// state.
CheckpointId TrainingRun::checkpointBefore(const std::vector<Change>& changes) {
    if (m_lastCheckpoint && m_stepsSinceCheckpoint == 0)
        return m_changedSinceCheckpoint ? CheckpointId{} : m_lastCheckpoint;
    const auto saved = save(CheckpointOrigin::BeforeChange, "before " + changes.front().knob);
    return saved ? saved->id : CheckpointId{};
}

void TrainingRun::recordMark(std::vector<Change> changes, CheckpointId before) {
    handSteps();
    Mark mark;
    mark.branch = m_branch;
    mark.epoch = m_trainer->epochsDone() + 1;
    mark.step = m_trainer->stepsDone();
    mark.before = before;
    mark.changes = std::move(changes);
    mark.id = m_writer->with([&](RunStore& store) { return store.addMark(mark); });
    const Timeline now = timeline();
    const auto recorded = std::find_if(now.marks.begin(), now.marks.end(),
                                       [&](const Mark& each) { return each.id == mark.id; });
    m_listener.onMark(recorded != now.marks.end() ? *recorded : mark);
    m_listener.onTimeline();
}

CheckpointInfo TrainingRun::goBackTo(CheckpointId checkpoint, bool weightsOnly) {
    finishSaving();
    const auto info = m_writer->with([&](RunStore& store) { return store.checkpoint(checkpoint); });
    if (!info)
        throw Error(ProblemKind::Refused, std::to_string(checkpoint.value),
                    explain("Problem", "This run has no such checkpoint"),
                    explain("Problem", "Choose one of the timeline."));
    const TrainingState state = m_writer->with([&](RunStore& store) { return store.load(checkpoint); });
    keepLeftEnd();
    restore(state, info->branch, weightsOnly);
    adopt(*info, weightsOnly);
    m_listener.onSettings(m_trainer->settings());
    m_listener.onTimeline();
    return *info;
}

/// The end of the branch that is left stays; a full disk does not keep anybody there.
void TrainingRun::keepLeftEnd() {
    try {
        keepLast(CheckpointOrigin::Automatic);
    } catch (const Error& error) {
        warn(error.problem());
    }
}

/// The trainer has the recipe of the branch afterwards, and the state.
void TrainingRun::restore(const TrainingState& state, BranchId branch, bool weightsOnly) {
    const Experiment experiment = experimentOfBranch(branch);
    if (!weightsOnly && experiment == m_trainer->experiment())
        return m_trainer->restore(state);
    auto fresh = freshTrainer(experiment);
    if (weightsOnly)
        fresh->loadWeights(state);
    else
        fresh->restore(state);
    m_trainer = std::move(fresh);
}

Experiment TrainingRun::experimentOfBranch(BranchId branch) const {
    return experimentOf(m_experiment, m_writer->with([](RunStore& store) { return store.timeline(); }),
                        branch);
}

std::unique_ptr<Trainer> TrainingRun::freshTrainer(const Experiment& experiment) const {
    auto fresh = std::make_unique<Trainer>(experiment, m_trainer->data(), m_options);
    fresh->setEpochs(m_plannedEpochs);
    return fresh;
}

BranchWalk::NewTrainer TrainingRun::trainerMaker() const {
    return [this](const Branch& branch) { return freshTrainer(experimentOf(m_experiment, branch)); };
}

/// What was known of the way to the state that is left.
void TrainingRun::forget() {
    m_usualLoss = 0;
    m_usualKnown = false;
    m_lastLoss = 0;
    m_stepsSinceCheckpoint = 0;
    m_changedSinceCheckpoint = false;
    m_waitingChange.reset();
    m_nextBranch.reset();
    m_forkUnsaved = false;
    m_best.reset();
    m_figures = {};
}

/// Stands at a checkpoint. Where history has gone on from there, the next step opens a branch of its own.
void TrainingRun::adopt(const CheckpointInfo& checkpoint, bool weightsOnly) {
    forget();
    standOn(checkpoint.branch);
    m_lastCheckpoint = checkpoint.id;
    m_usualLoss = checkpoint.validationLoss.value_or(0);
    m_figures = {weightsOnly ? -1 : checkpoint.step, checkpoint.validationLoss,
                 checkpoint.validationAccuracy};
    const Timeline history = m_writer->with([](RunStore& store) { return store.timeline(); });
    m_lastGood = isFinite(m_trainer->state()) ? checkpoint.id : goodBefore(checkpoint, history);
    const bool wentOn =
        std::any_of(history.branches.begin(), history.branches.end(), [&](const Branch& branch) {
            return branch.id == checkpoint.branch && branch.lastStep > checkpoint.step;
        });
    const bool changed = std::any_of(history.marks.begin(), history.marks.end(), [&](const Mark& mark) {
        return mark.branch == checkpoint.branch && mark.step >= checkpoint.step;
    });
    if (!wentOn && !changed && !weightsOnly)
        return;
    Branch branch;
    branch.parent = checkpoint.branch;
    branch.forkedFrom = checkpoint.id;
    branch.forkStep = checkpoint.step;
    branch.forkEpoch = checkpoint.epoch;
    branch.weightsOnly = weightsOnly;
    m_nextBranch = branch;
}

void TrainingRun::standOn(BranchId branch) {
    m_branch = branch;
    if (m_writing)
        m_writer->with([branch](RunStore& store) { store.setCurrent(branch); });
}

void TrainingRun::openBranch() {
    if (!m_nextBranch)
        return;
    if (m_forkUnsaved)
        saveFork();
    m_nextBranch->experiment = ownExperiment(m_experiment, m_trainer->experiment());
    m_branch = m_writer->with([this](RunStore& store) { return store.addBranch(*m_nextBranch); });
    m_nextBranch.reset();
    m_listener.onTimeline();
}

Outcome TrainingRun::outcome(FinishReason reason) {
    Outcome outcome{reason, m_branch, m_lastCheckpoint, {}, m_trainer->epochsDone(), m_trainer->stepsDone()};
    try {
        if (m_trainer->data().validation)
            outcome.best = m_writer->with([](RunStore& store) { return store.find("best").id; });
    } catch (const Error&) {
        outcome.best = {}; // no checkpoint was made at the end of an epoch yet
    }
    return outcome;
}

/// The same trouble comes back with each checkpoint: it is told once, and again every ten seconds.
void TrainingRun::warn(const Problem& problem) {
    const Clock::time_point now = Clock::now();
    if (m_writeFailed && now - m_lastWarning < kWarningInterval)
        return;
    m_writeFailed = problem.kind == ProblemKind::Storage;
    m_lastWarning = now;
    m_listener.onWarning(problem);
}

} // namespace neurarium
