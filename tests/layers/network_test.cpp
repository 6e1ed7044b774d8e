// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "experiment/experiment.h"
#include "layers/network.h"
#include "report/error.h"
#include "training/executor.h"
#include "training/network_builder.h"

using namespace neurarium;

namespace {

/// Convolutions, a residual with a shortcut, batch norm in both, every memory order: all kinds of nodes.
const char* const kNetwork = R"({
 "neurarium": 1, "data": { "source": "tensors", "path": "none" },
 "network": [
  { "type": "conv2d", "out_channels": 4, "kernel": 3, "padding": 1, "name": "stem" },
  { "type": "batch_norm" }, { "type": "tanh" },
  { "type": "residual",
    "layers": [ { "type": "conv2d", "out_channels": 6, "kernel": 3, "stride": 2, "padding": 1 }, { "type": "batch_norm" },
                { "type": "tanh" }, { "type": "conv2d", "out_channels": 6, "kernel": 3, "padding": 1 } ],
    "shortcut": [ { "type": "conv2d", "out_channels": 6, "kernel": 1, "stride": 2 } ] },
  { "type": "residual", "layers": [ { "type": "tanh" } ] },
  { "type": "dropout", "rate": 0.25 },
  { "type": "avg_pool2d", "kernel": 2 }, { "type": "flatten" }, { "type": "linear", "out_features": 3 } ] })";

DatasetDescription imageData() {
    return {.inputShape = {2, 8, 8},
            .targetKind = TargetKind::Classes,
            .targetSize = 1,
            .classes = 3,
            .classNames = {}};
}

struct Bench {
    explicit Bench(const char* json, int threads = 1)
        : experiment(parseExperiment(json))
        , network(buildNetwork(experiment, imageData()))
        , loss(makeLoss({"cross_entropy", {}}, network.outputShape(), imageData(), "network"))
        , pool(threads)
        , executor(network, *loss, pool)
        , gradient(network.parameterCount()) {
        network.initialize(11);
        const RandomStream random(1, RandomPurpose::Generator);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            inputs[i] = random.uniform(0, i, -1, 1);
    }

    double run() {
        return executor
            .gradient(
                {.inputs = inputs.data(), .targets = targets.data(), .samples = 5, .seed = 3, .step = 4},
                gradient.data())
            .loss;
    }

    Experiment experiment;
    Network network;
    std::unique_ptr<Loss> loss;
    ThreadPool pool;
    Executor executor;
    FloatBuffer gradient;
    std::vector<float> inputs = std::vector<float>(5 * 2 * 8 * 8);
    std::vector<float> targets{0, 1, 2, 1, 0};
};

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT
private slots:
    void namesTensorsAsPyTorchDoes();
    void wholeNetworksGradientAgreesWithDifferences();
    void threadsDoNotChangeABit();
    void mistakesNameTheirPlace_data();
    void mistakesNameTheirPlace();
};

void NetworkTest::namesTensorsAsPyTorchDoes() {
    Bench bench(kNetwork);
    QStringList names;
    for (const Parameter* parameter : bench.network.parameters())
        names << QString::fromStdString(parameter->name);
    const QStringList expected{"stem.weight",
                               "stem.bias",
                               "1.weight",
                               "1.bias",
                               "3.layers.0.weight",
                               "3.layers.0.bias",
                               "3.layers.1.weight",
                               "3.layers.1.bias",
                               "3.layers.3.weight",
                               "3.layers.3.bias",
                               "3.shortcut.0.weight",
                               "3.shortcut.0.bias",
                               "8.weight",
                               "8.bias"};
    QCOMPARE(names, expected);
    QCOMPARE(bench.network.buffers().front()->name, std::string("1.running_mean"));
}

void NetworkTest::wholeNetworksGradientAgreesWithDifferences() {
    Bench bench(kNetwork);
    bench.run();
    const std::vector<float> gradient(bench.gradient.span().begin(), bench.gradient.span().end());
    auto weights = bench.network.weights().span();
    for (std::size_t i = 0; i < weights.size(); i += 7) {
        constexpr float kStep = 1e-2F;
        const float before = weights[i];
        weights[i] = before + kStep;
        const double above = bench.run();
        weights[i] = before - kStep;
        const double below = bench.run();
        weights[i] = before;
        const double slope = (above - below) / (2.0 * kStep);
        QVERIFY2(
            std::abs(slope - gradient[i]) < 1e-3 + 0.02 * std::abs(slope),
            qPrintable(QString("parameter %1: slope %2, gradient %3").arg(i).arg(slope).arg(gradient[i])));
    }
}

void NetworkTest::threadsDoNotChangeABit() {
    Bench reference(kNetwork, 1);
    const double loss = reference.run();
    for (int threads = 2; threads <= 4; ++threads) {
        Bench bench(kNetwork, threads);
        QCOMPARE(bench.run(), loss);
        QVERIFY(std::equal(bench.gradient.span().begin(), bench.gradient.span().end(),
                           reference.gradient.span().begin()));
    }
}

void NetworkTest::mistakesNameTheirPlace_data() {
    QTest::addColumn<QByteArray>("layers");
    QTest::addColumn<QString>("place");
    QTest::newRow("window too large")
        << QByteArray(R"([{"type":"conv2d","out_channels":1,"kernel":9}])") << "network[0].kernel";
    QTest::newRow("groups") << QByteArray(R"([{"type":"conv2d","out_channels":4,"kernel":1,"groups":3}])")
                            << "network[0].groups";
    QTest::newRow("image needed") << QByteArray(R"([{"type":"flatten"},{"type":"max_pool2d","kernel":2}])")
                                  << "network[1]";
    QTest::newRow("sum of unlike shapes")
        << QByteArray(R"([{"type":"residual","layers":[{"type":"conv2d","out_channels":4,"kernel":3}]}])")
        << "network[0]";
    QTest::newRow("inside a residual")
        << QByteArray(R"([{"type":"residual","layers":[{"type":"relu"},{"type":"avg_pool2d","kernel":20}]}])")
        << "network[0].layers[1].kernel";
    QTest::newRow("no tokens")
        << QByteArray(
               R"([{"type":"linear","out_features":1000000},{"type":"linear","out_features":1000000},{"type":"linear","out_features":1000000}])")
        << "network[1]";
}

void NetworkTest::mistakesNameTheirPlace() {
    QFETCH(QByteArray, layers);
    QFETCH(QString, place);
    const QByteArray json =
        R"({"neurarium":1,"data":{"source":"tensors","path":"none"},"network":)" + layers + "}";
    try {
        buildNetwork(parseExperiment(json.toStdString()), imageData());
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.problem().where), place);
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
