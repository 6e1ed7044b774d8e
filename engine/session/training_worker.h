// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include <QObject>

#include "session/command_queue.h"
#include "session/inspection_feed.h"
#include "session/live_writer.h"
#include "session/packing_job.h"
#include "session/training_run.h"
#include "session/training_session.h"
#include "session/view_feed.h"

namespace neurarium {

/// The loop that trains, on a thread of its own. Between two steps it obeys what waits in its queue; signals
/// have the meaning they have in TrainingSession and are emitted on this thread.
class TrainingWorker : public QObject, private RunListener {
    Q_OBJECT
public:
    explicit TrainingWorker(DataSource source);
    ~TrainingWorker() override;

    /// Any thread.
    void post(SessionCommand command) { m_queue.push(std::move(command)); }
    /// Any thread. What is being packed ends now, and what is still to be packed when its turn comes.
    void cancelPacking();
    /// Runs until SimpleCommand::Quit; the last state is written then.
    void loop();

signals:
    void importProgress(neurarium::RunId run, neurarium::ImportProgress progress);
    void dataRead(neurarium::RunId run, neurarium::ImportReport report);
    void openedForLooking(neurarium::RunId run);
    void started(neurarium::RunId run, neurarium::NetworkGraph graph);
    void networkChanged(neurarium::RunId run, neurarium::NetworkGraph graph);
    void historyLoaded(neurarium::RunId run, std::shared_ptr<const std::vector<neurarium::StepReport>> steps,
                       std::shared_ptr<const std::vector<neurarium::EpochReport>> epochs);
    void thumbnailsLoaded(neurarium::RunId run,
                          std::shared_ptr<const std::vector<neurarium::Thumbnail>> thumbnails);
    void stepsFinished(neurarium::RunId run, std::shared_ptr<const std::vector<neurarium::StepReport>> steps);
    void epochFinished(neurarium::RunId run, neurarium::EpochReport report);
    void changeApplied(neurarium::RunId run, neurarium::Mark mark);
    void settingsChanged(neurarium::RunId run, neurarium::LiveSettings settings);
    void checkpointSaved(neurarium::RunId run, neurarium::CheckpointInfo checkpoint);
    void slotSeen(neurarium::RunId run, std::shared_ptr<const neurarium::SlotView> view);
    void timelineChanged(neurarium::RunId run, std::shared_ptr<const neurarium::Timeline> timeline);
    void wentBack(neurarium::RunId run, neurarium::CheckpointInfo checkpoint);
    void replayProgress(neurarium::RunId run, qint64 stepsDone, qint64 stepsTotal);
    void wentToStep(neurarium::RunId run, neurarium::StepPlace place);
    void proved(neurarium::RunId run, neurarium::Proof proof);
    void repeated(neurarium::RunId run, neurarium::Repetition repetition);
    void compared(neurarium::RunId run, std::shared_ptr<const neurarium::Comparison> comparison);
    void writingReady(neurarium::RunId run, std::shared_ptr<const neurarium::Writing> writing);
    void undid(neurarium::RunId run, neurarium::MarkId mark, neurarium::StepPlace place,
               neurarium::CheckpointId redo);
    void twinPrepared(neurarium::RunId run, std::shared_ptr<const neurarium::TwinStart> start);
    void twinFinished(neurarium::RunId run, std::shared_ptr<const neurarium::TwinReport> report);
    void packingProgress(neurarium::RunId run, qint64 bytesDone, qint64 bytesTotal);
    void packed(neurarium::RunId run, neurarium::ArchiveReport report);
    void packingFailed(neurarium::RunId run, neurarium::Problem problem);
    void replayCancelled(neurarium::RunId run);
    void runningChanged(neurarium::RunId run, bool running);
    void pointsReady(neurarium::RunId run, std::shared_ptr<const neurarium::PointSet> points);
    void picturesReady(neurarium::RunId run, std::shared_ptr<const neurarium::PictureSet> pictures);
    void batchPicturesReady(neurarium::RunId run, std::shared_ptr<const neurarium::BatchPictures> pictures);
    void predictionsReady(neurarium::RunId run, std::shared_ptr<const neurarium::Predictions> predictions);
    void playgroundReady(neurarium::RunId run, std::shared_ptr<const neurarium::PlaygroundSnapshot> snapshot);
    void attentionReady(neurarium::RunId run, std::shared_ptr<const neurarium::AttentionMaps> attention);
    void headEffectReady(neurarium::RunId run, std::shared_ptr<const neurarium::HeadEffect> effect);
    void embeddingsReady(neurarium::RunId run, std::shared_ptr<const neurarium::Embeddings> embeddings);
    void projectionReady(neurarium::RunId run, std::shared_ptr<const neurarium::Projection> projection);
    void inspectionRefused(neurarium::RunId run, neurarium::Problem problem);
    void diverged(neurarium::RunId run, neurarium::DivergenceReport report);
    void warned(neurarium::RunId run, neurarium::Problem problem);
    void finished(neurarium::RunId run, neurarium::Outcome outcome);
    void failed(neurarium::RunId run, neurarium::Problem problem);

private:
    using Clock = std::chrono::steady_clock;
    /// Where training pauses by itself.
    enum class Until { PlannedEnd, NextStep, EpochEnd };

    void onEpoch(const EpochReport& report) override;
    void onMark(const Mark& mark) override;
    void onSettings(const LiveSettings& settings) override;
    void onCheckpoint(const CheckpointInfo& checkpoint) override;
    void onTimeline() override;
    void onWarning(const Problem& problem) override;

    void obey(const SessionCommand& command);
    void obeySimple(SimpleCommand command);
    void create(const CreateCommand& command);
    void open(const OpenCommand& command);
    DataSplit read(const Experiment& experiment);
    void announce(const SessionOptions& options);
    void announceHistory();
    void goBack(const GoBackCommand& command);
    void goToStep(const GoToStepCommand& command);
    void prove(const ProveCommand& command);
    void repeat(const RepeatRequest& request);
    void undo(const UndoCommand& command);
    void runTwin(const TwinRequest& request);
    void write(const WritingRequest& request);
    void pack(const PackCommand& command);
    void replay(const std::function<bool()>& work);
    ReplayProgress replayListener();
    void start(Until until);
    void advance();
    void afterStep(TrainingRun::StepOutcome outcome);
    bool waitsForPace();
    void pause();
    void finish(FinishReason reason);
    void fail(const Problem& problem);
    void closeRun();
    void publishSteps();
    void publishPlace();
    void publishViews(bool all);
    void publishDueViews();
    void publishLooks(bool all);

    const DataSource m_source;
    CommandQueue m_queue;
    RunId m_id;
    std::unique_ptr<TrainingRun> m_run;
    bool m_quit = false;
    bool m_running = false;
    bool m_open = false; ///< started or failed is still to be followed by finished or failed
    bool m_ignorePatience = false;
    Until m_until = Until::PlannedEnd;
    std::optional<std::int64_t> m_lastStep;
    double m_stepsPerSecond = 0;
    Clock::time_point m_nextStep;
    Clock::time_point m_nextSignal; ///< when steps may be told again
    Clock::time_point m_nextViews;  ///< when views may be fed again
    bool m_viewsDue = false;        ///< they show another place, or one that has moved on
    ViewFeed m_views;
    LiveWriter m_text;
    InspectionFeed m_looks;
    std::vector<LayerRecipe> m_network; ///< that was told of last
    PackingJob m_packing;
};

} // namespace neurarium
