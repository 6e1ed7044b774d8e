// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "report/comparison.h"
#include "report/twin.h"
#include "session/branch_walk.h"
#include "session/repeat_request.h"
#include "session/run_listener.h"
#include "session/run_writer.h"
#include "session/twin_request.h"
#include "training/trainer.h"

namespace neurarium {

/// One run in training: the network in its trainer, its folder on the disk, and the branch of history it is
/// on. Decides when checkpoints are made, records changes as marks, and keeps going back exact. Used from one
/// thread.
class TrainingRun {
public:
    struct Parts {
        std::unique_ptr<Trainer> trainer;
        std::unique_ptr<RunStore> store;
        Experiment experiment; ///< of the run; branches may have layers of their own
        TrainerOptions options;
        bool writing = true;                       ///< false: the run is only looked at
        std::optional<std::int64_t> plannedEpochs; ///< when they are no longer the experiment's
    };
    enum class StepOutcome { Trained, EpochFinished, Diverged };

    TrainingRun(Parts parts, RunListener& listener);

    /// A new run begins: its first branch.
    void begin();
    /// A run that was ended before its first checkpoint begins once more, on a branch of its own.
    void beginAgain();
    /// An existing run goes on from a checkpoint; on a new branch if history has gone on from there before.
    void continueFrom(const CheckpointInfo& checkpoint, bool weightsOnly);

    Trainer& trainer() { return *m_trainer; }
    RunWriter& writer() { return *m_writer; }
    bool isWriting() const { return m_writing; }
    BranchId branch() const { return m_branch; }
    Timeline timeline();
    std::int64_t plannedEpochs() const { return m_plannedEpochs; }
    bool hasWaitingChange() const { return m_waitingChange.has_value(); }

    /// The waiting change, then one step, and the epoch's end if it was the last of its epoch.
    StepOutcome step();
    /// The steps since the last call, already handed to the writer; null when there are none.
    RunWriter::Steps takeSteps();
    /// After Diverged: what happened. The mark is recorded and the history is written.
    const DivergenceReport& divergence() const { return m_divergence; }

    /// Takes effect with the next step; a later one replaces it.
    void change(const LiveSettings& settings) { m_waitingChange = settings; }
    void setEpochs(std::int64_t epochs);
    void setThreads(int threads);
    /// The state as it is now, a waiting change included. Nothing when it could not be written: the listener
    /// was warned.
    std::optional<CheckpointInfo> save(CheckpointOrigin origin, const std::string& name);
    void rename(CheckpointId checkpoint, const std::string& name);
    void annotate(CheckpointId checkpoint, const std::string& note);
    /// Nothing when the checkpoint has gone meanwhile.
    void setThumbnail(const Thumbnail& thumbnail);
    /// Thins at once; warns when what may not go takes more.
    void setBudget(const DiskBudget& budget);
    /// Thins what could not go while the run was being packed.
    void keepToBudget();
    CheckpointInfo goBackTo(CheckpointId checkpoint, bool weightsOnly);
    /// Stands at any recorded step, recomputed exactly from the checkpoint before it; training on from there
    /// grows a new branch. False: the progress ended it, and nothing has changed.
    bool goToStep(StepPlace& place, const ReplayProgress& progress);
    /// Trains once more from a checkpoint to the next, beside the state that is stood on.
    std::optional<Proof> proveFrom(CheckpointId checkpoint, const ReplayProgress& progress);
    /// Trains some recorded steps once more, likewise.
    std::optional<Repetition> repeat(const RepeatRequest& request, const ReplayProgress& progress);

    /// Waits until the checkpoint that is being written beside the training is there, and tells of it.
    void finishSaving();
    /// Where a change was taken back to, and the checkpoint that makes it again.
    struct Undone {
        StepPlace place;
        CheckpointId redo; ///< the last state of the way that was left
    };
    /// Stands exactly where it was before a change was made; the way taken since stays.
    Undone undo(MarkId mark);
    /// What twins from a checkpoint begin with. No id: the state that is stood on, which is saved for it.
    TwinStart twinStart(CheckpointId from);
    /// Trains two twins from one checkpoint, which differ in one knob, on branches of their own; what is
    /// stood on stays. The progress may end it early: both then have come equally far.
    TwinReport runTwin(const TwinRequest& request, const ReplayProgress& progress);
    /// Which validation samples two checkpoints answer differently, and how far the weights moved. No id: the
    /// state that is stood on.
    Comparison compare(CheckpointId before, CheckpointId after);
    /// Writes the best and the last state if they are not on the disk yet; throws Error when that fails.
    void keepLast(CheckpointOrigin origin);
    Outcome outcome(FinishReason reason);

private:
    static constexpr std::chrono::seconds kAutomaticInterval{1};

    struct UnwrittenBest {
        NewCheckpoint checkpoint;
        TrainingState state;
    };

    /// An automatic checkpoint that is being written while training goes on.
    struct Saving {
        std::int64_t steps = 0; ///< that it saves
        bool isBest = false;
        double loss = 0; ///< of the last batch before it
    };

    /// Validation figures of the state at one step.
    struct Figures {
        std::int64_t step = -1;
        std::optional<double> loss;
        std::optional<double> accuracy;
    };

    struct Twin;
    std::unique_ptr<Trainer> changedTwin(const TwinRequest& request, const Trainer& same,
                                         Change& change) const;
    void openTwin(Twin& twin, const CheckpointInfo& from);
    void markTwin(const TwinReport& report);
    void handTwin(Twin& twin);
    void endTwin(Twin& twin);
    void openBranch();
    void saveFork();
    void standOn(BranchId branch);
    void adoptStep(const StepPlace& place);
    RunRecord record();
    void keepLeftEnd();
    void forget();
    void applyWaitingChange();
    StepOutcome finishEpoch();
    void automaticCheckpoint();
    StepOutcome diverge(std::int64_t step, const std::string& place);
    NewCheckpoint describe(CheckpointOrigin origin, const std::string& name) const;
    CheckpointInfo write(const NewCheckpoint& checkpoint, const TrainingState& state);
    bool looksGood(const CheckpointInfo& checkpoint, double loss) const;
    void adoptWritten(const CheckpointInfo& info, double loss);
    CheckpointInfo writeHere(CheckpointOrigin origin, const std::string& name);
    CheckpointInfo writeCurrent(const NewCheckpoint& checkpoint, const TrainingState& state);
    void recordMark(std::vector<Change> changes, CheckpointId before);
    CheckpointId checkpointBefore(const std::vector<Change>& changes);
    void restore(const TrainingState& state, BranchId branch, bool weightsOnly);
    Experiment experimentOfBranch(BranchId branch) const;
    std::unique_ptr<Trainer> freshTrainer(const Experiment& experiment) const;
    BranchWalk::NewTrainer trainerMaker() const;
    void adopt(const CheckpointInfo& checkpoint, bool weightsOnly);
    void saveBeside();
    void collectSaved(const RunWriter::Saved& saved);
    std::vector<CheckpointId> inUse() const { return {m_lastCheckpoint, m_lastGood}; }
    void watchBudget(bool exceeded);
    void handSteps();
    void warn(const Problem& problem);

    RunListener& m_listener;
    const Experiment m_experiment;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<RunWriter> m_writer;
    TrainerOptions m_options;
    bool m_writing;

    BranchId m_branch;
    std::optional<Branch> m_nextBranch; ///< opened by the next step
    bool m_forkUnsaved = false;         ///< it leaves from a step that no checkpoint was made of
    std::optional<LiveSettings> m_waitingChange;
    std::int64_t m_plannedEpochs = 0;
    std::int64_t m_recordedEpochs = 0; ///< planned epochs that the marks know of

    std::vector<StepReport> m_steps;        ///< not handed over yet
    std::vector<RunWriter::Steps> m_handed; ///< handed to the writer, not taken yet
    Figures m_figures;

    std::optional<TrainingState> m_start; ///< until the first good checkpoint
    std::optional<UnwrittenBest> m_best;
    std::optional<Saving> m_saving;
    CheckpointId m_lastCheckpoint;
    CheckpointId m_lastGood; ///< the newest whose loss has not exploded: where to go back to after divergence
    double m_usualLoss = 0;  ///< of the first step from where the run began or was taken up
    bool m_usualKnown = false;
    double m_lastLoss = 0;
    std::int64_t m_stepsSinceCheckpoint = 0;
    bool m_changedSinceCheckpoint = false;
    std::chrono::steady_clock::time_point m_lastAutomatic;
    bool m_writeFailed = false;
    bool m_overBudget = false; ///< and that was told
    std::chrono::steady_clock::time_point m_lastWarning;
    DivergenceReport m_divergence;
};

} // namespace neurarium
