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
    void keepsTheBetterBestOfTwo();
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

/// A disk that writes nothing until it is let go.
class HeldDisk {
public:
    explicit HeldDisk(RunWriter& writer) {
        m_holding = std::async(std::launch::async, [this, &writer] {
            writer.with([this](RunStore&) {
                m_held.set_value();
                m_release.get_future().wait();
            });
        });
        m_held.get_future().wait();
    }
    void letGo() {
        m_release.set_value();
        m_holding.wait();
    }

private:
    std::promise<void> m_release, m_held;
    std::future<void> m_holding;
};

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
    HeldDisk disk(run.writer());
    auto training = std::async(std::launch::async, [&] {
        for (int i = 0; i < 19; ++i) // an epoch has ten steps
            run.step();
    });
    const bool trained = training.wait_for(std::chrono::seconds(20)) == std::future_status::ready;
    disk.letGo();
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

/// The first epoch is saved beside the training; the second is better, and over before that file is written.
void StorageTest::keepsTheBetterBestOfTwo() {
    const QTemporaryDir folder;
    CreateCommand command;
    command.experiment = sampleExperiment("mlp");
    command.folder = folder.filePath("run").toStdString();
    CheckpointCount listener;
    TrainingRun run(createRun(command, sampleData), listener);
    run.begin();
    HeldDisk disk(run.writer());
    auto training = std::async(std::launch::async, [&] {
        for (int i = 0; i < 20; ++i)
            run.step();
    });
    training.wait_for(std::chrono::seconds(20)); // an epoch of more than a second waits for the file
    disk.letGo();
    training.wait();
    QVERIFY(run.trainer().isBest());
    run.finishSaving();
    run.step();
    run.keepLast(CheckpointOrigin::Interrupted);
    QCOMPARE(listener.steps, (std::vector<std::int64_t>{10, 20, 21}));
}

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
