// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "session/live_changes.h"
#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Knobs turned while it trains: one mark a boundary, recorded so that it can be replayed and undone.
class LiveChangesTest : public QObject {
    Q_OBJECT
private slots:
    void recordsEveryKnob_data();
    void recordsEveryKnob();
    void makesOneMarkOfWhatWaits();
    void isUndoneByGoingBack();
    void needsNoSecondCheckpoint();
    void isReplayed();
    void isReplayedBehindALateCheckpoint();

private:
    QString folder() { return m_folder.filePath(QString::number(++m_number) + ".neurarium"); }

    QTemporaryDir m_folder;
    int m_number = 0;
};

void LiveChangesTest::recordsEveryKnob_data() {
    QTest::addColumn<LiveSettings>("after");
    const auto row = [](const char* name, const std::function<void(LiveSettings&)>& turn) {
        LiveSettings settings;
        settings.learningRate = 0.1;
        turn(settings);
        QTest::newRow(name) << settings;
    };
    row("rate", [](LiveSettings& s) { s.learningRate = 1.0 / 3; });
    row("dropout off", [](LiveSettings& s) { s.dropoutOn = false; });
    row("dropout of all", [](LiveSettings& s) { s.dropout = 0.7; });
    row("dropout moved while off", [](LiveSettings& s) {
        s.dropoutOn = false;
        s.dropout = 0.1;
    });
    row("batch size", [](LiveSettings& s) { s.batchSize = 7; });
    row("wrong labels", [](LiveSettings& s) { s.wrongLabels = 0.4; });
    row("clean labels", [](LiveSettings& s) { s.wrongLabels = 0.0; });
    row("augmentation", [](LiveSettings& s) { s.augment = {true, 0.1, 12.5, 0.2, 0.3, 3, 0.4}; });
}

void LiveChangesTest::recordsEveryKnob() {
    QFETCH(LiveSettings, after);
    LiveSettings before;
    before.learningRate = 0.1;
    const auto there = describeChanges(before, after);
    QVERIFY(!there.empty());
    QCOMPARE(withChanges(before, there), after);
    QCOMPARE(withChanges(after, describeChanges(after, before)), before);
    QVERIFY(describeChanges(after, after).empty());
}

void LiveChangesTest::makesOneMarkOfWhatWaits() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder());
    session.stepEpoch();
    QVERIFY(log.waitFor("paused"));
    LiveSettings settings = log.settings;
    settings.dropoutOn = false;
    session.change(settings);
    settings.learningRate = 0.002;
    session.change(settings);
    session.step();
    QVERIFY(log.waitFor("paused", 2));
    QCOMPARE(log.marks.size(), std::size_t(1));
    QCOMPARE(log.marks.front().changes.size(), std::size_t(2));
    QCOMPARE(log.marks.front().step, 10);
    QCOMPARE(log.marks.front().epoch, 2);
    QVERIFY(log.marks.front().before);
    QCOMPARE(log.settings, settings);
}

void LiveChangesTest::isUndoneByGoingBack() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder());
    session.stepEpoch();
    QVERIFY(log.waitFor("paused"));
    const LiveSettings before = log.settings;
    LiveSettings settings = before;
    settings.dropout = 0.6;
    session.change(settings);
    session.stepEpoch();
    QVERIFY(log.waitFor("paused", 2));
    QCOMPARE(log.settings, settings);
    session.goBackTo(log.marks.front().before);
    QVERIFY(log.waitFor("wentBack"));
    QCOMPARE(log.settings, before);
}

void LiveChangesTest::needsNoSecondCheckpoint() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder());
    session.step();
    session.saveCheckpoint("mine");
    QVERIFY(log.waitFor("checkpoint"));
    LiveSettings settings = log.settings;
    settings.learningRate = 0.5;
    session.change(settings);
    session.step();
    QVERIFY(log.waitFor("mark"));
    QCOMPARE(log.checkpoints.size(), std::size_t(1));
    QCOMPARE(log.checkpoints.front().name, std::string("mine"));
    QCOMPARE(log.marks.front().before, log.checkpoints.front().id);
}

void LiveChangesTest::isReplayed() {
    const QString where = folder();
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.create(sampleExperiment("cnn"), where);
        for (int i = 0; i < 5; ++i) {
            session.step();
            QVERIFY(log.waitFor("paused", i + 1));
            LiveSettings settings = log.settings;
            settings.augment.rotate = 3.7 * i;
            settings.learningRate /= 1.7;
            settings.batchSize = 8 + i;
            session.change(settings);
        }
        session.stepEpoch();
        session.stop();
        QVERIFY(log.waitForEnd());
    }
    const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadOnly);
    const ReplayResult result = replayRun(*store, sampleData(sampleExperiment("cnn")), {});
    QVERIFY(result.checkpoints.size() >= 5);
    for (const ReplayedCheckpoint& each : result.checkpoints)
        QVERIFY2(each.equal, each.firstDifference.c_str());
}

/// The best state may be written when training ends: then it stands behind saves of the same step that hold
/// a change already.
void LiveChangesTest::isReplayedBehindALateCheckpoint() {
    const Experiment experiment = sampleExperiment("mlp");
    const auto store = RunStore::create(folder().toStdString(), experimentJson(experiment));
    Trainer trainer(experiment, sampleData(experiment), {1});
    const BranchId branch = store->addBranch({});
    const auto train = [&](int steps) {
        for (int i = 0; i < steps; ++i) {
            StepResult result = trainer.step();
            result.report.branch = branch;
            store->addStep(result.report);
        }
    };
    const auto save = [&](const TrainingState& state, std::int64_t step) {
        store->addCheckpoint({branch, {}, "", 0, step, {}, {}}, state);
    };
    train(4);
    const TrainingState best = trainer.state();
    const LiveSettings before = trainer.settings();
    LiveSettings after = before;
    after.learningRate = 0.5;
    Mark mark;
    mark.branch = branch;
    mark.step = 4;
    mark.changes = describeChanges(before, after);
    trainer.change(after);
    store->addMark(mark);
    save(trainer.state(), 4);
    train(3);
    save(trainer.state(), 7);
    save(best, 4);
    const ReplayResult result = replayRun(*store, sampleData(experiment));
    QCOMPARE(result.checkpoints.size(), std::size_t(3));
    for (const ReplayedCheckpoint& each : result.checkpoints)
        QVERIFY2(each.equal, each.firstDifference.c_str());
}

QTEST_GUILESS_MAIN(LiveChangesTest)
#include "live_changes_test.moc"
