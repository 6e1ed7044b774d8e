// SPDX-License-Identifier: GPL-3.0-or-later
#include <future>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "session/run_opening.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// When the folder cannot be written to, training goes on; only a lost last state is a failure.
class StorageTest : public QObject {
    Q_OBJECT
private slots:
    void trainsOnWithoutRoom();
    void opensForLookingWhenLocked();
    void trainsOnWhileACheckpointIsWritten();
};

namespace {

class CheckpointCount : public RunListener {
public:
    void onEpoch(const EpochReport&) override {}
    void onMark(const Mark&) override {}
    void onSettings(const LiveSettings&) override {}
    void onCheckpoint(const CheckpointInfo& info) override { steps.push_back(info.step); }
    void onTimeline() override {}
    void onWarning(const Problem& problem) override { QFAIL(problem.english().c_str()); }

    std::vector<std::int64_t> steps;
};

/// Puts a file where the checkpoints' folder was, or the folder back.
void blockCheckpoints(const QString& run, bool block) {
    const QString folder = run + "/checkpoints";
    if (block) {
        QVERIFY(QDir().rename(folder, folder + ".away"));
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        QVERIFY(QFile::remove(folder));
        QVERIFY(QDir().rename(folder + ".away", folder));
    }
}

} // namespace

void StorageTest::trainsOnWithoutRoom() {
    const QTemporaryDir folder;
    const QString where = folder.filePath("run.neurarium");
    Experiment experiment = sampleExperiment("plain");
    experiment.checkpointEvery = 1;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, where);
    session.stepEpoch();
    QVERIFY(log.waitFor("paused"));
    blockCheckpoints(where, true);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.count("failed"), 1);
    QCOMPARE(log.problem.kind, ProblemKind::Storage);
    QCOMPARE(log.epochs.size(), std::size_t(20));
    QCOMPARE(log.checkpoints.size(), std::size_t(1));
    QVERIFY(!log.warnings.empty());
    QCOMPARE(log.warnings.front().kind, ProblemKind::Storage);
    blockCheckpoints(where, false);
    session.saveCheckpoint("at last");
    QVERIFY(log.waitFor("checkpoint", 2));
    QCOMPARE(log.checkpoints.back().epoch, 20);
}

void StorageTest::opensForLookingWhenLocked() {
    const QTemporaryDir folder;
    const QString where = folder.filePath("run.neurarium");
    TrainingSession first(sampleSource());
    SignalLog firstLog(first);
    first.create(sampleExperiment("plain"), where);
    first.step();
    first.saveCheckpoint("one");
    QVERIFY(firstLog.waitFor("checkpoint"));

    TrainingSession second(sampleSource());
    SignalLog secondLog(second);
    second.open(where, "last");
    QVERIFY(secondLog.waitForEnd());
    QCOMPARE(secondLog.count("failed"), 1);
    SessionOptions options;
    options.lookWhenLocked = true;
    second.open(where, "last", options);
    QVERIFY(secondLog.waitFor("warned"));
    QCOMPARE(secondLog.count("started"), 1);
    second.start();
    QVERIFY(secondLog.waitFor("warned", 2));
    QCOMPARE(secondLog.count("running"), 0);
}

/// The disk is so slow that the file of the first epoch is not written before the second is nearly over.
void StorageTest::trainsOnWhileACheckpointIsWritten() {
    const QTemporaryDir folder;
    CreateCommand command;
    command.experiment = sampleExperiment("mlp");
    command.experiment.checkpointEvery = 1;
    command.folder = folder.filePath("run").toStdString();
    CheckpointCount listener;
    TrainingRun run(createRun(command, sampleData), listener);
    run.begin();
    std::promise<void> slow, held;
    auto disk = std::async(std::launch::async, [&] {
        run.writer().with([&](RunStore&) {
            held.set_value();
            slow.get_future().wait();
        });
    });
    held.get_future().wait();
    auto training = std::async(std::launch::async, [&] {
        for (int i = 0; i < 19; ++i) // an epoch has ten steps
            run.step();
    });
    const bool trained = training.wait_for(std::chrono::seconds(20)) == std::future_status::ready;
    slow.set_value();
    training.wait();
    QVERIFY(trained);
    QVERIFY(listener.steps.empty());
    run.step(); // the second epoch's end waits for the first one's file
    run.finishSaving();
    QCOMPARE(listener.steps, (std::vector<std::int64_t>{10, 20}));
    // Steps behind a save count as unsaved: the last state is written at the end.
    run.step();
    run.keepLast(CheckpointOrigin::Interrupted);
    QCOMPARE(listener.steps.back(), 21);
    run.keepLast(CheckpointOrigin::Interrupted);
    QCOMPARE(listener.steps.size(), std::size_t(3));
}

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
