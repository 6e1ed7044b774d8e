// SPDX-License-Identifier: GPL-3.0-or-later
// Against the update rules written out in double precision, as torch.optim documents them.
#include <QtTest>

#include <cmath>

#include "experiment/experiment.h"
#include "training/network_builder.h"
#include "training/optimizer.h"

using namespace neurarium;

namespace {

constexpr int kSteps = 25;

Network smallNetwork() {
    const Experiment experiment = parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x"},
        "network":[{"type":"linear","out_features":5},{"type":"linear","out_features":3}]})");
    DatasetDescription data;
    data.inputShape = {4};
    Network network = buildNetwork(experiment, data);
    network.initialize(3);
    return network;
}

float gradientAt(int step, std::size_t index) {
    const RandomStream random(9, RandomPurpose::Generator);
    return random.normal(static_cast<std::uint64_t>(step), index) * (index % 3 == 0 ? 0.01F : 1.0F);
}

double rateAt(int step) {
    return 0.02 / (1 + 0.1 * step); // the rate moves, as under a schedule
}

/// One number with its moments, updated as the literature says.
struct Reference {
    double value = 0, first = 0, second = 0;

    void step(const KindDescription& kind, const Options& options, double g, int t) {
        const double rate = rateAt(t);
        const auto option = [&](const char* name) { return numberValue(kind, options, name); };
        const double decay = option("weight_decay");
        if (kind.type == "sgd") {
            g += decay * value;
            if (option("momentum") == 0) {
                value -= rate * g;
                return;
            }
            first = t == 1 ? g : option("momentum") * first + g;
            value -=
                rate * (booleanValue(kind, options, "nesterov") ? g + option("momentum") * first : first);
            return;
        }
        const auto& betas = std::get<std::vector<double>>(optionValue(kind, options, "betas"));
        if (kind.type == "adamw")
            value -= rate * decay * value;
        else
            g += decay * value;
        first = betas[0] * first + (1 - betas[0]) * g;
        second = betas[1] * second + (1 - betas[1]) * g * g;
        const double corrected = std::sqrt(second / (1 - std::pow(betas[1], t))) + option("eps");
        value -= rate * (first / (1 - std::pow(betas[0], t))) / corrected;
    }
};

} // namespace

class OptimizerTest : public QObject {
    Q_OBJECT
private slots:
    void followsTheFormula_data();
    void followsTheFormula();
    void frozenParametersRest_data() { followsTheFormula_data(); }
    void frozenParametersRest();
};

void OptimizerTest::followsTheFormula_data() {
    QTest::addColumn<QString>("training");
    for (const char* optimizer :
         {R"({"type":"sgd"})", R"({"type":"sgd","weight_decay":0.1})", R"({"type":"sgd","momentum":0.9})",
          R"({"type":"sgd","momentum":0.9,"nesterov":true})",
          R"({"type":"sgd","momentum":0.8,"nesterov":true,"weight_decay":0.05})", R"({"type":"adam"})",
          R"({"type":"adam","weight_decay":0.1})", R"({"type":"adam","betas":[0.8,0.95],"eps":0.001})",
          R"({"type":"adam","betas":[0,0.999]})", R"({"type":"adamw"})",
          R"({"type":"adamw","weight_decay":0.5,"betas":[0.95,0.9]})"})
        QTest::newRow(optimizer) << QString(optimizer);
}

void OptimizerTest::followsTheFormula() {
    QFETCH(QString, training);
    ThreadPool pool(1);
    const Experiment experiment = parseExperiment(
        R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[{"type":"relu"}],"training":{"optimizer":)" +
        training.toStdString() + "}}");
    const KindDescription& kind = describedKind(recipeCatalogue().optimizers, experiment.optimizer.type);
    Network network = smallNetwork();
    const auto count = static_cast<std::size_t>(network.parameterCount());
    const auto optimizer = makeOptimizer(experiment.optimizer, network.parameterCount());
    std::vector<Reference> reference(count);
    for (std::size_t i = 0; i < count; ++i)
        reference[i].value = network.weights().data()[i];
    std::vector<float> gradient(count);
    for (int step = 1; step <= kSteps; ++step) {
        for (std::size_t i = 0; i < count; ++i) {
            gradient[i] = gradientAt(step, i);
            reference[i].step(kind, experiment.optimizer.options, gradient[i], step);
        }
        optimizer->update(network, gradient.data(), {.number = step, .learningRate = rateAt(step)}, pool);
        for (std::size_t i = 0; i < count; ++i) {
            const double found = network.weights().data()[i], wanted = reference[i].value;
            QVERIFY2(
                std::abs(found - wanted) < 2e-6,
                qPrintable(
                    QString("step %1, weight %2: %3, expected %4").arg(step).arg(i).arg(found).arg(wanted)));
        }
    }
    for (std::size_t i = 0; i < count && !optimizer->moments().empty(); ++i) {
        const double found = optimizer->moments()[0].values.data()[i];
        QVERIFY(std::abs(found - reference[i].first) < 1e-6 + 1e-5 * std::abs(reference[i].first));
        if (optimizer->moments().size() > 1) {
            const double second = optimizer->moments()[1].values.data()[i];
            QVERIFY(std::abs(second - reference[i].second) < 3e-6 * reference[i].second);
        }
    }
}

void OptimizerTest::frozenParametersRest() {
    QFETCH(QString, training);
    ThreadPool pool(1);
    const Experiment experiment = parseExperiment(
        R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[{"type":"relu"}],"training":{"optimizer":)" +
        training.toStdString() + "}}");
    Network network = smallNetwork(), free = smallNetwork();
    const auto optimizer = makeOptimizer(experiment.optimizer, network.parameterCount());
    const auto freeOptimizer = makeOptimizer(experiment.optimizer, network.parameterCount());
    for (const std::size_t frozen : {std::size_t{0}, std::size_t{2}})
        network.parameters()[frozen]->trainable = false;
    std::vector<float> gradient(static_cast<std::size_t>(network.parameterCount()));
    const std::vector<float> before(network.weights().span().begin(), network.weights().span().end());
    for (int step = 1; step <= 3; ++step) {
        for (std::size_t i = 0; i < gradient.size(); ++i)
            gradient[i] = gradientAt(step, i);
        optimizer->update(network, gradient.data(), {.number = step, .learningRate = 0.1}, pool);
        freeOptimizer->update(free, gradient.data(), {.number = step, .learningRate = 0.1}, pool);
    }
    for (const Parameter* parameter : network.parameters())
        for (std::size_t i = 0; i < parameter->value.size(); ++i) {
            const std::size_t at = static_cast<std::size_t>(parameter->offset) + i;
            QCOMPARE(parameter->value[i], parameter->trainable ? free.weights().data()[at] : before[at]);
            for (std::size_t m = 0; m < optimizer->moments().size(); ++m)
                QCOMPARE(optimizer->moments()[m].values.data()[at],
                         parameter->trainable ? freeOptimizer->moments()[m].values.data()[at] : 0.0F);
        }
}

QTEST_GUILESS_MAIN(OptimizerTest)
#include "optimizer_test.moc"
