// SPDX-License-Identifier: GPL-3.0-or-later
#include "signal_log.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace neurarium {

SignalLog::SignalLog(TrainingSession& session) {
    listenToTraining(session);
    listenToTheWay(session);
    listenToViews(session);
}

void SignalLog::listenToTraining(TrainingSession& session) {
    using S = TrainingSession;
    connect(&session, &S::started, this, [this] { names << "started"; });
    connect(&session, &S::stepsFinished, this,
            [this](RunId, const std::shared_ptr<const std::vector<StepReport>>& some) {
                names << "steps";
                steps.insert(steps.end(), some->begin(), some->end());
            });
    connect(&session, &S::epochFinished, this, [this](RunId, const EpochReport& epoch) {
        names << "epoch";
        epochs.push_back(epoch);
    });
    connect(&session, &S::changeApplied, this, [this](RunId, const Mark& mark) {
        names << "mark";
        marks.push_back(mark);
    });
    connect(&session, &S::settingsChanged, this, [this](RunId, const LiveSettings& now) { settings = now; });
    connect(&session, &S::checkpointSaved, this, [this](RunId, const CheckpointInfo& checkpoint) {
        names << "checkpoint";
        checkpoints.push_back(checkpoint);
    });
    connect(&session, &S::timelineChanged, this,
            [this](RunId, const std::shared_ptr<const Timeline>& now) { timeline = now; });
    connect(&session, &S::wentBack, this, [this] { names << "wentBack"; });
    connect(&session, &S::runningChanged, this,
            [this](RunId, bool running) { names << (running ? "running" : "paused"); });
    connect(&session, &S::historyLoaded, this, [this] { names << "history"; });
    connect(&session, &S::warned, this, [this](RunId, const Problem& what) {
        names << "warned";
        warnings.push_back(what);
    });
    connect(&session, &S::diverged, this, [this](RunId, const DivergenceReport& report) {
        names << "diverged";
        divergence = report;
    });
    connect(&session, &S::finished, this, [this](RunId, const Outcome& how) {
        names << "finished";
        outcome = how;
    });
    connect(&session, &S::failed, this, [this](RunId, const Problem& why) {
        names << "failed";
        problem = why;
    });
}

void SignalLog::listenToTheWay(TrainingSession& session) {
    using S = TrainingSession;
    connect(&session, &S::replayProgress, this, [this] { names << "replayProgress"; });
    connect(&session, &S::replayCancelled, this, [this] { names << "replayCancelled"; });
    connect(&session, &S::wentToStep, this, [this](RunId, const StepPlace& place) {
        names << "wentToStep";
        places.push_back(place);
    });
    connect(&session, &S::proved, this, [this](RunId, const Proof& what) {
        names << "proved";
        proof = what;
    });
    connect(&session, &S::repeated, this, [this](RunId, const Repetition& what) {
        names << "repeated";
        repetition = what;
    });
    connect(&session, &S::compared, this, [this](RunId, const std::shared_ptr<const Comparison>& what) {
        names << "compared";
        comparison = what;
    });
    connect(&session, &S::undid, this, [this](RunId, MarkId, const StepPlace& place, CheckpointId again) {
        names << "undid";
        undone = place;
        redo = again;
    });
    connect(&session, &S::packingProgress, this, [this] { names << "packingProgress"; });
    connect(&session, &S::packed, this, [this](RunId, const ArchiveReport& report) {
        names << "packed";
        archive = report;
    });
    connect(&session, &S::packingFailed, this, [this](RunId, const Problem& why) {
        names << "packingFailed";
        problem = why;
    });
    connect(&session, &S::networkChanged, this, [this] { names << "networkChanged"; });
    connect(&session, &S::twinPrepared, this, [this](RunId, const std::shared_ptr<const TwinStart>& start) {
        names << "twinPrepared";
        twinStart = start;
    });
    connect(&session, &S::twinFinished, this, [this](RunId, const std::shared_ptr<const TwinReport>& report) {
        names << "twin";
        twin = report;
    });
}

void SignalLog::listenToViews(TrainingSession& session) {
    using S = TrainingSession;
    connect(&session, &S::thumbnailsLoaded, this,
            [this](RunId, const std::shared_ptr<const std::vector<Thumbnail>>& all) {
                names << "thumbnails";
                thumbnails = all;
            });
    connect(&session, &S::pointsReady, this, [this] { names << "points"; });
    connect(&session, &S::playgroundReady, this, [this] { names << "playground"; });
    connect(&session, &S::picturesReady, this, [this](RunId, const std::shared_ptr<const PictureSet>& all) {
        names << "pictures";
        pictures = all;
    });
    connect(&session, &S::batchPicturesReady, this,
            [this](RunId, const std::shared_ptr<const BatchPictures>& some) {
                names << "batch";
                batch = some;
            });
    connect(&session, &S::predictionsReady, this,
            [this](RunId, const std::shared_ptr<const Predictions>& all) {
                names << "predictions";
                predictions = all;
            });
}

bool SignalLog::waitFor(const QString& name, int count, int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (this->count(name) < count && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return this->count(name) >= count;
}

bool SignalLog::waitForEnd(int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    const int before = count("finished") + count("failed");
    while (count("finished") + count("failed") == before && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return count("finished") + count("failed") > before;
}

} // namespace neurarium
