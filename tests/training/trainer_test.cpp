// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "report/error.h"
#include "tests/data/numbered_dataset.h"
#include "training/schedule.h"
#include "training_samples.h"

using namespace neurarium;

namespace {

/// Two features pass through unchanged: the larger one is the answer.
Experiment comparison(double rate, std::int64_t batchSize, double clip = 0) {
    Experiment experiment =
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x","shuffle":false},
        "network":[{"type":"linear","out_features":2}],"training":{"optimizer":"sgd","epochs":3}})");
    experiment.optimizer.options["lr"] = rate;
    experiment.batchSize = batchSize;
    experiment.gradientClip = clip;
    return experiment;
}

/// Seven points; the answers to five of them are right when the features pass unchanged.
DataSplit points() {
    return dataOf({2}, 2, {2, 1, 1, 2, 3, 0, 0, 3, 5, 1, 1, 4, 2, 0}, {0, 1, 0, 1, 1, 1, 1});
}

TrainingState identity() {
    const float weight[] = {1, 0, 0, 1}, bias[] = {0, 0};
    TrainingState state;
    state.tensors["0.weight"] = StoredTensor::fromFloats({2, 2}, weight);
    state.tensors["0.bias"] = StoredTensor::fromFloats({2}, bias);
    return state;
}

/// −log softmax of the right class, the mean over samples [begin, end).
double lossOfPoints(const Dataset& points, std::int64_t begin, std::int64_t end) {
    double sum = 0;
    for (std::int64_t i = begin; i < end; ++i) {
        std::vector<float> input(2), target(1);
        points.sample(i, input, target);
        const double right = input[target[0] > 0 ? 1 : 0];
        sum += std::log(std::exp(double{input[0]}) + std::exp(double{input[1]})) - right;
    }
    return sum / static_cast<double>(end - begin);
}

} // namespace

class TrainerTest : public QObject {
    Q_OBJECT
private slots:
    void countsAnswers();
    void keepsTheSmallerBatch();
    void clipsTheGradient();
    void followsItsSchedule();
    void settingsTakeEffectWhenTheyShould();
    void stopsEarlyAndKnowsItsBest();
    void refusesWrongLabelsWithoutClasses();
    void validationLabelsStayRight();
    void refusesEmptyData();
    void damagedFilesEndAnEvaluation();
    void oneNumberTellsTwoClassesApart();
    void restoredStatesKnowTheirLastBatch();
};

void TrainerTest::countsAnswers() {
    Trainer trainer(comparison(0, 3), points(), {.threads = 2});
    trainer.loadWeights(identity());
    const Evaluation evaluation = trainer.evaluate(*trainer.data().training);
    QCOMPARE(*evaluation.accuracy, 5.0 / 7);
    QVERIFY(std::abs(evaluation.loss - lossOfPoints(*trainer.data().training, 0, 7)) < 1e-6);
    QCOMPARE(evaluation.predictions.truth.size(), std::size_t{7});
    std::vector<std::vector<std::int64_t>> counted(2, std::vector<std::int64_t>(2));
    for (std::size_t i = 0; i < 7; ++i) {
        const Prediction& said = evaluation.predictions.answers[i];
        QVERIFY(said.confidence > 0.5F && said.confidence <= 1);
        ++counted[static_cast<std::size_t>(evaluation.predictions.truth[i])]
                 [static_cast<std::size_t>(said.predicted)];
    }
    QVERIFY(evaluation.predictions.confusion == counted);
    QCOMPARE(counted[0][0] + counted[1][1], std::int64_t{5});
    for (std::int64_t i = 0; i < trainer.stepsPerEpoch(); ++i)
        trainer.step();
    const EpochReport report = trainer.finishEpoch();
    QCOMPARE(*report.trainAccuracy, 5.0 / 7);
    QCOMPARE(*report.validationAccuracy, 5.0 / 7);
}

void TrainerTest::keepsTheSmallerBatch() {
    Trainer trainer(comparison(0, 3), points(), {.threads = 1});
    trainer.loadWeights(identity());
    QCOMPARE(trainer.stepsPerEpoch(), std::int64_t{3});
    const std::int64_t ends[] = {0, 3, 6, 7};
    for (std::int64_t i = 0; i < 3; ++i) {
        QCOMPARE(trainer.stepInEpoch(), i);
        const StepResult result = trainer.step();
        const double expected = lossOfPoints(*trainer.data().training, ends[i], ends[i + 1]);
        QVERIFY(std::abs(result.report.loss - expected) < 1e-6);
        QCOMPARE(result.epochFinished, i == 2);
        QCOMPARE(static_cast<std::int64_t>(trainer.lastSamples().size()), ends[i + 1] - ends[i]);
    }
    const EpochReport report = trainer.finishEpoch();
    QVERIFY2(std::abs(report.trainLoss - *report.validationLoss) < 1e-6, "each sample weighs the same");
    QCOMPARE(trainer.epochsDone(), std::int64_t{1});
    QCOMPARE(trainer.stepInEpoch(), std::int64_t{0});
}

void TrainerTest::clipsTheGradient() {
    const auto moved = [](double clip) {
        Trainer trainer(comparison(1, 7, clip), points(), {.threads = 1});
        trainer.loadWeights(identity());
        trainer.step();
        std::vector<double> distance;
        for (const char* name : {"0.weight", "0.bias"}) {
            const auto before = tensorOf(identity(), name), after = tensorOf(trainer.state(), name);
            for (std::size_t i = 0; i < before.size(); ++i)
                distance.push_back(double{before[i]} - after[i]);
        }
        return distance;
    };
    const std::vector<double> free = moved(0);
    double norm = 0;
    for (const double each : free)
        norm += each * each;
    norm = std::sqrt(norm);
    for (const double share : {0.25, 0.9, 1.5}) {
        const double clip = norm * share;
        const std::vector<double> clipped = moved(clip);
        const double scale = share < 1 ? clip / (norm + 1e-6) : 1;
        for (std::size_t i = 0; i < free.size(); ++i)
            QVERIFY(std::abs(clipped[i] - free[i] * scale) < 1e-6);
    }
}

void TrainerTest::followsItsSchedule() {
    Experiment experiment = comparison(0.5, 3);
    experiment.schedule = {"cosine", {{"warmup_steps", std::int64_t{2}}}};
    Trainer trainer(experiment, points(), {.threads = 1});
    const Schedule schedule(experiment.schedule, 9);
    for (std::int64_t t = 0; t < 12; ++t) {
        const StepResult result = trainer.step();
        QCOMPARE(result.report.learningRate, schedule.rate(0.5, t, t / 3));
        QCOMPARE(result.report.step, t + 1);
        QCOMPARE(result.report.epoch, t / 3 + 1);
        if (result.epochFinished)
            QCOMPARE(trainer.finishEpoch().learningRate, result.report.learningRate);
        trainer.setEpochs(100); // more epochs do not change the schedule
    }
}

void TrainerTest::settingsTakeEffectWhenTheyShould() {
    Trainer trainer(comparison(0.1, 3), points(), {.threads = 1});
    trainer.step();
    LiveSettings settings = trainer.settings();
    settings.learningRate = 0.02;
    settings.batchSize = 5;
    trainer.change(settings);
    const StepResult second = trainer.step();
    QCOMPARE(second.report.learningRate, 0.02);
    QCOMPARE(trainer.lastSamples().size(), std::size_t{3}); // the batch size waits
    QVERIFY(advance(trainer).epochFinished);
    trainer.step();
    QCOMPARE(trainer.lastSamples().size(), std::size_t{5});
    QVERIFY(advance(trainer).epochFinished);
    QCOMPARE(trainer.lastSamples().size(), std::size_t{2});
    settings.batchSize = 2; // between epochs it is taken at once
    trainer.change(settings);
    QCOMPARE(trainer.stepsPerEpoch(), std::int64_t{4});
}

void TrainerTest::stopsEarlyAndKnowsItsBest() {
    Experiment experiment = comparison(0, 7);
    experiment.patience = 2;
    Trainer trainer(experiment, points(), {.threads = 1});
    for (int epoch = 1; epoch <= 3; ++epoch) {
        QVERIFY(!trainer.shouldStopEarly());
        advance(trainer);
        QCOMPARE(trainer.isBest(), epoch == 1);
    }
    QVERIFY(trainer.shouldStopEarly());
}

void TrainerTest::refusesEmptyData() {
    QVERIFY_EXCEPTION_THROWN(Trainer(comparison(0, 1), DataSplit{}), Error);
    DataSplit unchecked = points();
    unchecked.validation.reset();
    Trainer trainer(comparison(0.1, 7), unchecked, {.threads = 1});
    trainer.step();
    const EpochReport report = trainer.finishEpoch();
    QVERIFY(!report.validationLoss && !report.validationAccuracy);
    QVERIFY(trainer.isBest());
    QVERIFY(trainer.predictions().answers.empty());
}

void TrainerTest::damagedFilesEndAnEvaluation() {
    DatasetDescription large; // so large that threads would share the reading
    large.inputShape = {12'288};
    large.classes = 2;
    const auto dataset = std::make_shared<NumberedDataset>(100, large);
    DataSplit data;
    data.training = dataset;
    Trainer trainer(comparison(0, 10), data, {.threads = 3});
    QCOMPARE(trainer.evaluate(*dataset).samples, std::int64_t{100});
    dataset->before = [](std::int64_t sample) {
        if (sample == 57)
            throw Error(ProblemKind::DamagedFile, "pixels", explain("Problem", "the file is damaged"));
    };
    QVERIFY_THROWS_EXCEPTION(Error, trainer.evaluate(*dataset));
    dataset->before = nullptr;
    QCOMPARE(trainer.evaluate(*dataset).samples, std::int64_t{100});
}

void TrainerTest::oneNumberTellsTwoClassesApart() {
    Experiment experiment = comparison(0, 7);
    experiment.loss = {"binary_cross_entropy", {}};
    experiment.network[0].options["out_features"] = std::string("classes");
    Trainer trainer(experiment, points(), {.threads = 1});
    TrainingState state = identity();
    const float weight[] = {-1, 1}, bias[] = {0};
    state.tensors["0.weight"] = StoredTensor::fromFloats({1, 2}, weight);
    state.tensors["0.bias"] = StoredTensor::fromFloats({1}, bias);
    trainer.loadWeights(state);
    const Evaluation evaluation = trainer.evaluate(*trainer.data().training);
    QCOMPARE(*evaluation.accuracy, 5.0 / 7);
    QVERIFY2(std::abs(evaluation.loss - lossOfPoints(*trainer.data().training, 0, 7)) < 1e-6,
             "of two classes both losses are the same");
    QCOMPARE(evaluation.predictions.confusion.size(), std::size_t{2});
}

/// Also at an epoch's end, with prefetching; and looking at it changes nothing.
void TrainerTest::restoredStatesKnowTheirLastBatch() {
    const Experiment experiment = sampleExperiment("cnn");
    Trainer trainer(experiment, sampleData("cnn"), {.threads = 1});
    QVERIFY(trainer.lastSamples().empty());
    while (trainer.epochsDone() < 2) {
        advance(trainer);
        Trainer restored(experiment, sampleData("cnn"), {.threads = 1});
        restored.restore(trainer.state());
        QCOMPARE(restored.lastSamples(), trainer.lastSamples());
        const std::span<const float> then = trainer.lastInputs().values(),
                                     now = restored.lastInputs().values();
        QVERIFY(std::equal(then.begin(), then.end(), now.begin(), now.end()));
        Trainer next(experiment, sampleData("cnn"), {.threads = 1});
        next.restore(trainer.state());
        advance(next);
        advance(restored);
        QCOMPARE(stateHash(restored.state()), stateHash(next.state()));
    }
}

void TrainerTest::refusesWrongLabelsWithoutClasses() {
    const DataSplit values = dataOf({2}, 0, {2, 1, 1, 2, 3, 0}, {0.5F, 1, 2});
    Experiment experiment =
        parseExperiment(R"({"neurarium":1,"data":{"source":"tensors","path":"x","mislabel":{"fraction":0.5}},
        "network":[{"type":"linear","out_features":1}],"training":{"loss":"mse","optimizer":"sgd"}})");
    try {
        Trainer(experiment, values, {.threads = 1});
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.problem().where, std::string("data.mislabel"));
    }
    QVERIFY(checkRecipe(experiment, values.training->description()).problem.has_value());
    experiment.mislabel = {};
    QVERIFY(!checkRecipe(experiment, values.training->description()).problem);
    Trainer trainer(experiment, values, {.threads = 1});
    const LiveSettings before = trainer.settings();
    LiveSettings settings = before;
    settings.learningRate = 1;
    settings.wrongLabels = 0.5;
    QVERIFY_EXCEPTION_THROWN(trainer.change(settings), Error);
    QVERIFY(trainer.settings() == before);
    TrainingState state = trainer.state();
    state.metadata["live/wrong_labels"] = "0.5";
    QVERIFY_EXCEPTION_THROWN(trainer.restore(state), Error);
    settings.wrongLabels = 0.0;
    trainer.change(settings);
}

/// The network says what is right; only the labels to learn from are wrong.
void TrainerTest::validationLabelsStayRight() {
    Trainer trainer(comparison(1e-6, 7), points(), {.threads = 1});
    trainer.loadWeights(identity());
    LiveSettings settings = trainer.settings();
    settings.wrongLabels = 1;
    trainer.change(settings);
    QVERIFY(trainer.step().epochFinished);
    const EpochReport report = trainer.finishEpoch();
    QCOMPARE(*report.trainAccuracy, 2.0 / 7);
    QCOMPARE(*report.validationAccuracy, 5.0 / 7);
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
