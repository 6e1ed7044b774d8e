// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/training_worker.h"

#include <algorithm>
#include <utility>

#include "session/current_problem.h"
#include "session/picture_samples.h"
#include "session/run_opening.h"
#include "session/slot_samples.h"

namespace neurarium {

namespace {

constexpr std::chrono::milliseconds kSignalInterval{50};
constexpr std::chrono::milliseconds kViewInterval{36}; // shorter: what moves shall move smoothly

/// Moves a moment that comes every `interval` on; one that was missed does not come twice.
void moveOn(std::chrono::steady_clock::time_point& next, std::chrono::nanoseconds interval,
            std::chrono::steady_clock::time_point now) {
    next += interval;
    if (next < now)
        next = now + interval;
}

} // namespace

TrainingWorker::TrainingWorker(DataSource source)
    : m_source(std::move(source))
    , m_looks(
          {.ready = [this](RunId run,
                           std::shared_ptr<const Projection> map) { emit projectionReady(run, map); },
           .refused = [this](RunId run, const Problem& problem) { emit inspectionRefused(run, problem); }})
    , m_packing({.progress =
                     [this](RunId run, std::uint64_t done, std::uint64_t total) {
                         emit packingProgress(run, static_cast<qint64>(done), static_cast<qint64>(total));
                     },
                 .packed = [this](RunId run, const ArchiveReport& report) { emit packed(run, report); },
                 .failed = [this](RunId run, const Problem& problem) { emit packingFailed(run, problem); },
                 .ended = [this] { post(SimpleCommand::PackingEnded); }}) {}

TrainingWorker::~TrainingWorker() = default;

void TrainingWorker::loop() {
    while (!m_quit) {
        while (const auto command = m_queue.pop()) {
            try {
                obey(*command);
            } catch (...) {
                emit warned(m_id, currentProblem());
            }
            if (m_quit)
                break;
        }
        if (m_quit)
            break;
        if (!m_running) {
            publishDueViews();
            m_queue.wait();
            continue;
        }
        while (m_running && m_queue.empty())
            advance();
    }
    closeRun();
}

DataSplit TrainingWorker::read(const Experiment& experiment) {
    Clock::time_point next = Clock::now();
    DataSplit data = m_source(experiment, [&](const ImportProgress& progress) {
        const Clock::time_point now = Clock::now();
        if (now >= next || progress.done == progress.total) {
            next = now + kSignalInterval;
            emit importProgress(m_id, progress);
        }
        return !m_queue.endsReading();
    });
    emit dataRead(m_id, data.report);
    return data;
}

void TrainingWorker::create(const CreateCommand& command) {
    closeRun();
    m_id = command.run;
    m_open = true;
    RunListener& listener = *this;
    try {
        m_run = std::make_unique<TrainingRun>(
            createRun(command, [this](const Experiment& experiment) { return read(experiment); }), listener);
        m_run->begin();
        announce(command.options);
    } catch (...) {
        if (!m_queue.endsReading()) // otherwise the command that ended the reading says how it ended
            fail(currentProblem());
    }
}

void TrainingWorker::open(const OpenCommand& command) {
    closeRun();
    m_id = command.run;
    m_open = true;
    RunListener& listener = *this;
    try {
        OpenedRun opened =
            openRun(command, [this](const Experiment& experiment) { return read(experiment); });
        m_run = std::make_unique<TrainingRun>(std::move(opened.parts), listener);
        if (opened.at)
            m_run->continueFrom(*opened.at, command.options.weightsOnly);
        else
            m_run->beginAgain();
        if (opened.place && !m_run->goToStep(*opened.place, [this](std::int64_t, std::int64_t) {
                return !m_queue.endsReading();
            }))
            return;
        if (!m_run->isWriting())
            emit openedForLooking(m_id);
        announce(command.options);
        announceHistory();
        for (const Problem& problem : opened.warnings)
            emit warned(m_id, problem);
    } catch (...) {
        if (!m_queue.endsReading())
            fail(currentProblem());
    }
}

void TrainingWorker::announce(const SessionOptions& options) {
    const Trainer& trainer = m_run->trainer();
    m_stepsPerSecond = options.stepsPerSecond;
    m_lastStep = options.steps ? std::optional(trainer.stepsDone() + *options.steps) : std::nullopt;
    m_views.restart();
    m_looks.restart(m_id);
    m_ignorePatience = false;
    m_network = trainer.experiment().network;
    if (options.moreEpochs)
        m_run->setEpochs(trainer.epochsDone() + *options.moreEpochs);
    NetworkGraph graph = trainer.graph();
    graph.epochs = m_run->plannedEpochs();
    emit started(m_id, graph);
    emit settingsChanged(m_id, trainer.settings());
    onTimeline();
    if (isPlane(trainer.data().training->description()))
        emit pointsReady(m_id, std::make_shared<const PointSet>(pointSet(trainer.data())));
    publishViews(true);
}

void TrainingWorker::announceHistory() {
    auto steps = std::make_shared<std::vector<StepReport>>();
    auto epochs = std::make_shared<std::vector<EpochReport>>();
    m_run->writer().with([&](RunStore& store) {
        for (const Branch& branch : store.timeline().branches) {
            const auto branchSteps = store.steps(branch.id);
            const auto branchEpochs = store.epochs(branch.id);
            steps->insert(steps->end(), branchSteps.begin(), branchSteps.end());
            epochs->insert(epochs->end(), branchEpochs.begin(), branchEpochs.end());
        }
    });
    emit historyLoaded(m_id, std::move(steps), std::move(epochs));
    emit thumbnailsLoaded(m_id, std::make_shared<const std::vector<Thumbnail>>(m_run->writer().with(
                                    [](const RunStore& store) { return store.thumbnails(); })));
}

void TrainingWorker::start(Until until) {
    if (!m_run)
        return;
    if (!m_run->isWriting())
        throw Error(ProblemKind::Refused, {}, explain("Problem", "This run is open for looking only"),
                    explain("Problem", "Close the other program that has it, then open the run again."));
    m_until = until;
    m_open = true;
    m_nextStep = Clock::now();
    m_nextSignal = m_nextStep; // the first step is told at once
    m_nextViews = m_nextStep + kViewInterval;
    if (!std::exchange(m_running, true))
        emit runningChanged(m_id, true);
}

void TrainingWorker::pause() {
    if (!m_run)
        return;
    const bool wasRunning = std::exchange(m_running, false);
    publishSteps();
    m_run->finishSaving();
    if (wasRunning)
        emit runningChanged(m_id, false);
    m_viewsDue = true;
}

void TrainingWorker::advance() {
    if (!m_running)
        return;
    try {
        const Trainer& trainer = m_run->trainer();
        if (trainer.epochsDone() >= m_run->plannedEpochs() ||
            (m_lastStep && trainer.stepsDone() >= *m_lastStep))
            return finish(FinishReason::Completed);
        if (!waitsForPace())
            afterStep(m_run->step());
    } catch (const Error& error) {
        if (error.kind() != ProblemKind::Storage)
            return fail(error.problem());
        emit warned(m_id, error.problem()); // a branch could not be recorded: going on would lose history
        pause();
    } catch (...) {
        fail(currentProblem());
    }
}

bool TrainingWorker::waitsForPace() {
    if (m_stepsPerSecond <= 0)
        return false;
    const Clock::time_point now = Clock::now();
    if (now < m_nextStep) {
        publishSteps();
        m_queue.waitUntil(m_nextStep);
        return true;
    }
    const std::chrono::duration<double> interval(1.0 / m_stepsPerSecond);
    moveOn(m_nextStep, std::chrono::duration_cast<std::chrono::nanoseconds>(interval), now);
    return false;
}

void TrainingWorker::afterStep(TrainingRun::StepOutcome outcome) {
    if (outcome == TrainingRun::StepOutcome::Diverged) {
        pause();
        emit diverged(m_id, m_run->divergence());
        return;
    }
    const Clock::time_point now = Clock::now();
    if (now >= m_nextSignal) {
        moveOn(m_nextSignal, kSignalInterval, now);
        publishSteps();
        publishLooks(false); // what comes together is drawn together
        if (const auto problem = m_run->writer().takeProblem())
            emit warned(m_id, *problem);
    }
    if (now >= m_nextViews || m_viewsDue) {
        moveOn(m_nextViews, kViewInterval, now);
        publishViews(m_viewsDue);
    }
    const bool epochFinished = outcome == TrainingRun::StepOutcome::EpochFinished;
    if (epochFinished && !m_ignorePatience && m_run->trainer().shouldStopEarly()) {
        m_ignorePatience = true; // whoever goes on from here does so on purpose
        return finish(FinishReason::EarlyStopped);
    }
    if (m_until == Until::NextStep || (m_until == Until::EpochEnd && epochFinished))
        pause();
}

/// The last state is on the disk when `finished` comes; when that is impossible, `failed` comes.
void TrainingWorker::finish(FinishReason reason) {
    if (!m_open)
        return;
    Outcome outcome;
    outcome.reason = reason;
    if (m_run) {
        try {
            pause();
            m_run->keepLast(reason == FinishReason::Interrupted ? CheckpointOrigin::Interrupted
                                                                : CheckpointOrigin::Automatic);
            outcome = m_run->outcome(reason);
        } catch (...) {
            m_open = false;
            emit failed(m_id, currentProblem());
            return;
        }
    }
    m_open = false;
    emit finished(m_id, outcome);
}

void TrainingWorker::fail(const Problem& problem) {
    m_packing.end();
    if (m_run) {
        try {
            pause();
            m_run->keepLast(CheckpointOrigin::Interrupted);
        } catch (...) {
            emit warned(m_id, currentProblem());
        }
    }
    m_running = false;
    m_run.reset();
    if (std::exchange(m_open, false))
        emit failed(m_id, problem);
    else
        emit warned(m_id, problem);
}

void TrainingWorker::closeRun() {
    m_packing.end();
    if (m_run && !m_open && m_run->isWriting()) { // paused or changed after it had finished
        try {
            m_run->keepLast(CheckpointOrigin::Interrupted);
        } catch (...) {
            emit warned(m_id, currentProblem());
        }
    }
    finish(FinishReason::Interrupted);
    m_running = false;
    m_run.reset();
    m_text.forget();
}

void TrainingWorker::publishSteps() {
    if (auto steps = m_run->takeSteps())
        emit stepsFinished(m_id, std::move(steps));
}

/// The state was replaced: by one of another place in the history.
void TrainingWorker::publishPlace() {
    m_ignorePatience = false;
    m_views.forget();
    m_looks.forget();
    const Trainer& trainer = m_run->trainer();
    if (trainer.experiment().network != m_network)
        emit networkChanged(m_id, trainer.graph());
    m_network = trainer.experiment().network;
}

/// Commands that wait come first: whoever goes back and trains on need not wait for pictures of the place.
void TrainingWorker::publishDueViews() {
    if (!m_viewsDue || !m_run || !m_queue.empty())
        return;
    try {
        publishViews(true);
    } catch (...) {
        m_viewsDue = false;
        emit warned(m_id, currentProblem());
    }
}

void TrainingWorker::publishViews(bool all) {
    m_viewsDue = m_viewsDue && !all;
    const ViewContents contents = m_views.collect(m_run->trainer(), all);
    if (contents.pictures)
        emit picturesReady(m_id, contents.pictures);
    if (contents.batch)
        emit batchPicturesReady(m_id, contents.batch);
    if (contents.predictions)
        emit predictionsReady(m_id, contents.predictions);
    if (contents.playground)
        emit playgroundReady(m_id, contents.playground);
    if (all)
        publishLooks(true);
}

void TrainingWorker::publishLooks(bool all) {
    const InspectionContents contents = m_looks.collect(m_run->trainer(), all);
    if (contents.attention)
        emit attentionReady(m_id, contents.attention);
    if (contents.headEffect)
        emit headEffectReady(m_id, contents.headEffect);
    if (contents.embeddings)
        emit embeddingsReady(m_id, contents.embeddings);
    if (contents.refused)
        emit inspectionRefused(m_id, *contents.refused);
}

void TrainingWorker::onEpoch(const EpochReport& report) {
    emit epochFinished(m_id, report);
}

void TrainingWorker::onMark(const Mark& mark) {
    emit changeApplied(m_id, mark);
}

void TrainingWorker::onSettings(const LiveSettings& settings) {
    emit settingsChanged(m_id, settings);
}

void TrainingWorker::onCheckpoint(const CheckpointInfo& checkpoint) {
    emit checkpointSaved(m_id, checkpoint);
    if (!m_views.wanted().slotViews || checkpoint.letter.empty())
        return;
    try { // the state that was saved is the one that is stood on
        emit slotSeen(m_id, std::make_shared<const SlotView>(slotView(m_run->trainer(), checkpoint.id)));
    } catch (...) {
        emit warned(m_id, currentProblem());
    }
}

void TrainingWorker::onTimeline() {
    emit timelineChanged(m_id, std::make_shared<const Timeline>(m_run->timeline()));
}

void TrainingWorker::onWarning(const Problem& problem) {
    emit warned(m_id, problem);
}

} // namespace neurarium
