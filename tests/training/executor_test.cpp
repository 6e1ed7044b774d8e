// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "layers/dropout.h"
#include "training/executor.h"
#include "training/network_builder.h"
#include "training_samples.h"

using namespace neurarium;

namespace {

/// A network with data for it, without a trainer around.
struct Bench {
    Bench(const std::string& name, int threads)
        : experiment(sampleExperiment(name))
        , data(sampleData(name))
        , network(buildNetwork(experiment, data.training->description()))
        , loss(makeLoss(experiment.loss, network.outputShape(), data.training->description(), "network"))
        , pool(threads)
        , executor(network, *loss, pool)
        , gradient(network.parameterCount())
        , inputs(network.inputShape().withBatch(data.training->size()))
        , targets(Shape{data.training->size(), 1}) {
        network.initialize(experiment.seed);
        const auto size = static_cast<std::size_t>(network.inputShape().elements());
        for (std::int64_t i = 0; i < data.training->size(); ++i)
            data.training->sample(i, inputs.values().subspan(static_cast<std::size_t>(i) * size, size),
                                  targets.values().subspan(static_cast<std::size_t>(i), 1));
    }

    BatchOutcome run(std::int64_t first, std::int64_t samples) {
        return executor.gradient({.inputs = inputs.data() + first * network.inputShape().elements(),
                                  .targets = targets.data() + first,
                                  .samples = samples,
                                  .seed = 3,
                                  .step = 4},
                                 gradient.data());
    }

    std::vector<float> outputs(std::int64_t first, std::int64_t samples) {
        std::vector<float> numbers(static_cast<std::size_t>(samples * loss->outputShape().elements()));
        executor.forward(inputs.data() + first * network.inputShape().elements(), samples, numbers.data());
        return numbers;
    }

    Experiment experiment;
    DataSplit data;
    Network network;
    std::unique_ptr<Loss> loss;
    ThreadPool pool;
    Executor executor;
    FloatBuffer gradient;
    Tensor inputs, targets;
};

} // namespace

class ExecutorTest : public QObject {
    Q_OBJECT
private slots:
    void threadsDoNotChangeABit_data();
    void threadsDoNotChangeABit();
    void slicesDoNotChangeAnOutput_data() { threadsDoNotChangeABit_data(); }
    void slicesDoNotChangeAnOutput();
    void batchGradientIsTheMeanOfItsSamples();
    void frozenParametersHaveNoGradient();
    void fusingChangesNoBit();
    void batchNormFollowsTheFormula_data();
    void batchNormFollowsTheFormula();
};

void ExecutorTest::threadsDoNotChangeABit_data() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : sampleNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void ExecutorTest::threadsDoNotChangeABit() {
    QFETCH(QString, name);
    Bench reference(name.toStdString(), 1);
    for (int threads = 2; threads <= 4; ++threads) {
        Bench bench(name.toStdString(), threads);
        for (const std::int64_t samples : {53, 1, 3, 20}) { // a large batch before a small one
            const BatchOutcome expected = reference.run(0, samples), found = bench.run(0, samples);
            QCOMPARE(found.loss, expected.loss);
            QCOMPARE(found.right, expected.right);
            QVERIFY(std::equal(bench.gradient.span().begin(), bench.gradient.span().end(),
                               reference.gradient.span().begin()));
        }
    }
}

void ExecutorTest::slicesDoNotChangeAnOutput() {
    QFETCH(QString, name);
    Bench bench(name.toStdString(), 2);
    const std::vector<float> together = bench.outputs(0, 53);
    std::vector<float> visited;
    bench.executor.forward(bench.inputs.data(), 53, [&](const Node& node, const Slice& output) {
        if (node.output == bench.network.outputValue())
            visited.assign(output.data, output.data + output.size());
    });
    QCOMPARE(visited, together);
    for (const std::int64_t piece : {1, 2, 7, 30}) {
        std::vector<float> pieces;
        for (std::int64_t first = 0; first < 53; first += piece) {
            const auto some = bench.outputs(first, std::min<std::int64_t>(piece, 53 - first));
            pieces.insert(pieces.end(), some.begin(), some.end());
        }
        QCOMPARE(pieces, together);
    }
}

void ExecutorTest::batchGradientIsTheMeanOfItsSamples() {
    Bench bench("mlp", 2);
    for (Node& node : bench.network.nodes())
        if (auto* dropout = dynamic_cast<Dropout*>(node.layer.get()))
            dropout->setOn(false);        // its draws depend on the place in the batch
    constexpr std::int64_t kSamples = 24; // worth sharing, while each sample alone is not
    bench.run(0, kSamples);
    const std::vector<float> whole(bench.gradient.span().begin(), bench.gradient.span().end());
    std::vector<double> mean(whole.size());
    for (std::int64_t i = 0; i < kSamples; ++i) {
        bench.run(i, 1);
        for (std::size_t p = 0; p < mean.size(); ++p)
            mean[p] += bench.gradient.data()[p] / static_cast<double>(kSamples);
    }
    for (std::size_t p = 0; p < mean.size(); ++p)
        QVERIFY2(std::abs(mean[p] - whole[p]) < 1e-5, qPrintable(QString("parameter %1").arg(p)));
}

/// A gradient of a parameter that is frozen later must not stay.
void ExecutorTest::frozenParametersHaveNoGradient() {
    for (const std::string& name : sampleNames()) {
        Bench bench(name, 2);
        bench.run(0, 24);
        Parameter& first = *bench.network.parameters().front();
        first.trainable = false;
        bench.run(0, 24);
        const auto begin = bench.gradient.span().begin() + first.offset;
        QVERIFY2(std::all_of(begin, begin + std::ssize(first.value), [](float g) { return g == 0; }),
                 name.c_str());
    }
}

/// One node for a convolution, ReLU and pooling gives the bits that three give.
void ExecutorTest::fusingChangesNoBit() {
    constexpr std::int64_t kMost = 20;
    const DataSplit data = sampleData("cnn");
    const std::vector<LayerRecipe> layers =
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x"},
        "network":[{"type":"conv2d","out_channels":16,"kernel":3,"padding":1},{"type":"relu"},
        {"type":"conv2d","out_channels":17,"kernel":3,"padding":1},{"type":"relu"},{"type":"max_pool2d","kernel":2},
        {"type":"flatten"},{"type":"linear","out_features":3}]})")
            .network;
    std::vector<std::vector<float>> gradients;
    std::vector<std::size_t> nodes;
    for (const Fusing fusing : {Fusing::On, Fusing::Off}) {
        Network network({3, 12, 12}, {});
        for (std::size_t i = 0; i < layers.size(); ++i)
            network.append(layers[i], "network", i);
        network.finish(fusing);
        network.initialize(3);
        nodes.push_back(network.nodes().size());
        QCOMPARE(network.summaries().size(), layers.size());
        const auto loss =
            makeLoss({"cross_entropy", {}}, network.outputShape(), data.training->description(), "network");
        ThreadPool pool(2);
        Executor executor(network, *loss, pool);
        Tensor inputs(network.inputShape().withBatch(kMost)), targets(Shape{kMost, 1});
        for (std::size_t i = 0; i < std::size_t{kMost}; ++i)
            data.training->sample(static_cast<std::int64_t>(i), inputs.values().subspan(i * 432, 432),
                                  targets.values().subspan(i, 1));
        FloatBuffer gradient(network.parameterCount());
        std::vector<float>& numbers = gradients.emplace_back();
        for (const std::int64_t samples : {kMost, std::int64_t{3}, std::int64_t{1}}) {
            executor.gradient({.inputs = inputs.data(), .targets = targets.data(), .samples = samples},
                              gradient.data());
            numbers.insert(numbers.end(), gradient.span().begin(), gradient.span().end());
        }
        numbers.resize(numbers.size() + 3 * kMost);
        executor.forward(inputs.data(), kMost, numbers.data() + numbers.size() - 3 * kMost);
    }
    QVERIFY(nodes[0] < nodes[1]);
    QCOMPARE(gradients[0], gradients[1]);
}

void ExecutorTest::batchNormFollowsTheFormula_data() {
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<double>("momentum");
    QTest::newRow("features") << QList<qint64>{3} << 0.1;
    QTest::newRow("pictures") << QList<qint64>{2, 2, 3} << 0.3;
}

void ExecutorTest::batchNormFollowsTheFormula() {
    QFETCH(QList<qint64>, shape);
    QFETCH(double, momentum);
    constexpr std::int64_t kSamples = 7, kBatch = 4;
    const Shape input(std::vector<std::int64_t>(shape.begin(), shape.end()));
    const std::int64_t size = input.elements(), channels = input[0], pixels = size / channels;
    std::vector<float> inputs(static_cast<std::size_t>(kSamples * size));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        inputs[i] = RandomStream(1, RandomPurpose::Generator).uniform(0, i, -2, 5);
    Experiment experiment =
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x","shuffle":false},
        "network":[{"type":"batch_norm","eps":0.01},{"type":"flatten"}],"training":{"loss":"mse",
        "optimizer":{"type":"sgd","lr":0},"batch_size":4}})");
    experiment.network[0].options["momentum"] = momentum;
    Trainer trainer(experiment, dataOf(input, 0, inputs, std::vector<float>(inputs.size())), {.threads = 2});
    std::vector<double> mean(static_cast<std::size_t>(channels), 0.0), variance(mean.size(), 1.0);
    for (std::int64_t step = 0; step < 4; ++step) {
        advance(trainer);
        const std::int64_t first = step % 2 * kBatch, count = step % 2 == 0 ? kBatch : kSamples - kBatch;
        const auto numbers = static_cast<double>(count * pixels);
        for (std::size_t c = 0; c < mean.size(); ++c) {
            double sum = 0, squares = 0;
            const auto each = [&](const auto& visit) {
                for (std::int64_t i = 0; i < count * pixels; ++i)
                    visit(inputs[static_cast<std::size_t>(
                        (first + i / pixels) * size + static_cast<std::int64_t>(c) * pixels + i % pixels)]);
            };
            each([&](float x) { sum += x; });
            each([&](float x) { squares += (x - sum / numbers) * (x - sum / numbers); });
            mean[c] = (1 - momentum) * mean[c] + momentum * sum / numbers;
            variance[c] = (1 - momentum) * variance[c] + momentum * squares / (numbers - 1);
        }
        const TrainingState state = trainer.state();
        for (std::size_t c = 0; c < mean.size(); ++c) {
            QVERIFY(std::abs(tensorOf(state, "0.running_mean")[c] - mean[c]) < 1e-5);
            QVERIFY(std::abs(tensorOf(state, "0.running_var")[c] - variance[c]) < 1e-5);
        }
        QCOMPARE(state.tensors.at("0.num_batches_tracked").integers()[0], step + 1);
    }
    const Tensor outputs = trainer.outputs(Tensor(input.withBatch(kSamples), inputs));
    for (std::int64_t i = 0; i < outputs.size(); ++i) {
        const auto c = static_cast<std::size_t>(i % size / pixels);
        const double expected =
            (inputs[static_cast<std::size_t>(i)] - mean[c]) / std::sqrt(variance[c] + 0.01);
        QVERIFY(std::abs(outputs[i] - expected) < 1e-5);
    }
}

QTEST_GUILESS_MAIN(ExecutorTest)
#include "executor_test.moc"
