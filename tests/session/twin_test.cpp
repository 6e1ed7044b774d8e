// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// One change tried as a twin: the same batches, the same random numbers, one difference.
class TwinTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void differsInTheChangeAlone();
    void theFirstLossIsTheSame();
    void isCancelledInStep();
    void refusesTwoChanges();
    void knowsTheSettingsOfACheckpoint();
    void savesWhereOneStandsFirst();
    void beginsWhereOnlyWeightsWereTaken();
    void tellsThatACheckpointIsMissing();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<SignalLog> m_log;
    LiveSettings m_settings; ///< at the checkpoint to begin from
};

void TwinTest::init() {
    m_log.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<TrainingSession>(sampleSource());
    m_log = std::make_unique<SignalLog>(*m_session);
    Experiment experiment = sampleExperiment("cnn");
    experiment.epochs = 3;
    experiment.checkpointEvery = 1;
    m_session->create(experiment, m_folder->filePath("run"));
    m_session->start();
    QVERIFY(m_log->waitForEnd());
    m_settings = m_log->settings;
}

void TwinTest::differsInTheChangeAlone() {
    const std::vector<StepReport> before = m_log->steps;
    const CheckpointInfo from = m_log->checkpoints[0], last = m_log->checkpoints.back();
    const auto steps = static_cast<qint64>(last.step - from.step);
    LiveSettings other = m_settings;
    other.augment.flip = !other.augment.flip;
    m_session->runTwin(from.id, other, steps);
    QVERIFY(m_log->waitFor("twin"));
    const TwinReport& twin = *m_log->twin;
    QVERIFY(!twin.diverged);
    QCOMPARE(twin.change.knob, std::string("flip"));
    QCOMPARE(static_cast<qint64>(twin.steps.size()), steps);
    bool differs = false;
    for (const TwinStep& each : twin.steps) {
        // Without a change the past is repeated, exactly.
        QCOMPARE(each.same, before[static_cast<std::size_t>(each.step - 1)].loss);
        differs |= each.difference() != 0;
    }
    QVERIFY(differs);
    QCOMPARE(twin.sameEpochs.size(), std::size_t(2));
    QCOMPARE(twin.otherEpochs.size(), std::size_t(2));
    // Both are branches like others, with their curves, their ends and the change between them.
    const auto& checkpoints = m_log->timeline->checkpoints;
    QCOMPARE(checkpoints[checkpoints.size() - 2].sha256, last.sha256);
    QVERIFY(checkpoints.back().sha256 != last.sha256);
    QCOMPARE(m_log->timeline->branches.size(), std::size_t(3));
    QCOMPARE(m_log->timeline->marks.back().branch, twin.other);
    QCOMPARE(m_log->steps.size(), before.size() + 2 * twin.steps.size());
    QCOMPARE(m_log->timeline->current, BranchId{1});
    m_session->stop();
    m_session.reset();
    const auto store = RunStore::open(m_folder->filePath("run").toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(store->steps(twin.other).size(), twin.steps.size());
    QCOMPARE(store->epochs(twin.other).size(), std::size_t(2));
    // The branch that was stood on is still the one in use.
    QCOMPARE(store->timeline().current, BranchId{1});
    QCOMPARE(store->find("last").id, last.id);
    QVERIFY(replayRun(*store, sampleData(sampleExperiment("cnn"))).equal());
}

/// A learning rate that is halved acts from the first update on, so the first loss is still the same.
void TwinTest::theFirstLossIsTheSame() {
    LiveSettings other = m_settings;
    other.learningRate *= 0.5;
    m_session->runTwin(m_log->checkpoints[0].id, other, 3);
    QVERIFY(m_log->waitFor("twin"));
    QCOMPARE(m_log->twin->steps[0].difference(), 0.0F);
    QVERIFY(m_log->twin->steps[2].difference() != 0.0F);
}

void TwinTest::isCancelledInStep() {
    LiveSettings other = m_settings;
    other.learningRate *= 0.5;
    m_session->runTwin(m_log->checkpoints[0].id, other, 100'000);
    QVERIFY(m_log->waitFor("replayProgress"));
    m_session->cancelReplay();
    QVERIFY(m_log->waitFor("twin"));
    QVERIFY(!m_log->twin->steps.empty() && m_log->twin->steps.size() < 100'000);
    const auto& branches = m_log->timeline->branches;
    QCOMPARE(branches[1].lastStep, branches[2].lastStep);
}

void TwinTest::refusesTwoChanges() {
    LiveSettings other = m_settings;
    m_session->runTwin(m_log->checkpoints[0].id, other, 5);
    QVERIFY(m_log->waitFor("warned"));
    other.learningRate *= 0.5;
    other.dropoutOn = false;
    m_session->runTwin(m_log->checkpoints[0].id, other, 5);
    QVERIFY(m_log->waitFor("warned", 2));
    QCOMPARE(m_log->timeline->branches.size(), std::size_t(1));
    QCOMPARE(m_log->count("twin"), 0);
}

/// Those of its own, not of the network as it is now.
void TwinTest::knowsTheSettingsOfACheckpoint() {
    LiveSettings now = m_settings;
    now.dropout = 0.35;
    now.learningRate *= 3;
    m_session->change(now);
    m_session->saveCheckpoint("changed");
    QVERIFY(m_log->waitFor("mark"));
    const CheckpointInfo first = m_log->checkpoints[0];
    m_session->prepareTwin(first.id);
    QVERIFY(m_log->waitFor("twinPrepared"));
    const TwinStart& start = *m_log->twinStart;
    QCOMPARE(start.from.id, first.id);
    QVERIFY(start.settings == m_settings);
    QVERIFY(start.network == sampleExperiment("cnn").network);
    QCOMPARE(start.stepsPerEpoch, first.step);
    QCOMPARE(start.stepInEpoch, std::int64_t(0));
    m_session->prepareTwin(m_log->checkpoints.back().id);
    QVERIFY(m_log->waitFor("twinPrepared", 2));
    QCOMPARE(m_log->twinStart->from.name, std::string("changed"));
    QVERIFY(m_log->twinStart->settings == now);
}

/// A step that no checkpoint was made of gets one; a state that is saved already gets no other.
void TwinTest::savesWhereOneStandsFirst() {
    const std::size_t saved = m_log->checkpoints.size();
    m_session->prepareTwin({});
    QVERIFY(m_log->waitFor("twinPrepared"));
    QCOMPARE(m_log->twinStart->from.id, m_log->checkpoints.back().id);
    QCOMPARE(m_log->checkpoints.size(), saved);

    const CheckpointInfo first = m_log->checkpoints[0];
    const auto hollow = static_cast<qint64>(first.step + 2);
    m_session->goToStep(first.branch, hollow);
    QVERIFY(m_log->waitFor("wentToStep"));
    m_session->prepareTwin({});
    QVERIFY(m_log->waitFor("twinPrepared", 2));
    const TwinStart start = *m_log->twinStart;
    QCOMPARE(m_log->checkpoints.size(), saved + 1);
    QCOMPARE(static_cast<qint64>(start.from.step), hollow);
    QCOMPARE(start.from.origin, CheckpointOrigin::Automatic);
    QCOMPARE(start.stepInEpoch, std::int64_t(2));
    LiveSettings other = start.settings;
    other.augment.flip = !other.augment.flip;
    m_session->runTwin(start.from.id, other, 4);
    QVERIFY(m_log->waitFor("twin"));
    for (const TwinStep& each : m_log->twin->steps)
        QCOMPARE(each.same, m_log->steps[static_cast<std::size_t>(each.step - 1)].loss);
    m_session->stop();
    m_session.reset();
    const auto store = RunStore::open(m_folder->filePath("run").toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(replayRun(*store, sampleData(sampleExperiment("cnn"))).equal());
}

/// Not from the checkpoint they are of: the optimiser starts afresh.
void TwinTest::beginsWhereOnlyWeightsWereTaken() {
    const CheckpointInfo last = m_log->checkpoints.back();
    m_session->takeWeightsOf(last.id);
    m_session->prepareTwin({});
    QVERIFY(m_log->waitFor("twinPrepared"));
    const TwinStart start = *m_log->twinStart;
    QVERIFY(start.from.id != last.id);
    QVERIFY(start.from.branch != last.branch);
    QCOMPARE(start.from.step, std::int64_t(0));
    LiveSettings other = start.settings;
    other.learningRate *= 0.5;
    m_session->runTwin(start.from.id, other, 5);
    QVERIFY(m_log->waitFor("twin"));
    const std::size_t told = m_log->steps.size();
    m_session->step();
    m_session->step();
    QVERIFY(m_log->waitFor("paused", m_log->count("paused") + 2));
    QCOMPARE(m_log->steps.size(), told + 2);
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(m_log->twin->steps[i].same, m_log->steps[told + i].loss);
}

void TwinTest::tellsThatACheckpointIsMissing() {
    m_session->prepareTwin(CheckpointId{999});
    QVERIFY(m_log->waitFor("warned"));
    QCOMPARE(m_log->count("twinPrepared"), 0);
}

QTEST_GUILESS_MAIN(TwinTest)
#include "twin_test.moc"
