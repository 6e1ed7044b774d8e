// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

#include "app/settings.h"
#include "report/error.h"
#include "session/live_changes.h"
#include "widgets/change_text.h"

namespace neurarium {

namespace {

constexpr int kEpochPause = 50; ///< milliseconds

} // namespace

Lab::Lab(QObject* parent)
    : QObject(parent)
    , m_session(m_shelf.source(), Priority::Low)
    , m_saves(m_session)
    , m_place(*this)
    , m_changes(*this) {
    connect(&m_shelf, &DataShelf::ready, this, &Lab::dataReady);
    connect(&m_shelf, &DataShelf::failed, this, [this](const Problem& problem) {
        m_trainWhenReady = false;
        setPhase(LabPhase::Failed);
        emit this->problem(problem);
    });
    connectTraining();
    connectPhases();
    connectSaves();
    connectViews();
}

Lab::~Lab() = default;

void Lab::connectTraining() {
    connect(&m_session, &TrainingSession::openedForLooking, this, [this](RunId run) {
        if (isCurrent(run))
            m_lookingOnly = true;
    });
    connect(&m_session, &TrainingSession::dataRead, this, [this](RunId run) {
        if (!isCurrent(run) || !m_shelf.takeFromSession(m_experiment))
            return;
        emit dataRead(m_shelf.split()->report);
        checkRecipeNow();
    });
    connect(&m_session, &TrainingSession::started, this, [this](RunId run, const NetworkGraph& graph) {
        if (!isCurrent(run))
            return;
        m_graph = graph;
        emit runStarted(graph);
        setPhase(LabPhase::Paused);
        m_session.setPace(m_pace);
        if (std::exchange(m_trainWhenStarted, false))
            m_session.start();
    });
    connect(&m_session, &TrainingSession::historyLoaded, this,
            [this](RunId run, const auto& steps, const auto& epochs) {
                if (!isCurrent(run))
                    return;
                emit historyLoaded(*steps, *epochs);
            });
    connect(&m_session, &TrainingSession::stepsFinished, this, [this](RunId run, const auto& steps) {
        if (isCurrent(run))
            emit stepsFinished(*steps);
    });
    connect(&m_session, &TrainingSession::epochFinished, this, [this](RunId run, const EpochReport& report) {
        if (!isCurrent(run))
            return;
        m_newEpochs.push_back(report);
        if (!m_epochPause.isActive())
            handOnEpochs();
    });
    connect(&m_session, &TrainingSession::changeApplied, this, [this](RunId run, const Mark& mark) {
        if (isCurrent(run))
            emit changeApplied(mark);
    });
    connect(&m_session, &TrainingSession::settingsChanged, this,
            [this](RunId run, const LiveSettings& settings) {
                if (!isCurrent(run))
                    return;
                m_settings = settings;
                emit settingsChanged(settings);
            });
}

void Lab::connectPhases() {
    connect(&m_session, &TrainingSession::runningChanged, this, [this](RunId run, bool running) {
        if (!isCurrent(run))
            return;
        handOnEpochs();
        if (running || m_phase == LabPhase::Running)
            setPhase(running ? LabPhase::Running : LabPhase::Paused);
    });
    connect(&m_session, &TrainingSession::finished, this, [this](RunId run, const Outcome& outcome) {
        if (!isCurrent(run))
            return;
        handOnEpochs();
        setPhase(LabPhase::Finished);
        emit finished(outcome);
    });
    connect(&m_session, &TrainingSession::failed, this, [this](RunId run, const Problem& problem) {
        if (!isCurrent(run))
            return;
        handOnEpochs();
        m_saves.setRun({});
        setPhase(LabPhase::Failed);
        emit this->problem(problem);
    });
    m_epochPause.setSingleShot(true);
    connect(&m_epochPause, &QTimer::timeout, this, &Lab::handOnEpochs);
}

void Lab::connectSaves() {
    connect(&m_session, &TrainingSession::timelineChanged, this, [this](RunId run, const auto& timeline) {
        if (!isCurrent(run))
            return;
        m_timeline = *timeline;
        emit timelineChanged(m_timeline);
    });
    connect(&m_saves, &SavedGames::leaving, this, [this] { handOnEpochs(); });
    connect(&m_saves, &SavedGames::wentBack, this, [this] {
        if (const auto rate = std::exchange(m_rateThatExploded, std::nullopt)) {
            setLearningRate(std::min(*rate, m_settings.learningRate) / 2);
            m_session.start();
        }
    });
}

void Lab::connectViews() {
    const auto forward = [this](auto signal, auto to) {
        connect(&m_session, signal, this, [this, to](RunId run, const auto& value) {
            if (isCurrent(run))
                emit(this->*to)(value);
        });
    };
    forward(&TrainingSession::pointsReady, &Lab::pointsReady);
    forward(&TrainingSession::picturesReady, &Lab::picturesReady);
    forward(&TrainingSession::batchPicturesReady, &Lab::batchPicturesReady);
    forward(&TrainingSession::predictionsReady, &Lab::predictionsReady);
    forward(&TrainingSession::playgroundReady, &Lab::playgroundReady);
    forward(&TrainingSession::attentionReady, &Lab::attentionReady);
    forward(&TrainingSession::headEffectReady, &Lab::headEffectReady);
    forward(&TrainingSession::embeddingsReady, &Lab::embeddingsReady);
    forward(&TrainingSession::projectionReady, &Lab::projectionReady);
    forward(&TrainingSession::writingReady, &Lab::writingReady);
    forward(&TrainingSession::inspectionRefused, &Lab::inspectionRefused);
    forward(&TrainingSession::diverged, &Lab::diverged);
    forward(&TrainingSession::warned, &Lab::problem);
}

void Lab::setPhase(LabPhase phase) {
    if (phase == m_phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

void Lab::setRun(RunId run) {
    m_run = run;
    m_lookingOnly = false;
    m_saves.setRun(run);
}

/// Ends the run that is under way; what it still says is no longer heard.
void Lab::leaveRun() {
    if (hasRun())
        m_session.interrupt();
    setRun({});
    m_rateThatExploded.reset();
    m_newEpochs.clear();
}

void Lab::handOnEpochs() {
    if (m_newEpochs.empty())
        return;
    m_epochPause.start(kEpochPause);
    emit epochsFinished(std::exchange(m_newEpochs, {}));
}

void Lab::openExperiment(const Experiment& experiment) {
    leaveRun();
    m_experiment = experiment;
    m_runFolder.clear();
    m_timeline = {};
    m_trainWhenReady = m_trainWhenStarted = false;
    m_phase = LabPhase::Empty;
    setPhase(LabPhase::Reading);
    emit experimentChanged(m_experiment);
    emit timelineChanged(m_timeline);
    m_shelf.read(m_experiment);
}

void Lab::openRun(const QString& folder) {
    try {
        m_experiment = readExperiment(std::filesystem::path(folder.toStdString()) / "experiment.json");
    } catch (const Error& error) {
        emit problem(error.problem());
        return;
    }
    leaveRun();
    m_shelf.cancel();
    m_runFolder = folder;
    m_timeline = {};
    m_trainWhenStarted = false;
    emit experimentChanged(m_experiment);
    SessionOptions options;
    options.lookWhenLocked = true;
    options.trainer = {.threads = m_threads, .chooseThreads = true};
    setRun(m_session.open(folder, "last", options));
    setPhase(LabPhase::Starting);
}

void Lab::edit(const Recipe& recipe) {
    if (!hasRun() && recipe != m_experiment)
        m_changes.changeRecipe(recipe);
}

void Lab::takeRecipe(const Experiment& recipe) {
    const bool otherData = dataKey(recipe) != dataKey(m_experiment) || m_shelf.split() == nullptr;
    m_experiment = recipe;
    if (otherData) {
        setPhase(LabPhase::Reading);
        m_shelf.read(m_experiment);
    } else {
        checkRecipeNow();
        setPhase(LabPhase::Ready); // also after a recipe that could not be trained
    }
}

void Lab::unlock() {
    openExperiment(Experiment(m_experiment));
}

void Lab::checkRecipeNow() {
    if (const auto split = m_shelf.split())
        emit checkChanged(checkRecipe(m_experiment, split->training->description()));
}

void Lab::dataReady() {
    if (m_phase != LabPhase::Reading)
        return;
    emit dataRead(m_shelf.split()->report);
    checkRecipeNow();
    setPhase(LabPhase::Ready);
    if (std::exchange(m_trainWhenReady, false))
        beginRun();
}

void Lab::beginRun() {
    m_runFolder = Settings::freeRunFolder(QString::fromStdString(m_experiment.name));
    QDir().mkpath(QFileInfo(m_runFolder).path());
    m_changes.clear();
    m_trainWhenStarted = true;
    SessionOptions options;
    options.trainer = {.threads = m_threads, .chooseThreads = true};
    setRun(m_session.create(m_experiment, m_runFolder, options));
    setPhase(LabPhase::Starting);
}

void Lab::train() {
    if (m_phase == LabPhase::Reading)
        m_trainWhenReady = true;
    else if (m_phase == LabPhase::Ready)
        beginRun();
    else if (m_phase == LabPhase::Starting)
        m_trainWhenStarted = true;
    else if (m_phase == LabPhase::Paused || m_phase == LabPhase::Finished)
        m_session.start();
}

void Lab::pause() {
    m_trainWhenReady = m_trainWhenStarted = false;
    m_session.pause();
}

void Lab::togglePlay() {
    if (m_phase == LabPhase::Running)
        pause();
    else
        train();
}

void Lab::step() {
    if (m_phase == LabPhase::Ready) {
        beginRun();
        m_trainWhenStarted = false;
    }
    if (hasRun())
        m_session.step();
}

void Lab::stepEpoch() {
    if (hasRun())
        m_session.stepEpoch();
}

void Lab::finishNow() {
    if (hasRun())
        m_session.stop();
}

void Lab::restart() {
    if (!hasRun())
        return;
    m_saves.save();
    openExperiment(Experiment(m_experiment));
}

void Lab::setPace(double stepsPerSecond) {
    m_pace = stepsPerSecond;
    if (hasRun())
        m_session.setPace(stepsPerSecond);
}

void Lab::setThreads(int threads) {
    m_threads = threads;
    m_session.setThreads(threads);
}

void Lab::change(const LiveSettings& settings, const QString& words) {
    if (hasRun() && settings != m_settings)
        m_changes.changeKnobs(settings, words);
}

void Lab::moveKnobs(const LiveSettings& settings) {
    m_settings = settings;
    m_session.change(settings);
    emit settingsChanged(settings);
}

void Lab::setLearningRate(double rate) {
    LiveSettings settings = m_settings;
    settings.learningRate = rate;
    change(settings, tr("learning rate"));
}

void Lab::setDropout(std::optional<double> rate, bool on) {
    LiveSettings settings = m_settings;
    settings.dropout = rate;
    settings.dropoutOn = on;
    change(settings, tr("dropout"));
}

void Lab::setAugmentation(const AugmentationOptions& augment) {
    LiveSettings settings = m_settings;
    settings.augment = augment;
    change(settings, tr("varying the photos"));
}

void Lab::setBatchSize(std::int64_t size) {
    LiveSettings settings = m_settings;
    settings.batchSize = size;
    change(settings, tr("mini-batch size"));
}

void Lab::setLabelsCorrected(bool corrected) {
    LiveSettings settings = m_settings;
    settings.wrongLabels = corrected ? std::optional(0.0) : std::nullopt;
    change(settings, tr("labels"));
}

std::int64_t Lab::plannedEpochs() const {
    return hasRun() && m_timeline.plannedEpochs > 0 ? m_timeline.plannedEpochs : m_experiment.epochs;
}

void Lab::setEpochs(std::int64_t epochs) {
    if (epochs != plannedEpochs())
        m_changes.changeEpochs(epochs);
}

void Lab::planEpochs(std::int64_t epochs) {
    m_experiment.epochs = epochs;
    if (hasRun())
        m_session.setEpochs(epochs);
}

void Lab::undoMark(int number) {
    const auto mark = std::find_if(m_timeline.marks.begin(), m_timeline.marks.end(),
                                   [number](const Mark& each) { return each.number == number; });
    if (mark == m_timeline.marks.end())
        return;
    std::vector<Change> back(mark->changes.rbegin(), mark->changes.rend());
    for (Change& each : back)
        std::swap(each.before, each.after);
    change(withChanges(m_settings, back), changeText(back.front()));
}

void Lab::goBackAndHalve(const DivergenceReport& report) {
    m_rateThatExploded = m_settings.learningRate;
    m_saves.goBackTo(report.lastGood);
}

} // namespace neurarium
