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

/// Seven tokens a sample, one of twelve.
DatasetDescription tokenData() {
    return {.inputShape = {7},
            .targetKind = TargetKind::Tokens,
            .targetSize = 7,
            .classes = 12,
            .classNames = {},
            .tokenInputs = true,
            .tokens = 12,
            .tokenizer = nullptr};
}

DatasetDescription imageData() {
    return {.inputShape = {2, 8, 8},
            .targetKind = TargetKind::Classes,
            .targetSize = 1,
            .classes = 3,
            .classNames = {},
            .tokenizer = nullptr};
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
    void blocksNameTensorsAsPyTorchDoes();

private:
    void tokenMistakes();
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
    QTest::addColumn<bool>("tokens");
    tokenMistakes();
    QTest::newRow("window too large")
        << QByteArray(R"([{"type":"conv2d","out_channels":1,"kernel":9}])") << "network[0].kernel" << false;
    QTest::newRow("groups") << QByteArray(R"([{"type":"conv2d","out_channels":4,"kernel":1,"groups":3}])")
                            << "network[0].groups" << false;
    QTest::newRow("image needed") << QByteArray(R"([{"type":"flatten"},{"type":"max_pool2d","kernel":2}])")
                                  << "network[1]" << false;
    QTest::newRow("sum of unlike shapes")
        << QByteArray(R"([{"type":"residual","layers":[{"type":"conv2d","out_channels":4,"kernel":3}]}])")
        << "network[0]" << false;
    QTest::newRow("inside a residual")
        << QByteArray(R"([{"type":"residual","layers":[{"type":"relu"},{"type":"avg_pool2d","kernel":20}]}])")
        << "network[0].layers[1].kernel" << false;
    QTest::newRow("no tokens")
        << QByteArray(
               R"([{"type":"linear","out_features":1000000},{"type":"linear","out_features":1000000},{"type":"linear","out_features":1000000}])")
        << "network[1]" << false;
}

void NetworkTest::tokenMistakes() {
    const QByteArray embedding = R"({"type":"token_embedding","vocab":"tokens","dim":6})";
    const auto behindEmbedding = [&](const char* name, const char* layer, const char* place) {
        QTest::newRow(name) << "[" + embedding + "," + layer + "]" << QString(place) << true;
    };
    behindEmbedding("heads", R"({"type":"transformer_block","heads":4})", "network[1].heads");
    behindEmbedding("too narrow", R"({"type":"transformer_block","heads":2,"mlp_ratio":0.1})",
                    "network[1].mlp_ratio");
    behindEmbedding("too few places", R"({"type":"position_embedding","length":6})", "network[1].length");
    behindEmbedding("two embeddings", R"({"type":"token_embedding","vocab":12,"dim":6})", "network[1]");
    behindEmbedding("no rows", R"({"type":"flatten"},{"type":"transformer_block","heads":1})", "network[2]");
    behindEmbedding("no tokens", R"({"type":"flatten"},{"type":"token_embedding","vocab":12,"dim":6})",
                    "network[2]");
    QTest::newRow("unread tokens") << QByteArray(R"([{"type":"linear","out_features":2}])") << "network[0]"
                                   << true;
    QTest::newRow("vocabulary") << QByteArray(R"([{"type":"token_embedding","vocab":11,"dim":6}])")
                                << "network[0].vocab" << true;
    QTest::newRow("pictures are no tokens")
        << QByteArray(R"([{"type":"flatten"},{"type":"token_embedding","vocab":5,"dim":6}])") << "network[1]"
        << false;
    QTest::newRow("the data has no tokens")
        << QByteArray(R"([{"type":"token_embedding","vocab":"tokens","dim":6}])") << "network[0].vocab"
        << false;
}

void NetworkTest::blocksNameTensorsAsPyTorchDoes() {
    const Experiment experiment = parseExperiment(
        R"({"neurarium":1,"data":{"source":"tensors","path":"none"},"network":[
            {"type":"token_embedding","vocab":"tokens","dim":6},{"type":"transformer_block","heads":2}]})");
    Network network = buildNetwork(experiment, tokenData());
    network.initialize(1);
    QStringList names;
    for (const Parameter* parameter : network.parameters())
        names << QString::fromStdString(parameter->name + " " + parameter->shape.text());
    const QStringList expected{"0.weight 12×6",          "1.ln1.weight 6",     "1.ln1.bias 6",
                               "1.attn.qkv.weight 18×6", "1.attn.qkv.bias 18", "1.attn.proj.weight 6×6",
                               "1.attn.proj.bias 6",     "1.ln2.weight 6",     "1.ln2.bias 6",
                               "1.mlp.fc1.weight 24×6",  "1.mlp.fc1.bias 24",  "1.mlp.fc2.weight 6×24",
                               "1.mlp.fc2.bias 6"};
    QCOMPARE(names, expected);
    const auto first = [&](std::size_t parameter) { return network.parameters()[parameter]->value[0]; };
    QVERIFY(first(3) != first(5) && first(5) != first(9)); // each draws its own numbers
    double squares = 0;
    for (const float each : network.parameters()[0]->value)
        squares += static_cast<double>(each) * each;
    QVERIFY(std::abs(std::sqrt(squares / 72) - 0.02) < 0.005);
}

void NetworkTest::mistakesNameTheirPlace() {
    QFETCH(QByteArray, layers);
    QFETCH(QString, place);
    QFETCH(bool, tokens);
    const QByteArray json =
        R"({"neurarium":1,"data":{"source":"tensors","path":"none"},"network":)" + layers + "}";
    try {
        buildNetwork(parseExperiment(json.toStdString()), tokens ? tokenData() : imageData());
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.problem().where), place);
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
