// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "session/slot_samples.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Saves with a letter are told with what the network makes of its data there.
class SlotSamplesTest : public QObject {
    Q_OBJECT
private slots:
    void areOfTheSavedState_data();
    void areOfTheSavedState();
    void areOfDifferentClasses();
    void areNotMadeForNobody();
};

void SlotSamplesTest::areOfTheSavedState_data() {
    QTest::addColumn<QString>("experiment");
    QTest::newRow("points") << "mlp";
    QTest::newRow("pictures") << "cnn";
    QTest::newRow("words") << "text";
}

/// Also before a change, whose state is saved by itself.
void SlotSamplesTest::areOfTheSavedState() {
    QFETCH(QString, experiment);
    const QTemporaryDir folder;
    const Experiment sample = sampleExperiment(experiment.toStdString());
    std::vector<std::shared_ptr<const SlotView>> seen;
    std::vector<CheckpointInfo> saves;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        connect(&session, &TrainingSession::slotSeen, &log,
                [&](RunId, const auto& view) { seen.push_back(view); });
        session.create(sample, folder.filePath("run"));
        Wanted wanted;
        wanted.slotViews = true;
        session.setWanted(wanted);
        session.step();
        session.saveCheckpoint("first");
        session.step();
        QVERIFY(log.waitFor("paused", 2));
        LiveSettings settings = log.settings;
        settings.learningRate *= 2;
        session.change(settings);
        session.step();
        QVERIFY(log.waitFor("paused", 3));
        QCOMPARE(log.checkpoints.size(), std::size_t(2));
        saves = log.checkpoints;
    }
    QCOMPARE(seen.size(), saves.size());
    const auto store = RunStore::open(folder.filePath("run").toStdString(), RunStore::Access::ReadOnly);
    for (std::size_t i = 0; i < saves.size(); ++i) {
        Trainer trainer(sample, sampleData(sample), {.threads = 1});
        trainer.restore(store->load(saves[i].id));
        QVERIFY(*seen[i] == slotView(trainer, saves[i].id));
        QVERIFY(seen[i]->decision.values.empty() == (experiment != "mlp"));
        QCOMPARE(seen[i]->attention.heads.size(), experiment == "text" ? std::size_t(2) : std::size_t(0));
        QCOMPARE(seen[i]->answers.size(), experiment == "cnn" ? std::size_t(4) : std::size_t(0));
    }
    QVERIFY(!(*seen[0] == *seen[1]));
}

void SlotSamplesTest::areOfDifferentClasses() {
    const Experiment sample = sampleExperiment("cnn");
    Trainer trainer(sample, sampleData(sample), {.threads = 1});
    const SlotView view = slotView(trainer, {1});
    QCOMPARE(std::multiset<std::int32_t>(view.truth.begin(), view.truth.end()),
             (std::multiset<std::int32_t>{0, 0, 1, 1}));
    QVERIFY(slotView(trainer, {1}) == view);
}

void SlotSamplesTest::areNotMadeForNobody() {
    const QTemporaryDir folder;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    bool seen = false;
    connect(&session, &TrainingSession::slotSeen, &log, [&] { seen = true; });
    session.create(sampleExperiment("mlp"), folder.filePath("run"));
    session.step();
    session.saveCheckpoint("one");
    QVERIFY(log.waitFor("checkpoint"));
    session.step();
    QVERIFY(log.waitFor("paused", 2));
    QVERIFY(!seen);
}

QTEST_GUILESS_MAIN(SlotSamplesTest)
#include "slot_samples_test.moc"
