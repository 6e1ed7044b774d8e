// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Each change can be taken back, the trained weights included, and made again.
class UndoTest : public QObject {
    Q_OBJECT
private slots:
    void takesAChangeBackExactly();
    void takesBackTheSecondOfTwo();
    void doesWithoutADamagedCheckpoint();
    void refusesWhatIsNot();

private:
    QTemporaryDir m_folder;
};

void UndoTest::takesAChangeBackExactly() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    const QString folder = m_folder.filePath("one");
    session.create(sampleExperiment("mlp"), folder);
    for (int i = 0; i < 5; ++i)
        session.step();
    QVERIFY(log.waitFor("paused", 5));
    const LiveSettings before = log.settings;
    LiveSettings after = before;
    after.learningRate *= 3;
    session.change(after);
    for (int i = 0; i < 4; ++i)
        session.step();
    session.saveCheckpoint("the end");
    QVERIFY(log.waitFor("checkpoint", 2)); // before the change, and the end
    const CheckpointInfo end = log.checkpoints.back();
    QCOMPARE(log.marks.size(), std::size_t(1));

    session.undo(log.marks[0].id);
    QVERIFY(log.waitFor("undid"));
    QVERIFY(log.settings == before);
    QCOMPARE(log.undone.step, 5);
    QCOMPARE(log.redo, end.id);
    session.saveCheckpoint("undone");
    QVERIFY(log.waitFor("checkpoint", 3));
    QCOMPARE(log.checkpoints[2].sha256, log.checkpoints[0].sha256);

    session.goBackTo(log.redo);
    QVERIFY(log.waitFor("wentBack"));
    QVERIFY(log.settings == after);
    session.saveCheckpoint("made again");
    QVERIFY(log.waitFor("checkpoint", 4));
    QCOMPARE(log.checkpoints[3].sha256, end.sha256);
    session.stop();
    QVERIFY(log.waitForEnd());
    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(replayRun(*store, sampleData(sampleExperiment("mlp"))).equal());
}

/// Two changes with no step between: there is only one checkpoint, before the first.
void UndoTest::takesBackTheSecondOfTwo() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    const QString folder = m_folder.filePath("two");
    session.create(sampleExperiment("mlp"), folder);
    session.step();
    session.step();
    QVERIFY(log.waitFor("paused", 2));
    LiveSettings first = log.settings;
    first.dropoutOn = false;
    session.change(first);
    session.setEpochs(30); // not a knob: it comes with the mark
    session.step();
    QVERIFY(log.waitFor("mark", 1));
    LiveSettings second = first;
    second.learningRate *= 2;
    session.change(second);
    session.saveCheckpoint("changed"); // a save makes the change
    QVERIFY(log.waitFor("mark", 2));
    LiveSettings third = second;
    third.augment.flip = !third.augment.flip;
    session.change(third);
    session.step();
    QVERIFY(log.waitFor("mark", 3));
    QCOMPARE(log.marks[1].step, log.marks[2].step);
    session.step();

    session.undo(log.marks[2].id);
    QVERIFY(log.waitFor("undid"));
    session.step();
    QVERIFY(log.waitFor("paused", log.count("paused") + 1));
    QVERIFY(log.settings == second);
    session.undo(log.marks[1].id);
    QVERIFY(log.waitFor("undid", 2));
    session.step();
    session.stop();
    QVERIFY(log.waitForEnd());
    QVERIFY(log.settings == first);
    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(replayRun(*store, sampleData(sampleExperiment("mlp"))).equal());
}

/// The checkpoint before the change cannot be read any more: its state is trained again.
void UndoTest::doesWithoutADamagedCheckpoint() {
    const QString folder = m_folder.filePath("damaged");
    CheckpointInfo before;
    MarkId mark;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.create(sampleExperiment("mlp"), folder);
        for (int i = 0; i < 3; ++i)
            session.step();
        QVERIFY(log.waitFor("paused", 3));
        LiveSettings after = log.settings;
        after.learningRate *= 3;
        session.change(after);
        session.step();
        session.stop();
        QVERIFY(log.waitForEnd());
        before = log.checkpoints.front();
        mark = log.marks.front().id;
        QCOMPARE(log.marks.front().before, before.id);
    }
    QFile file(folder + "/" + QString::fromStdString(before.path));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    file.close();

    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.open(folder, "last");
    QVERIFY(log.waitFor("started"));
    session.undo(mark);
    QVERIFY(log.waitFor("undid"));
    QCOMPARE(log.undone.step, 3);
    session.saveCheckpoint("undone");
    QVERIFY(log.waitFor("checkpoint"));
    QCOMPARE(log.checkpoints.back().sha256, before.sha256);
}

void UndoTest::refusesWhatIsNot() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), m_folder.filePath("none"));
    session.undo(MarkId{7});
    QVERIFY(log.waitFor("warned"));
    QCOMPARE(log.count("undid"), 0);
}

QTEST_GUILESS_MAIN(UndoTest)
#include "undo_test.moc"
