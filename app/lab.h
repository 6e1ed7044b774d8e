// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QTimer>

#include "app/change_history.h"
#include "app/data_shelf.h"
#include "app/run_place.h"
#include "app/saved_games.h"
#include "session/training_session.h"

namespace neurarium {

/// Where a lab stands.
enum class LabPhase {
    Empty,    ///< nothing was opened
    Reading,  ///< the data is being read
    Ready,    ///< everything can be changed; no run exists
    Starting, ///< a run is being made or opened
    Running,
    Paused,
    Finished, ///< the last epoch was reached, or the user ended it; can go on with more epochs
    Failed,
};

/// One experiment on the screen and its run: turns what views want into commands of the session, and hands on
/// what the session says. It filters signals of older runs, so that nobody else has to look at a RunId.
class Lab : public QObject {
    Q_OBJECT
public:
    explicit Lab(QObject* parent = nullptr);
    ~Lab() override;

    LabPhase phase() const { return m_phase; }
    /// Another program trains the run.
    bool isLookingOnly() const { return m_lookingOnly; }
    bool hasRun() const { return m_phase >= LabPhase::Starting && m_phase != LabPhase::Failed; }
    const Experiment& experiment() const { return m_experiment; }
    const QString& runFolder() const { return m_runFolder; }
    const LiveSettings& settings() const { return m_settings; }
    std::int64_t plannedEpochs() const;
    const Timeline& timeline() const { return m_timeline; }
    const NetworkGraph& graph() const { return m_graph; }
    std::shared_ptr<const DataSplit> data() const { return m_shelf.split(); }
    /// For what happens to go wrong while a folder is read: progress, pause, cancel.
    DataShelf& shelf() { return m_shelf; }
    TrainingSession& session() { return m_session; }
    /// Saving, going back, and all else that is done with saves of this run.
    SavedGames& saves() { return m_saves; }
    RunPlace& place() { return m_place; }
    ChangeHistory& changes() { return m_changes; }

    /// Opens an experiment that has no run yet. A run that is under way is ended and kept.
    void openExperiment(const Experiment& experiment);
    /// Opens a run folder as it was left.
    void openRun(const QString& folder);
    /// Before a run: takes another recipe; reads the data again if that part changed.
    void edit(const Recipe& recipe);
    /// The same recipe without its run, to be changed and started anew.
    void unlock();

    void train();
    void pause();
    void togglePlay();
    void step();
    void stepEpoch();
    void finishNow();
    /// Saves here, then begins the same recipe in a new run.
    void restart();
    void setPace(double stepsPerSecond);
    /// For this run and those to come; 0: the number of physical cores.
    void setThreads(int threads);

    // Live knobs; each call is one change that can be undone.
    void setLearningRate(double rate);
    void setDropout(std::optional<double> rate, bool on);
    void setAugmentation(const AugmentationOptions& augment);
    void setBatchSize(std::int64_t size);
    /// All training labels right, or as the experiment makes them.
    void setLabelsCorrected(bool corrected);
    void setEpochs(std::int64_t epochs);
    /// Gives the knobs of the change with this number the values they had before it.
    void undoMark(int number);

    /// After divergence: back to the last good checkpoint, and on with half the learning rate.
    void goBackAndHalve(const DivergenceReport& report);

signals:
    void phaseChanged(neurarium::LabPhase phase);
    /// Another experiment, or another recipe of it.
    void experimentChanged(const neurarium::Experiment& experiment);
    /// A change of the recipe was taken back or made again.
    void recipeReset(const neurarium::Experiment& experiment);
    void checkChanged(const neurarium::RecipeCheck& check);
    void dataRead(const neurarium::ImportReport& report);
    /// A run stands; its history follows if it has one.
    void runStarted(const neurarium::NetworkGraph& graph);
    void historyLoaded(const std::vector<neurarium::StepReport>& steps,
                       const std::vector<neurarium::EpochReport>& epochs);
    void stepsFinished(const std::vector<neurarium::StepReport>& steps);
    /// In order, and at most twenty times a second, however short an epoch is.
    void epochsFinished(const std::vector<neurarium::EpochReport>& reports);
    void changeApplied(const neurarium::Mark& mark);
    void settingsChanged(const neurarium::LiveSettings& settings);
    void timelineChanged(const neurarium::Timeline& timeline);
    void pointsReady(std::shared_ptr<const neurarium::PointSet> points);
    void picturesReady(std::shared_ptr<const neurarium::PictureSet> pictures);
    void batchPicturesReady(std::shared_ptr<const neurarium::BatchPictures> pictures);
    void predictionsReady(std::shared_ptr<const neurarium::Predictions> predictions);
    void attentionReady(std::shared_ptr<const neurarium::AttentionMaps> attention);
    void headEffectReady(std::shared_ptr<const neurarium::HeadEffect> effect);
    void embeddingsReady(std::shared_ptr<const neurarium::Embeddings> embeddings);
    void projectionReady(std::shared_ptr<const neurarium::Projection> projection);
    /// There is no attention to the sentence, no sentence to try heads on, or no map of the embeddings.
    void inspectionRefused(const neurarium::Problem& problem);
    /// The text so far, and what may be next.
    void writingReady(std::shared_ptr<const neurarium::Writing> writing);
    void playgroundReady(std::shared_ptr<const neurarium::PlaygroundSnapshot> snapshot);
    void diverged(const neurarium::DivergenceReport& report);
    void finished(const neurarium::Outcome& outcome);
    /// Something that the user should know; training goes on unless the phase says otherwise.
    void problem(const neurarium::Problem& problem);

private:
    void connectTraining();
    void connectPhases();
    void connectSaves();
    void connectViews();
    void setPhase(LabPhase phase);
    void checkRecipeNow();
    void dataReady();
    void beginRun();
    void change(const LiveSettings& settings, const QString& words);
    // What the history of changes does, and takes back.
    void takeRecipe(const Experiment& recipe);
    void moveKnobs(const LiveSettings& settings);
    void planEpochs(std::int64_t epochs);
    void setRun(RunId run);
    void leaveRun();
    void handOnEpochs();
    bool isCurrent(RunId run) const { return run == m_run; }

    friend class ChangeHistory;

    DataShelf m_shelf;
    TrainingSession m_session;
    SavedGames m_saves;
    RunPlace m_place;
    ChangeHistory m_changes;
    RunId m_run; ///< the run on the screen; none while an experiment has no run yet
    LabPhase m_phase = LabPhase::Empty;
    bool m_lookingOnly = false;
    bool m_trainWhenReady = false;
    bool m_trainWhenStarted = false;
    Experiment m_experiment;
    QString m_runFolder;
    LiveSettings m_settings;
    Timeline m_timeline;
    NetworkGraph m_graph;
    std::vector<EpochReport> m_newEpochs; ///< not handed on yet
    QTimer m_epochPause;                  ///< runs for a moment after epochs were handed on
    double m_pace = 0;
    int m_threads = 0;
    std::optional<double> m_rateThatExploded; ///< until the network stands at the last good checkpoint again
};

} // namespace neurarium
