// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// When the folder cannot be written to, training goes on; only a lost last state is a failure.
class StorageTest : public QObject {
    Q_OBJECT
private slots:
    void trainsOnWithoutRoom();
    void opensForLookingWhenLocked();
};

namespace {

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

QTEST_GUILESS_MAIN(StorageTest)
#include "storage_test.moc"
