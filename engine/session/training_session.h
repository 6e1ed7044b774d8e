// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThread>

#include "report/archive_report.h"
#include "report/comparison.h"
#include "report/epoch_report.h"
#include "report/network_graph.h"
#include "report/outcome.h"
#include "report/picture.h"
#include "report/playground.h"
#include "report/predictions.h"
#include "report/proof.h"
#include "report/slot_view.h"
#include "report/step_report.h"
#include "report/thumbnail.h"
#include "report/timeline.h"
#include "report/twin.h"
#include "session/session_options.h"
#include "session/twin_request.h"
#include "text/text_writer.h"

namespace neurarium {

class TrainingWorker;

/// What the window and the command line hold of a training: commands down, signals up. The object lives on
/// the caller's thread; the weights live on a worker thread of its own. Commands return at once and take
/// effect at the next step's boundary, in order. Signals arrive queued on the caller's thread, with values or
/// shared_ptr<const T> that may be kept; each carries the RunId of the start it belongs to, and older ones
/// are to be ignored.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    explicit TrainingSession(DataSource source, Priority priority = Priority::Normal,
                             QObject* parent = nullptr);
    /// Stops training, waits for the last state to be written (at most 2 s), ends the thread.
    ~TrainingSession() override;

    /// Makes a new run in `folder` and prepares it; `start` sets it going. Returns the id its signals carry.
    RunId create(const Experiment& experiment, const QString& folder, const SessionOptions& options = {});
    /// Opens an existing run at a checkpoint (a selector as in RunStore::find; "last" as it was left).
    RunId open(const QString& folder, const QString& checkpoint, const SessionOptions& options = {});

    RunId current() const { return m_run; }

public slots:
    /// Trains to the planned last epoch. Also goes on after `pause`.
    void start();
    void pause();
    /// One step, then paused.
    void step();
    /// To the end of the epoch under way, then paused.
    void stepEpoch();
    /// Ends the training: a checkpoint is written, then `finished` comes.
    void stop();
    /// The same for Ctrl-C and for closing the program.
    void interrupt();
    void setEpochs(qint64 epochs);
    void setPace(double stepsPerSecond);
    /// Goes on with so many threads, 0 for the number of physical cores. Results do not depend on it.
    void setThreads(int threads);
    /// The whole set of live knobs; what differs becomes one mark. An automatic checkpoint is made first
    /// unless no step was made since the last.
    void change(const neurarium::LiveSettings& settings);
    void saveCheckpoint(const QString& name);
    void renameCheckpoint(neurarium::CheckpointId checkpoint, const QString& name);
    void setNote(neurarium::CheckpointId checkpoint, const QString& note);
    /// Keeps a picture of a checkpoint: a PNG file of at most kLargestThumbnail bytes.
    void setThumbnail(neurarium::CheckpointId checkpoint, const QByteArray& png);
    /// What the run's checkpoints may take on the disk; the older automatic ones go when they take more.
    void setDiskBudget(const neurarium::DiskBudget& budget);
    /// Restores that state exactly; training on from there grows a new branch. Paused afterwards.
    void goBackTo(neurarium::CheckpointId checkpoint);
    /// Takes only the weights: optimiser, random numbers and counters start anew on a new branch.
    void takeWeightsOf(neurarium::CheckpointId checkpoint);
    /// Stands at any recorded step: loads the checkpoint before it and trains the rest again, exactly; then
    /// `wentToStep`, or `replayCancelled`. Training on from there grows a new branch. Paused afterwards.
    void goToStep(neurarium::BranchId branch, qint64 step);
    /// Trains once more from a checkpoint to the next, with the recorded changes, and compares; then
    /// `proved`, or `replayCancelled`. What is stood on stays. Paused afterwards.
    void prove(neurarium::CheckpointId checkpoint);
    /// Trains at most so many of the steps recorded behind a checkpoint once more and compares their losses;
    /// then `repeated`. Any other wish ends it without a word, and comes first; so does training.
    void repeatSteps(neurarium::CheckpointId from, qint64 most);
    /// Takes a change back: stands exactly where it was before it, the trained weights included; then
    /// `undid`. Going back to the checkpoint named there makes it again. Paused afterwards.
    void undo(neurarium::MarkId mark);
    /// Tells what twins would begin with, from there or, without an id, from here; then `twinPrepared`.
    void prepareTwin(neurarium::CheckpointId from);
    /// Tries one change as a twin: trains twice from a checkpoint, in step, as it was and with one thing of
    /// the settings or the recipe changed. Both become branches that are told of as others are; then
    /// `twinFinished`. Cancelled like goToStep, but what was trained stays. Paused where it stood afterwards.
    void runTwin(neurarium::CheckpointId from, const neurarium::TwinChange& change, qint64 steps);
    /// Compares two checkpoints; then `compared`. One without an id is the state that is stood on, which
    /// stays as it is; training goes on.
    void compare(neurarium::CheckpointId before, neurarium::CheckpointId after);
    /// Lets the network as it stands, or as it was at a checkpoint, go on from a prompt; then `writingReady`,
    /// once for each token, or once when none is to be written. Training goes on afterwards.
    void write(const neurarium::WritingTask& task, neurarium::CheckpointId checkpoint = {});
    /// Ends goToStep or prove; nothing has changed then. Another place to go to ends them, too.
    void cancelReplay();
    void setWanted(const neurarium::Wanted& wanted);
    /// Packs the run as it is at the next step's boundary into one new file, beside the training, which goes
    /// on; where it stands is saved first. Then `packed` or `packingFailed`.
    void pack(const QString& file);
    /// `packingFailed` follows. Leaving the run ends it, too.
    void cancelPacking();

signals:
    /// While data is read, at most 20 a second.
    void importProgress(neurarium::RunId run, neurarium::ImportProgress progress);
    /// Once, after the data was read.
    void dataRead(neurarium::RunId run, neurarium::ImportReport report);
    /// Before `started`: the run can only be looked at, for another program trains it.
    void openedForLooking(neurarium::RunId run);
    /// Once: shapes and counts are known, the network stands, training has not begun.
    void started(neurarium::RunId run, neurarium::NetworkGraph graph);
    /// Its layers have other options now: after going to a branch with a recipe of its own, or back from it.
    void networkChanged(neurarium::RunId run, neurarium::NetworkGraph graph);
    /// After `started` of an opened run: all that was recorded.
    void historyLoaded(neurarium::RunId run, std::shared_ptr<const std::vector<neurarium::StepReport>> steps,
                       std::shared_ptr<const std::vector<neurarium::EpochReport>> epochs);
    /// After `historyLoaded`: the pictures that were kept of checkpoints.
    void thumbnailsLoaded(neurarium::RunId run,
                          std::shared_ptr<const std::vector<neurarium::Thumbnail>> thumbnails);
    /// Steps since the last signal, in order, none left out; at most 20 signals a second.
    void stepsFinished(neurarium::RunId run, std::shared_ptr<const std::vector<neurarium::StepReport>> steps);
    /// Every epoch, never dropped, in order.
    void epochFinished(neurarium::RunId run, neurarium::EpochReport report);
    /// A live change took effect.
    void changeApplied(neurarium::RunId run, neurarium::Mark mark);
    /// The knobs as they are now: after `started`, after a change, after going back.
    void settingsChanged(neurarium::RunId run, neurarium::LiveSettings settings);
    /// After the file is safely on disk.
    void checkpointSaved(neurarium::RunId run, neurarium::CheckpointInfo checkpoint);
    /// After checkpointSaved of a save with a letter, if that is wanted.
    void slotSeen(neurarium::RunId run, std::shared_ptr<const neurarium::SlotView> view);
    /// Branches, checkpoints and marks as they are now: after each of the three changed.
    void timelineChanged(neurarium::RunId run, std::shared_ptr<const neurarium::Timeline> timeline);
    /// goBackTo or takeWeightsOf is done.
    void wentBack(neurarium::RunId run, neurarium::CheckpointInfo checkpoint);
    /// While goToStep or prove trains again, at most 20 a second.
    void replayProgress(neurarium::RunId run, qint64 stepsDone, qint64 stepsTotal);
    void wentToStep(neurarium::RunId run, neurarium::StepPlace place);
    void proved(neurarium::RunId run, neurarium::Proof proof);
    void repeated(neurarium::RunId run, neurarium::Repetition repetition);
    void compared(neurarium::RunId run, std::shared_ptr<const neurarium::Comparison> comparison);
    /// The text so far, and what may be next.
    void writingReady(neurarium::RunId run, std::shared_ptr<const neurarium::Writing> writing);
    /// A change was taken back; `redo` is the end of the way that was left, if it was saved.
    void undid(neurarium::RunId run, neurarium::MarkId mark, neurarium::StepPlace place,
               neurarium::CheckpointId redo);
    void twinPrepared(neurarium::RunId run, std::shared_ptr<const neurarium::TwinStart> start);
    void twinFinished(neurarium::RunId run, std::shared_ptr<const neurarium::TwinReport> report);
    /// While a run is packed, at most 20 a second.
    void packingProgress(neurarium::RunId run, qint64 bytesDone, qint64 bytesTotal);
    /// The file is on the disk. Exactly one of these two, for each wish to pack.
    void packed(neurarium::RunId run, neurarium::ArchiveReport report);
    void packingFailed(neurarium::RunId run, neurarium::Problem problem);
    /// goToStep or prove was ended, or could not be done (`warned` says why then).
    void replayCancelled(neurarium::RunId run);
    void runningChanged(neurarium::RunId run, bool running);
    /// Picture data for visible views; points and validation pictures once, the others at most 20 a second.
    void pointsReady(neurarium::RunId run, std::shared_ptr<const neurarium::PointSet> points);
    void picturesReady(neurarium::RunId run, std::shared_ptr<const neurarium::PictureSet> pictures);
    void batchPicturesReady(neurarium::RunId run, std::shared_ptr<const neurarium::BatchPictures> pictures);
    void predictionsReady(neurarium::RunId run, std::shared_ptr<const neurarium::Predictions> predictions);
    void playgroundReady(neurarium::RunId run, std::shared_ptr<const neurarium::PlaygroundSnapshot> snapshot);
    /// Attention to the sentence that is wanted, at most five a second while training and after each other
    /// state; embeddings two a second, of pictures once an epoch; what heads that are off do to sentences
    /// of the validation text, at most twice a second.
    void attentionReady(neurarium::RunId run, std::shared_ptr<const neurarium::AttentionMaps> attention);
    void headEffectReady(neurarium::RunId run, std::shared_ptr<const neurarium::HeadEffect> effect);
    void embeddingsReady(neurarium::RunId run, std::shared_ptr<const neurarium::Embeddings> embeddings);
    /// The map of ever newer embeddings, from the last on: pictures on the way (progress below 1), then it.
    void projectionReady(neurarium::RunId run, std::shared_ptr<const neurarium::Projection> projection);
    /// There is no attention to the sentence, no sentence to try heads on, or no map of the embeddings.
    void inspectionRefused(neurarium::RunId run, neurarium::Problem problem);
    /// NaN or Inf was seen; training is paused; the weights are those before the bad step.
    void diverged(neurarium::RunId run, neurarium::DivergenceReport report);
    /// Something could not be written or was put right on opening; training goes on.
    void warned(neurarium::RunId run, neurarium::Problem problem);
    /// Exactly one of these two, last. After `finished` the run stays, and can go on or back.
    void finished(neurarium::RunId run, neurarium::Outcome outcome);
    void failed(neurarium::RunId run, neurarium::Problem problem);

private:
    RunId m_run;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<TrainingWorker> m_worker; ///< lives on m_thread
};

} // namespace neurarium
