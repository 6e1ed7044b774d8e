// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "data/memory_dataset.h"
#include "session/state_check.h"
#include "session_samples.h"
#include "signal_log.h"
#include "tensor/random.h"

using namespace neurarium;

/// NaN and Inf are seen within a step, are never saved, and going back with a smaller rate goes on.
class DivergenceTest : public QObject {
    Q_OBJECT
private slots:
    void isCaughtAndLeft_data();
    void isCaughtAndLeft();
    void seesBadNumbersInTheData();

private:
    QTemporaryDir m_folder;
};

namespace {

/// Regression with squares explodes quickly when the rate is too large.
Experiment explosive(std::uint64_t seed) {
    Experiment experiment = sampleExperiment("plain");
    experiment.seed = seed;
    experiment.loss = {"mse", {}};
    experiment.schedule = {"constant", {}};
    experiment.network[1].type = "relu";
    experiment.network.back().options["out_features"] = std::int64_t{1};
    return experiment;
}

DataSplit valuesData() {
    DatasetDescription description;
    description.inputShape = Shape{2};
    description.targetKind = TargetKind::Values;
    const auto make = [&](std::int64_t samples) {
        Tensor inputs(Shape{samples, 2});
        Tensor targets(Shape{samples, 1});
        const RandomStream random(3, RandomPurpose::Generator);
        for (std::int64_t i = 0; i < 2 * samples; ++i)
            inputs[i] = random.uniform(0, static_cast<std::uint64_t>(i), -1, 1);
        for (std::int64_t i = 0; i < samples; ++i)
            targets[i] = inputs[2 * i] * inputs[2 * i + 1];
        return std::make_shared<MemoryDataset>(description, std::move(inputs), std::move(targets));
    };
    DataSplit data;
    data.training = make(80);
    data.validation = make(20);
    data.hash = std::string(64, 'a');
    return data;
}

DataSource valuesSource() {
    return [](const Experiment&, const std::function<bool(const ImportProgress&)>&) { return valuesData(); };
}

} // namespace

void DivergenceTest::isCaughtAndLeft_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= soak(10); ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void DivergenceTest::isCaughtAndLeft() {
    QFETCH(int, seed);
    const QString where = m_folder.filePath(QString::number(seed) + ".neurarium");
    TrainingSession session(valuesSource());
    SignalLog log(session);
    session.create(explosive(static_cast<std::uint64_t>(seed)), where);
    for (int i = 0; i < seed % 7; ++i)
        session.step();
    QVERIFY(log.waitFor("paused", seed % 7));
    LiveSettings settings = log.settings;
    settings.learningRate = 1000;
    session.change(settings);
    session.start();
    QVERIFY(log.waitFor("diverged"));
    QCOMPARE(log.names.last(), QString("diverged"));
    QCOMPARE(log.marks.back().changes.front().kind, ChangeKind::Divergence);
    QVERIFY(log.divergence.lastGood);
    session.goBackTo(log.divergence.lastGood);
    QVERIFY(log.waitFor("wentBack"));
    settings = log.settings;
    settings.learningRate = 0.01;
    session.change(settings);
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.reason, FinishReason::Completed);
    const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadOnly);
    for (const CheckpointInfo& checkpoint : store->timeline().checkpoints)
        QVERIFY(isFinite(store->load(checkpoint.id)));
}

void DivergenceTest::seesBadNumbersInTheData() {
    const auto source = [](const Experiment&, const std::function<bool(const ImportProgress&)>&) {
        DataSplit data = valuesData();
        Tensor inputs(Shape{80, 2});
        inputs[17] = std::numeric_limits<float>::quiet_NaN();
        data.training = std::make_shared<MemoryDataset>(data.training->description(), std::move(inputs),
                                                        Tensor(Shape{80, 1}));
        return data;
    };
    TrainingSession session(source);
    SignalLog log(session);
    session.create(explosive(1), m_folder.filePath("bad.neurarium"));
    session.start();
    QVERIFY(log.waitFor("diverged"));
    QVERIFY(log.divergence.step <= 4);
    QVERIFY(log.divergence.lastGood);
    session.interrupt();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.outcome.reason, FinishReason::Interrupted);
}

QTEST_GUILESS_MAIN(DivergenceTest)
#include "divergence_test.moc"
