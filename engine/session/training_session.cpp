// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/training_session.h"

#include "session/training_worker.h"
#include "tensor/thread_priority.h"

namespace neurarium {

namespace {

constexpr unsigned long kClosingMilliseconds = 1900;

void forwardTraining(const TrainingWorker* worker, TrainingSession* session) {
    using W = TrainingWorker;
    using S = TrainingSession;
    QObject::connect(worker, &W::importProgress, session, &S::importProgress);
    QObject::connect(worker, &W::dataRead, session, &S::dataRead);
    QObject::connect(worker, &W::openedForLooking, session, &S::openedForLooking);
    QObject::connect(worker, &W::started, session, &S::started);
    QObject::connect(worker, &W::networkChanged, session, &S::networkChanged);
    QObject::connect(worker, &W::historyLoaded, session, &S::historyLoaded);
    QObject::connect(worker, &W::thumbnailsLoaded, session, &S::thumbnailsLoaded);
    QObject::connect(worker, &W::stepsFinished, session, &S::stepsFinished);
    QObject::connect(worker, &W::epochFinished, session, &S::epochFinished);
    QObject::connect(worker, &W::runningChanged, session, &S::runningChanged);
    QObject::connect(worker, &W::diverged, session, &S::diverged);
    QObject::connect(worker, &W::warned, session, &S::warned);
    QObject::connect(worker, &W::finished, session, &S::finished);
    QObject::connect(worker, &W::failed, session, &S::failed);
}

void forwardHistory(const TrainingWorker* worker, TrainingSession* session) {
    using W = TrainingWorker;
    using S = TrainingSession;
    QObject::connect(worker, &W::changeApplied, session, &S::changeApplied);
    QObject::connect(worker, &W::settingsChanged, session, &S::settingsChanged);
    QObject::connect(worker, &W::checkpointSaved, session, &S::checkpointSaved);
    QObject::connect(worker, &W::slotSeen, session, &S::slotSeen);
    QObject::connect(worker, &W::timelineChanged, session, &S::timelineChanged);
    QObject::connect(worker, &W::wentBack, session, &S::wentBack);
    QObject::connect(worker, &W::replayProgress, session, &S::replayProgress);
    QObject::connect(worker, &W::wentToStep, session, &S::wentToStep);
    QObject::connect(worker, &W::proved, session, &S::proved);
    QObject::connect(worker, &W::repeated, session, &S::repeated);
    QObject::connect(worker, &W::replayCancelled, session, &S::replayCancelled);
    QObject::connect(worker, &W::compared, session, &S::compared);
    QObject::connect(worker, &W::writingReady, session, &S::writingReady);
    QObject::connect(worker, &W::undid, session, &S::undid);
    QObject::connect(worker, &W::twinPrepared, session, &S::twinPrepared);
    QObject::connect(worker, &W::twinFinished, session, &S::twinFinished);
    QObject::connect(worker, &W::packingProgress, session, &S::packingProgress);
    QObject::connect(worker, &W::packed, session, &S::packed);
    QObject::connect(worker, &W::packingFailed, session, &S::packingFailed);
}

void forwardViews(const TrainingWorker* worker, TrainingSession* session) {
    using W = TrainingWorker;
    using S = TrainingSession;
    QObject::connect(worker, &W::pointsReady, session, &S::pointsReady);
    QObject::connect(worker, &W::picturesReady, session, &S::picturesReady);
    QObject::connect(worker, &W::batchPicturesReady, session, &S::batchPicturesReady);
    QObject::connect(worker, &W::predictionsReady, session, &S::predictionsReady);
    QObject::connect(worker, &W::playgroundReady, session, &S::playgroundReady);
    QObject::connect(worker, &W::attentionReady, session, &S::attentionReady);
    QObject::connect(worker, &W::headEffectReady, session, &S::headEffectReady);
    QObject::connect(worker, &W::embeddingsReady, session, &S::embeddingsReady);
    QObject::connect(worker, &W::projectionReady, session, &S::projectionReady);
    QObject::connect(worker, &W::inspectionRefused, session, &S::inspectionRefused);
}

} // namespace

TrainingSession::TrainingSession(DataSource source, Priority priority, QObject* parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(std::make_unique<TrainingWorker>(std::move(source))) {
    m_worker->moveToThread(m_thread.get());
    forwardTraining(m_worker.get(), this);
    forwardHistory(m_worker.get(), this);
    forwardViews(m_worker.get(), this);
    TrainingWorker* worker = m_worker.get();
    connect(m_thread.get(), &QThread::started, worker, [worker, priority] {
        if (priority == Priority::Low)
            lowerThreadPriority();
        worker->loop();
        QThread::currentThread()->quit();
    });
    m_thread->setObjectName("training");
    m_thread->start();
}

TrainingSession::~TrainingSession() {
    m_worker->disconnect(this);
    m_worker->post(SimpleCommand::Quit);
    if (m_thread->wait(kClosingMilliseconds))
        return;
    // A single step takes longer than anybody wants to wait: the program ends without it.
    (void)m_thread.release();
    (void)m_worker.release();
}

RunId TrainingSession::create(const Experiment& experiment, const QString& folder,
                              const SessionOptions& options) {
    ++m_run.value;
    m_worker->post(CreateCommand{m_run, experiment, folder.toStdString(), options});
    return m_run;
}

RunId TrainingSession::open(const QString& folder, const QString& checkpoint, const SessionOptions& options) {
    ++m_run.value;
    m_worker->post(OpenCommand{m_run, folder.toStdString(), checkpoint.toStdString(), options});
    return m_run;
}

void TrainingSession::start() {
    m_worker->post(SimpleCommand::Start);
}

void TrainingSession::pause() {
    m_worker->post(SimpleCommand::Pause);
}

void TrainingSession::step() {
    m_worker->post(SimpleCommand::Step);
}

void TrainingSession::stepEpoch() {
    m_worker->post(SimpleCommand::StepEpoch);
}

void TrainingSession::stop() {
    m_worker->post(SimpleCommand::Stop);
}

void TrainingSession::interrupt() {
    m_worker->post(SimpleCommand::Interrupt);
}

void TrainingSession::setEpochs(qint64 epochs) {
    m_worker->post(EpochsCommand{epochs});
}

void TrainingSession::setPace(double stepsPerSecond) {
    m_worker->post(PaceCommand{stepsPerSecond});
}

void TrainingSession::setThreads(int threads) {
    m_worker->post(ThreadsCommand{threads});
}

void TrainingSession::change(const LiveSettings& settings) {
    m_worker->post(settings);
}

void TrainingSession::saveCheckpoint(const QString& name) {
    m_worker->post(SaveCommand{name.toStdString()});
}

void TrainingSession::renameCheckpoint(CheckpointId checkpoint, const QString& name) {
    m_worker->post(RenameCommand{checkpoint, name.toStdString()});
}

void TrainingSession::setNote(CheckpointId checkpoint, const QString& note) {
    m_worker->post(NoteCommand{checkpoint, note.toStdString()});
}

void TrainingSession::setThumbnail(CheckpointId checkpoint, const QByteArray& png) {
    m_worker->post(Thumbnail{checkpoint, {png.begin(), png.end()}});
}

void TrainingSession::setDiskBudget(const DiskBudget& budget) {
    m_worker->post(budget);
}

void TrainingSession::goBackTo(CheckpointId checkpoint) {
    m_worker->post(GoBackCommand{checkpoint, false});
}

void TrainingSession::goToStep(BranchId branch, qint64 step) {
    m_worker->post(GoToStepCommand{branch, step});
}

void TrainingSession::prove(CheckpointId checkpoint) {
    m_worker->post(ProveCommand{checkpoint});
}

void TrainingSession::repeatSteps(CheckpointId from, qint64 most) {
    m_worker->post(RepeatRequest{from, most});
}

void TrainingSession::undo(MarkId mark) {
    m_worker->post(UndoCommand{mark});
}

void TrainingSession::prepareTwin(CheckpointId from) {
    m_worker->post(PrepareTwinCommand{from});
}

void TrainingSession::runTwin(CheckpointId from, const TwinChange& change, qint64 steps) {
    m_worker->post(TwinRequest{from, change, steps});
}

void TrainingSession::compare(CheckpointId before, CheckpointId after) {
    m_worker->post(CompareCommand{before, after});
}

void TrainingSession::write(const WritingTask& task, CheckpointId checkpoint) {
    m_worker->post(WritingRequest{task, checkpoint});
}

void TrainingSession::pack(const QString& file) {
    m_worker->post(PackCommand{file.toStdString()});
}

void TrainingSession::cancelPacking() {
    m_worker->cancelPacking();
}

void TrainingSession::cancelReplay() {
    m_worker->post(SimpleCommand::CancelReplay);
}

void TrainingSession::takeWeightsOf(CheckpointId checkpoint) {
    m_worker->post(GoBackCommand{checkpoint, true});
}

void TrainingSession::setWanted(const Wanted& wanted) {
    m_worker->post(wanted);
}

} // namespace neurarium
