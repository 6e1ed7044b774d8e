// SPDX-License-Identifier: GPL-3.0-or-later
// NaN and Inf are seen within one step, and nothing of the network changes then.
#include <QtTest>

#include <cmath>
#include <limits>

#include "training_samples.h"

using namespace neurarium;

class DivergenceTest : public QObject {
    Q_OBJECT
private slots:
    void aBadNumberIsSeen_data();
    void aBadNumberIsSeen();
    void aRateOfAThousandIsSeen_data();
    void aRateOfAThousandIsSeen();
    void aBadSampleIsSeen();
};

void DivergenceTest::aBadNumberIsSeen_data() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : sampleNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void DivergenceTest::aBadNumberIsSeen() {
    QFETCH(QString, name);
    Trainer trainer(sampleExperiment(name.toStdString()), sampleData(name.toStdString()), {.threads = 2});
    for (int i = 0; i < 3; ++i)
        advance(trainer);
    const TrainingState good = trainer.state();
    for (const auto& [tensor, stored] : good.tensors) {
        if (tensor.starts_with("state/") || stored.type != ElementType::F32)
            continue;
        for (const float bad :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
              -std::numeric_limits<float>::infinity()}) {
            std::vector<float> numbers = stored.floats();
            numbers[numbers.size() / 2] = bad;
            TrainingState planted = good;
            planted.tensors[tensor] = StoredTensor::fromFloats(stored.shape, numbers.data());
            trainer.restore(planted);
            const std::string before = stateHash(trainer.state());
            const StepResult result = trainer.step();
            QVERIFY2(!result.finite, qPrintable(QString("%1 in %2").arg(bad).arg(tensor.c_str())));
            QVERIFY2(result.place == "loss" || good.tensors.contains(result.place), result.place.c_str());
            QCOMPARE(stateHash(trainer.state()), before);
        }
    }
    trainer.restore(good);
    QVERIFY(trainer.step().finite);
}

void DivergenceTest::aRateOfAThousandIsSeen_data() {
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void DivergenceTest::aRateOfAThousandIsSeen() {
    QFETCH(quint64, seed);
    Experiment experiment =
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[
        {"type":"linear","out_features":12},{"type":"batch_norm"},{"type":"relu"},{"type":"linear","out_features":12},
        {"type":"relu"},{"type":"linear","out_features":1}],
        "training":{"loss":"mse","optimizer":{"type":"sgd","lr":1000},"batch_size":4}})");
    experiment.seed = seed;
    Trainer trainer(experiment, dataOf({1}, 0, {0, 1, 2, 3, 4, 5, 6, 7}, {0, 1, 4, 9, 16, 25, 36, 49}),
                    {.threads = 1});
    StepResult result;
    std::string before;
    int steps = 0;
    for (; result.finite && steps < 200; ++steps) {
        before = stateHash(trainer.state());
        result = advance(trainer);
        QVERIFY(!result.finite || std::isfinite(result.report.loss));
    }
    QVERIFY2(!result.finite, "an exploding network must be noticed");
    QCOMPARE(stateHash(trainer.state()), before);
}

void DivergenceTest::aBadSampleIsSeen() {
    Experiment experiment = sampleExperiment("mlp");
    experiment.network = {{"linear", "", {{"out_features", std::int64_t{2}}}, {}, {}}};
    Trainer trainer(experiment, dataOf({2}, 2, {1, 2, 3, std::numeric_limits<float>::quiet_NaN()}, {0, 1}),
                    {.threads = 1});
    const std::string before = stateHash(trainer.state());
    QVERIFY(!trainer.step().finite);
    QCOMPARE(stateHash(trainer.state()), before);
}

QTEST_GUILESS_MAIN(DivergenceTest)
#include "divergence_test.moc"
