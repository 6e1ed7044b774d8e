// SPDX-License-Identifier: GPL-3.0-or-later
// The same losses and weights as PyTorch's, from the same weights and data.
#include <QtTest>

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "checkpoint/safetensors.h"
#include "data/memory_dataset.h"
#include "training/trainer.h"

using namespace neurarium;
using Json = nlohmann::json;

namespace {

const std::filesystem::path kCases = PARITY_CASES;

std::shared_ptr<const Dataset> datasetOf(const std::filesystem::path& path, std::int64_t classes) {
    const TrainingState file = readSafetensors(path);
    const StoredTensor &inputs = file.tensors.at("inputs"), &targets = file.tensors.at("targets");
    DatasetDescription data;
    data.inputShape = inputs.shape.sample();
    data.classes = classes;
    data.targetKind = classes > 0 ? TargetKind::Classes : TargetKind::Values;
    const std::int64_t samples = inputs.shape[0];
    data.targetSize = targets.shape.elements() / samples;
    data.tokenInputs = inputs.type == ElementType::I64;
    if (data.tokenInputs) {
        data.targetKind = TargetKind::Tokens;
        data.tokens = classes;
    }
    return std::make_shared<MemoryDataset>(data, Tensor(inputs.shape, inputs.floats()),
                                           Tensor(Shape{samples, data.targetSize}, targets.floats()));
}

DataSplit dataOf(const std::filesystem::path& folder) {
    const StoredTensor targets = readSafetensors(folder / "train.safetensors").tensors.at("targets");
    std::int64_t classes = 0;
    if (targets.type == ElementType::I64)
        for (const std::int64_t target : targets.integers())
            classes = std::max(classes, target + 1);
    DataSplit data;
    data.training = datasetOf(folder / "train.safetensors", classes);
    data.validation = datasetOf(folder / "validation.safetensors", classes);
    return data;
}

double difference(double ours, double theirs) {
    return std::abs(ours - theirs) / std::max(std::abs(theirs), 1e-12);
}

} // namespace

class ParityTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPyTorch_data();
    void agreesWithPyTorch();

private:
    void compareTensors(const TrainingState& state, const Json& expected);
};

void ParityTest::agreesWithPyTorch_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    for (const char* name : {"cnn-adam", "cnn-batchnorm-nesterov", "gpt-adamw", "mlp-mse-momentum"})
        for (const int threads : {1, 2})
            QTest::addRow("%s, %d threads", name, threads) << QString(name) << threads;
}

void ParityTest::agreesWithPyTorch() {
    QFETCH(QString, name);
    QFETCH(int, threads);
    const std::filesystem::path folder = kCases / name.toStdString();
    if (!std::filesystem::exists(folder))
        QSKIP("The parity cases are not here.");
    std::ifstream file(folder / "expected.json");
    const Json expected = Json::parse(file);
    Trainer trainer(readExperiment(folder / "experiment.json"), dataOf(folder), {.threads = threads});
    QCOMPARE(trainer.graph().weights + trainer.graph().biases, expected["parameters"].get<std::int64_t>());
    trainer.loadWeights(readSafetensors(folder / "init.safetensors"));
    std::size_t epoch = 0;
    for (std::size_t i = 0; i < expected["steps"].size(); ++i) {
        const StepResult result = trainer.step();
        const double off = difference(result.report.loss, expected["steps"][i].get<double>());
        QVERIFY2(off < (i < 10 ? 1e-4 : 1e-3), qPrintable(QString("step %1: %2").arg(i + 1).arg(off)));
        if (!result.epochFinished)
            continue;
        const EpochReport report = trainer.finishEpoch();
        const Json& theirs = expected["epochs"].at(epoch++);
        QVERIFY(difference(*report.validationLoss, theirs["val_loss"].get<double>()) < 1e-3);
        if (theirs.contains("val_accuracy"))
            QVERIFY(std::abs(*report.validationAccuracy - theirs["val_accuracy"].get<double>()) < 1e-6);
    }
    QCOMPARE(epoch, expected["epochs"].size());
    compareTensors(trainer.state(), expected["final"]);
}

void ParityTest::compareTensors(const TrainingState& state, const Json& expected) {
    for (const auto& [name, theirs] : expected.items()) {
        const std::vector<float> ours = state.tensors.at(name).floats();
        double sum = 0, squares = 0;
        for (const float number : ours) {
            sum += number;
            squares += static_cast<double>(number) * number;
        }
        // Numbers that are equal within 1e-3 have sums that are equal within 1e-3 of the sum of their sizes.
        const double theirSquares = theirs["sum_squares"].get<double>();
        const double size = std::sqrt(theirSquares * static_cast<double>(ours.size()));
        QVERIFY2(std::abs(sum - theirs["sum"].get<double>()) <= 1e-3 * size, name.c_str());
        QVERIFY2(difference(squares, theirSquares) < 1e-3, name.c_str());
        const Json& first = theirs["first"];
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY2(std::abs(ours.at(i) - first[i].get<double>()) < 1e-3 * std::max(1.0, size),
                     name.c_str());
    }
}

QTEST_GUILESS_MAIN(ParityTest)
#include "parity_test.moc"
