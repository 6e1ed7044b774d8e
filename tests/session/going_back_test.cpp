// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/safetensors.h"
#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Going back is exact: the whole state has the same hash at every step, for any number of threads.
class GoingBackTest : public QObject {
    Q_OBJECT
private slots:
    void isExactThroughAFile_data();
    void isExactThroughAFile();
    void doesNotDependOnThreads_data();
    void doesNotDependOnThreads();
    void growsABranchAndRepeatsThePast();
    void takesOnlyTheWeights();
    void refusesAnUnknownCheckpoint();

private:
    QString folder() { return m_folder.filePath(QString::number(++m_number) + ".neurarium"); }

    QTemporaryDir m_folder;
    int m_number = 0;
};

namespace {

void addNetworks() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : sampleExperiments())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

/// The hash of the state after each of `steps` steps.
std::vector<std::string> train(Trainer& trainer, int steps) {
    std::vector<std::string> hashes;
    for (int i = 0; i < steps; ++i) {
        if (trainer.step().epochFinished)
            trainer.finishEpoch();
        hashes.push_back(stateHash(trainer.state()));
    }
    return hashes;
}

} // namespace

void GoingBackTest::isExactThroughAFile_data() {
    addNetworks();
}

void GoingBackTest::isExactThroughAFile() {
    QFETCH(QString, name);
    constexpr int kHalf = 105; // in the middle of an epoch
    const Experiment experiment = sampleExperiment(name.toStdString());
    Trainer whole(experiment, sampleData(experiment), {2, true});
    LiveSettings settings = whole.settings();
    settings.learningRate *= 0.7;
    settings.dropout = 0.4;
    settings.augment.flip = true;
    settings.batchSize = 12;
    whole.change(settings);
    train(whole, kHalf);
    const std::string file = m_folder.filePath(name + ".safetensors").toStdString();
    writeSafetensors(file, whole.state());
    const std::vector<std::string> expected = train(whole, kHalf);
    Trainer again(experiment, sampleData(experiment), {1, false});
    again.restore(readSafetensors(file));
    QCOMPARE(train(again, kHalf), expected);
    again.restore(readSafetensors(file));
    QCOMPARE(train(again, kHalf), expected);
}

void GoingBackTest::doesNotDependOnThreads_data() {
    addNetworks();
}

void GoingBackTest::doesNotDependOnThreads() {
    QFETCH(QString, name);
    Experiment experiment = sampleExperiment(name.toStdString());
    std::map<std::uint64_t, std::vector<std::string>> expected;
    for (int threads = 1; threads <= 4; ++threads)
        for (const std::uint64_t seed : {1, 2}) {
            experiment.seed = seed;
            Trainer trainer(experiment, sampleData(experiment), {threads, threads % 2 == 0});
            const auto hashes = train(trainer, 24);
            if (threads == 1)
                expected[seed] = hashes;
            QCOMPARE(hashes, expected[seed]);
        }
    QVERIFY(expected[1] != expected[2]);
}

void GoingBackTest::growsABranchAndRepeatsThePast() {
    Experiment experiment = sampleExperiment("cnn");
    experiment.epochs = 6;
    experiment.checkpointEvery = 1;
    const QString where = folder();
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.create(experiment, where);
        session.start();
        QVERIFY(log.waitForEnd());
        const std::vector<CheckpointInfo> first = log.checkpoints;
        QCOMPARE(first.size(), std::size_t(6));
        session.goBackTo(first[2].id);
        QVERIFY(log.waitFor("wentBack"));
        QCOMPARE(log.timeline->branches.size(), std::size_t(1));
        session.start();
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.checkpoints.size(), std::size_t(9));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(log.checkpoints[6 + i].sha256, first[3 + i].sha256);
            QVERIFY(log.checkpoints[6 + i].branch != first[3 + i].branch);
        }
        QCOMPARE(log.timeline->branches.size(), std::size_t(2));
        const Branch branch = log.timeline->branches.back();
        QCOMPARE(branch.forkedFrom, first[2].id);
        QCOMPARE(branch.forkStep, first[2].step);
        QCOMPARE(log.timeline->branches.front().lastStep, first.back().step);
    }
    const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(replayRun(*store, sampleData(experiment), {}).equal());
}

void GoingBackTest::takesOnlyTheWeights() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    const QString where = folder();
    session.create(sampleExperiment("mlp"), where);
    session.start();
    QVERIFY(log.waitForEnd());
    session.takeWeightsOf(log.outcome.last);
    QVERIFY(log.waitFor("wentBack"));
    const std::size_t before = log.steps.size();
    session.step();
    session.saveCheckpoint("anew");
    QVERIFY(log.waitFor("checkpoint", static_cast<int>(log.checkpoints.size()) + 1));
    QCOMPARE(log.steps[before].step, 1);
    QCOMPARE(log.checkpoints.back().step, 1);
    QVERIFY(log.timeline->branches.back().weightsOnly);
    session.stop();
    QVERIFY(log.waitForEnd());
    const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(replayRun(*store, sampleData(sampleExperiment("mlp")), {}).equal());
}

void GoingBackTest::refusesAnUnknownCheckpoint() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder());
    session.step();
    session.goBackTo(CheckpointId{99});
    QVERIFY(log.waitFor("warned"));
    QCOMPARE(log.warnings.front().kind, ProblemKind::Refused);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.epoch, 20);
}

QTEST_GUILESS_MAIN(GoingBackTest)
#include "going_back_test.moc"
