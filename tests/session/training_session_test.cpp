// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// What a session promises about its signals and commands.
class TrainingSessionTest : public QObject {
    Q_OBJECT
private slots:
    void tellsThingsInOrder();
    void losesNoStep();
    void stopsAfterSomeSteps();
    void refusesWhatDoesNotFit();
    void makesSingleStepsAndEpochs();
    void obeysTheCheckpointInterval();
    void stopsEarlyAndGoesOn();
    void keepsThePace();
    void sendsPicturesOnlyWhenWanted();
    void showsAFewBatchesASecondAndTheLast();
    void goesOnWithMoreEpochs();
    void opensWhatItClosed();

private:
    QString folder() { return m_folder.filePath(QString::number(++m_number) + ".neurarium"); }

    QTemporaryDir m_folder;
    int m_number = 0;
};

void TrainingSessionTest::tellsThingsInOrder() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    const RunId run = session.create(sampleExperiment("mlp"), folder());
    QCOMPARE(run, session.current());
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.names.first(), QString("started"));
    QCOMPARE(log.names.last(), QString("finished"));
    QCOMPARE(log.count("finished") + log.count("failed"), 1);
    QCOMPARE(log.outcome.reason, FinishReason::Completed);
    QCOMPARE(log.outcome.epoch, 20);
    QCOMPARE(log.epochs.size(), std::size_t(20));
    for (std::size_t i = 0; i < log.epochs.size(); ++i)
        QCOMPARE(log.epochs[i].epoch, static_cast<std::int64_t>(i + 1));
    QCOMPARE(log.outcome.last, log.checkpoints.back().id);
    QCOMPARE(log.checkpoints.back().step, log.outcome.step);
    QVERIFY(log.outcome.best);
    QTest::qWait(100);
    QCOMPARE(log.names.last(), QString("finished"));
}

void TrainingSessionTest::losesNoStep() {
    Experiment experiment = sampleExperiment("mlp");
    experiment.epochs = 400;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, folder());
    QVERIFY(log.waitFor("started"));
    QElapsedTimer timer;
    timer.start();
    session.start();
    QVERIFY(log.waitForEnd());
    const auto seconds = static_cast<double>(timer.elapsed()) / 1000;
    QCOMPARE(log.steps.size(), std::size_t(4000));
    for (std::size_t i = 0; i < log.steps.size(); ++i)
        QCOMPARE(log.steps[i].step, static_cast<std::int64_t>(i + 1));
    QVERIFY2(log.count("steps") <= seconds * 20 + 3, qPrintable(QString::number(log.count("steps"))));
    QVERIFY(static_cast<double>(log.checkpoints.size()) <= seconds + 4);
}

void TrainingSessionTest::stopsAfterSomeSteps() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    SessionOptions options;
    options.steps = 7;
    session.create(sampleExperiment("plain"), folder(), options);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.step, 7);
    QCOMPARE(log.checkpoints.back().step, 7);
}

void TrainingSessionTest::refusesWhatDoesNotFit() {
    Experiment experiment = sampleExperiment("cnn");
    experiment.network.front().options["kernel"] = std::int64_t{99};
    const QString where = folder();
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, where);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.count("failed"), 1);
    QCOMPARE(log.problem.kind, ProblemKind::Refused);
    QVERIFY2(log.problem.where.starts_with("network[0]"), log.problem.where.c_str());
    QVERIFY(!QFileInfo::exists(where));
}

void TrainingSessionTest::makesSingleStepsAndEpochs() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("plain"), folder());
    session.step();
    QVERIFY(log.waitFor("paused"));
    QCOMPARE(log.steps.size(), std::size_t(1));
    session.stepEpoch();
    QVERIFY(log.waitFor("paused", 2));
    QCOMPARE(log.steps.size(), std::size_t(8));
    QCOMPARE(log.epochs.size(), std::size_t(1));
    session.stop();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.reason, FinishReason::StoppedByUser);
}

void TrainingSessionTest::obeysTheCheckpointInterval() {
    Experiment experiment = sampleExperiment("plain");
    experiment.checkpointEvery = 3;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, folder());
    session.start();
    QVERIFY(log.waitForEnd());
    std::vector<std::int64_t> epochs;
    for (const CheckpointInfo& checkpoint : log.checkpoints)
        epochs.push_back(checkpoint.epoch);
    QCOMPARE(epochs, (std::vector<std::int64_t>{3, 6, 9, 12, 15, 18, 20}));
}

void TrainingSessionTest::stopsEarlyAndGoesOn() {
    Experiment experiment = sampleExperiment("plain");
    experiment.optimizer.options["lr"] = 1e-12;
    experiment.patience = 3;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, folder());
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.reason, FinishReason::EarlyStopped);
    QVERIFY(log.outcome.epoch < 20);
    QVERIFY(log.outcome.best);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.reason, FinishReason::Completed);
    QCOMPARE(log.outcome.epoch, 20);
}

void TrainingSessionTest::keepsThePace() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    SessionOptions options;
    options.stepsPerSecond = 40;
    options.steps = 20;
    session.create(sampleExperiment("plain"), folder(), options);
    QVERIFY(log.waitFor("started"));
    QElapsedTimer timer;
    timer.start();
    session.start();
    QVERIFY(log.waitForEnd());
    QVERIFY(timer.elapsed() >= 400);
}

void TrainingSessionTest::sendsPicturesOnlyWhenWanted() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("cnn"), folder());
    session.stepEpoch();
    QVERIFY(log.waitFor("paused"));
    QCOMPARE(log.count("pictures") + log.count("batch") + log.count("predictions"), 0);
    session.setWanted({true, true, 0});
    QVERIFY(log.waitFor("predictions"));
    QCOMPARE(log.pictures->pictures.size(), std::size_t(40));
    QCOMPARE(log.pictures->pictures.front().width, 16);
    QCOMPARE(log.batch->augmented.size(), std::size_t(16));
    QVERIFY(log.batch->augmented.front() != log.batch->originals.front());
    QCOMPARE(log.predictions->answers.size(), std::size_t(40));
    session.stepEpoch();
    QVERIFY(log.waitFor("predictions", 2));
    QCOMPARE(log.count("pictures"), 1);
}

void TrainingSessionTest::showsAFewBatchesASecondAndTheLast() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("cnn"), folder());
    session.setEpochs(1'000'000);
    session.setWanted({.batchPictures = true});
    QElapsedTimer timer;
    timer.start();
    session.start();
    QVERIFY(log.waitFor("steps", 20)); // about a second, and hundreds of batches
    session.pause();
    QVERIFY(log.waitFor("paused"));
    QVERIFY(log.count("batch") >= 2);
    QVERIFY2(log.count("batch") <= 2 + timer.elapsed() / 100, "more than anybody can look at");
    QTRY_COMPARE(log.batch->step, log.steps.back().step);
}

void TrainingSessionTest::goesOnWithMoreEpochs() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("plain"), folder());
    session.start();
    QVERIFY(log.waitForEnd());
    session.setEpochs(25);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.epoch, 25);
    QCOMPARE(log.marks.back().changes.front().kind, ChangeKind::Epochs);
    QCOMPARE(log.timeline->plannedEpochs, 25);
    QCOMPARE(log.timeline->branches.size(), std::size_t(1));
}

void TrainingSessionTest::opensWhatItClosed() {
    const QString where = folder();
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        SessionOptions options;
        options.steps = 30;
        session.create(sampleExperiment("mlp"), where, options);
        session.start();
        QVERIFY(log.waitForEnd());
    }
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.open(where, "last");
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.count("history"), 1);
    QCOMPARE(log.steps.front().step, 31);
    QCOMPARE(log.outcome.epoch, 20);
    QCOMPARE(log.timeline->branches.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TrainingSessionTest)
#include "training_session_test.moc"
