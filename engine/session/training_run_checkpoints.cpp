// SPDX-License-Identifier: GPL-3.0-or-later
// When a training run makes checkpoints, and how.
#include <algorithm>
#include <utility>

#include "report/disk_budget.h"
#include "session/state_check.h"
#include "session/text_sample.h"
#include "session/training_run.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

} // namespace

void TrainingRun::automaticCheckpoint() {
    const std::optional<std::int64_t>& every = m_trainer->experiment().checkpointEvery;
    const Clock::time_point now = Clock::now();
    const bool due = every ? m_trainer->epochsDone() % std::max<std::int64_t>(*every, 1) == 0
                           : now - m_lastAutomatic >= kAutomaticInterval;
    if (due) {
        m_lastAutomatic = now;
        saveBeside();
    } else if (!every && m_trainer->isBest()) {
        m_best = UnwrittenBest{describe(CheckpointOrigin::Automatic, {}), m_trainer->state()};
    }
}

/// The state is copied here, between two steps, and written on another thread.
void TrainingRun::saveBeside() {
    applyWaitingChange();
    finishSaving();
    handSteps();
    m_saving = Saving{m_stepsSinceCheckpoint, m_trainer->isBest(), m_lastLoss};
    m_writer->saveLater(describe(CheckpointOrigin::Automatic, {}), m_trainer->state(), inUse());
}

void TrainingRun::finishSaving() {
    if (m_saving)
        collectSaved(m_writer->waitForSaved());
}

void TrainingRun::collectSaved(const RunWriter::Saved& saved) {
    const Saving saving = *std::exchange(m_saving, std::nullopt);
    if (saved.problem)
        return warn(*saved.problem);
    m_stepsSinceCheckpoint -= saving.steps;
    // A later epoch may have been better still while this one was being written.
    if (saving.isBest && m_best && m_best->checkpoint.step <= saved.info.step)
        m_best.reset();
    m_writeFailed = false;
    adoptWritten(saved.info, saving.loss);
    watchBudget(saved.overBudget);
    m_listener.onCheckpoint(saved.info);
    m_listener.onTimeline();
}

NewCheckpoint TrainingRun::describe(CheckpointOrigin origin, const std::string& name) const {
    NewCheckpoint checkpoint{m_branch, origin, name, m_trainer->epochsDone(), m_trainer->stepsDone(), {}, {}};
    if (m_figures.step == checkpoint.step) {
        checkpoint.validationLoss = m_figures.loss;
        checkpoint.validationAccuracy = m_figures.accuracy;
    }
    checkpoint.sample = textSample(*m_trainer);
    return checkpoint;
}

CheckpointInfo TrainingRun::write(const NewCheckpoint& checkpoint, const TrainingState& state) {
    finishSaving();
    handSteps();
    CheckpointInfo info = m_writer->addCheckpoint(checkpoint, state);
    m_writeFailed = false;
    m_listener.onCheckpoint(info);
    m_listener.onTimeline();
    return info;
}

/// A state may be finite and beyond hope: before NaN comes, losses grow by powers of ten.
bool TrainingRun::looksGood(const CheckpointInfo& checkpoint, double loss) const {
    constexpr double kExploded = 10;
    return checkpoint.validationLoss.value_or(loss) <= kExploded * std::max(m_usualLoss, 1e-6);
}

CheckpointInfo TrainingRun::writeCurrent(const NewCheckpoint& checkpoint, const TrainingState& state) {
    CheckpointInfo info = write(checkpoint, state);
    m_stepsSinceCheckpoint = 0;
    adoptWritten(info, m_lastLoss);
    return info;
}

/// A checkpoint of the state on this way is there, `loss` being that of the last batch before it.
void TrainingRun::adoptWritten(const CheckpointInfo& info, double loss) {
    m_lastCheckpoint = info.id;
    if (std::exchange(m_forkUnsaved, false))
        m_nextBranch->forkedFrom = info.id;
    if (looksGood(info, loss)) {
        m_lastGood = info.id;
        m_start.reset();
    }
    m_changedSinceCheckpoint = false;
}

CheckpointInfo TrainingRun::writeHere(CheckpointOrigin origin, const std::string& name) {
    if (m_nextBranch && m_nextBranch->weightsOnly)
        openBranch();
    const TrainingState state = m_trainer->state();
    checkFinite(state);
    return writeCurrent(describe(origin, name), state);
}

std::optional<CheckpointInfo> TrainingRun::save(CheckpointOrigin origin, const std::string& name) {
    if (origin != CheckpointOrigin::BeforeChange)
        applyWaitingChange();
    finishSaving();
    try {
        return writeHere(origin, name);
    } catch (const Error& error) {
        warn(error.problem());
        return std::nullopt;
    }
}

void TrainingRun::keepLast(CheckpointOrigin origin) {
    if (!m_writing)
        return;
    finishSaving();
    applyWaitingChange();
    if (m_best && m_best->checkpoint.step != m_trainer->stepsDone())
        write(m_best->checkpoint, m_best->state);
    m_best.reset(); // written, or the state that is written now
    const TrainingState state = m_trainer->state();
    // A recorded step can be gone to again: it need not be kept.
    const bool unwritten =
        !m_forkUnsaved && (m_stepsSinceCheckpoint > 0 || m_changedSinceCheckpoint || !m_lastCheckpoint);
    if (unwritten && isFinite(state))
        writeCurrent(describe(origin, {}), state);
    handSteps();
    m_writer->finish();
}

void TrainingRun::rename(CheckpointId checkpoint, const std::string& name) {
    m_writer->with([&](RunStore& store) { store.rename(checkpoint, name); });
    m_listener.onTimeline();
}

void TrainingRun::annotate(CheckpointId checkpoint, const std::string& note) {
    m_writer->with([&](RunStore& store) { store.annotate(checkpoint, note); });
    m_listener.onTimeline();
}

void TrainingRun::setThumbnail(const Thumbnail& thumbnail) {
    m_writer->with([&](RunStore& store) {
        if (store.checkpoint(thumbnail.checkpoint))
            store.setThumbnail(thumbnail);
    });
}

void TrainingRun::setBudget(const DiskBudget& budget) {
    finishSaving();
    m_writer->with([&](RunStore& store) { store.setBudget(budget); });
    m_overBudget = false;
    keepToBudget();
}

void TrainingRun::keepToBudget() {
    finishSaving();
    watchBudget(m_writer->thin(inUse()));
    m_listener.onTimeline();
}

/// Tells of it once, until there is room again.
void TrainingRun::watchBudget(bool exceeded) {
    if (std::exchange(m_overBudget, exceeded) || !exceeded)
        return;
    const Timeline now = timeline();
    m_listener.onWarning(
        {ProblemKind::Failure,
         {},
         explain("Problem",
                 "The checkpoints take %1, more than the %2 that they may take: those that are left "
                 "are never deleted",
                 {sizeText(now.bytes), sizeText(now.budget.bytes)}),
         explain("Problem", "Allow this run more room.")});
}

} // namespace neurarium
