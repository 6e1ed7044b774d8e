// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/database.h"
#include "session/branch_recipe.h"
#include "session/replay.h"
#include "session/run_repair.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Twins whose layers have other options: each branch remembers its own recipe, and is exact with it.
class LayerTwinTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void oneOptionOfOneLayer();
    void anotherTypeWithoutWeights();
    void momentumMovesOnlyTheValidation();
    void goesOnWithItsOwnRecipe();
    void everyStepOfItCanBeGoneTo();
    void isProvedAndCompared();
    void begunAgainFromADamagedFork();
    void weightsAreTakenWithTheRecipe();
    void repairKnowsItsCheckpoints();
    void refusesOtherThings_data();
    void refusesOtherThings();
    void refusesARateThatTheKnobSets();

private:
    void train(const std::string& name);
    /// Runs a twin from the first checkpoint with these layers.
    void twin(const std::vector<LayerRecipe>& layers, qint64 steps);
    ReplayResult replayed();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<SignalLog> m_log;
    Experiment m_experiment;
};

namespace {

constexpr std::int64_t kStepsPerEpoch = 10;

} // namespace

void LayerTwinTest::init() {
    m_log.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<TrainingSession>(sampleSource());
    m_log = std::make_unique<SignalLog>(*m_session);
}

void LayerTwinTest::train(const std::string& name) {
    m_experiment = sampleExperiment(name);
    m_experiment.epochs = 3;
    m_experiment.checkpointEvery = 1;
    m_session->create(m_experiment, m_folder->filePath("run"));
    m_session->start();
    QVERIFY(m_log->waitForEnd());
}

void LayerTwinTest::twin(const std::vector<LayerRecipe>& layers, qint64 steps) {
    m_session->runTwin(m_log->checkpoints[0].id, layers, steps);
    QVERIFY(m_log->waitFor("twin", m_log->count("twin") + 1));
}

ReplayResult LayerTwinTest::replayed() {
    m_session.reset();
    const auto store = RunStore::open(m_folder->filePath("run").toStdString(), RunStore::Access::ReadOnly);
    return replayRun(*store, sampleData(m_experiment));
}

void LayerTwinTest::oneOptionOfOneLayer() {
    train("mlp");
    const std::vector<StepReport> before = m_log->steps;
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[2].options["rate"] = 0.6;
    twin(layers, 2 * kStepsPerEpoch);
    const TwinReport& report = *m_log->twin;
    QCOMPARE(report.change, (Change{ChangeKind::Layer, "network[2].rate", "0.2", "0.6"}));
    for (const TwinStep& step : report.steps)
        QCOMPARE(step.same, before[static_cast<std::size_t>(step.step - 1)].loss);
    QVERIFY(report.steps[0].difference() != 0);
    const Timeline& timeline = *m_log->timeline;
    QCOMPARE(timeline.branches.size(), std::size_t(3));
    QVERIFY(timeline.branches[1].experiment.empty());
    QVERIFY(parseExperiment(timeline.branches[2].experiment).network == layers);
    QCOMPARE(timeline.marks.back().changes, std::vector<Change>{report.change});
    QCOMPARE(m_log->count("networkChanged"), 0); // what is stood on stays
    QVERIFY(replayed().equal());
}

void LayerTwinTest::anotherTypeWithoutWeights() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"leaky_relu", "", {{"slope", 0.2}}, {}, {}};
    twin(layers, kStepsPerEpoch);
    QCOMPARE(m_log->twin->change, (Change{ChangeKind::Layer, "network[1]", "relu", "leaky_relu slope=0.2"}));
    QVERIFY(m_log->twin->steps[0].difference() != 0);
    QVERIFY(replayed().equal());
}

/// Running statistics are used by the validation alone.
void LayerTwinTest::momentumMovesOnlyTheValidation() {
    train("cnn");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1].options["momentum"] = 0.9;
    twin(layers, kStepsPerEpoch);
    for (const TwinStep& step : m_log->twin->steps)
        QCOMPARE(step.difference(), 0.0F);
    QVERIFY(m_log->twin->otherEpochs[0].validationLoss != m_log->twin->sameEpochs[0].validationLoss);
    QVERIFY(replayed().equal());
}

/// The same states as a trainer that has had the other recipe from the fork on.
void LayerTwinTest::goesOnWithItsOwnRecipe() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"leaky_relu", "", {{"slope", 0.2}}, {}, {}};
    twin(layers, kStepsPerEpoch);
    const BranchId branch = m_log->twin->other;
    const CheckpointInfo end = m_log->checkpoints.back();
    m_session->goBackTo(end.id);
    QVERIFY(m_log->waitFor("wentBack"));
    QVERIFY(m_log->waitFor("networkChanged"));
    m_session->start(); // the third epoch
    QVERIFY(m_log->waitForEnd());
    const CheckpointInfo last = m_log->checkpoints.back();
    QCOMPARE(last.branch, branch);
    QCOMPARE(last.step, 3 * kStepsPerEpoch);

    m_session->goBackTo(end.id); // training on from there grows a branch with the same recipe
    QVERIFY(m_log->waitFor("wentBack", 2));
    m_session->start();
    QVERIFY(m_log->waitForEnd());
    QCOMPARE(m_log->checkpoints.back().sha256, last.sha256);
    QVERIFY(m_log->checkpoints.back().branch != branch);
    QCOMPARE(m_log->timeline->branches.back().experiment, m_log->timeline->branches[2].experiment);
    m_session->goBackTo(m_log->checkpoints[0].id);
    QVERIFY(m_log->waitFor("networkChanged", 2));

    Experiment other = m_experiment;
    other.network = layers;
    Trainer trainer(other, sampleData(other), {1, false});
    m_session->stop();
    m_session.reset();
    const auto store = RunStore::open(m_folder->filePath("run").toStdString(), RunStore::Access::ReadOnly);
    trainer.restore(asStateOf(store->load(m_log->checkpoints[0].id), other));
    while (trainer.stepsDone() < 3 * kStepsPerEpoch)
        if (trainer.step().epochFinished)
            trainer.finishEpoch();
    QCOMPARE(stateHash(trainer.state()), last.sha256);
    QVERIFY(replayRun(*store, sampleData(m_experiment)).equal());
}

void LayerTwinTest::everyStepOfItCanBeGoneTo() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[2].options["rate"] = 0.6;
    twin(layers, 2 * kStepsPerEpoch);
    const BranchId branch = m_log->twin->other;
    m_session->goToStep(branch, 2 * kStepsPerEpoch - 3);
    QVERIFY(m_log->waitFor("wentToStep", 1));
    QCOMPARE(m_log->places[0].branch, branch);
    m_session->saveCheckpoint("in between");
    m_session->start();
    QVERIFY(m_log->waitForEnd());
    QCOMPARE(m_log->timeline->branches.back().experiment, m_log->timeline->branches[2].experiment);
    // Where it left, the state is that of the branch it left from.
    m_session->goToStep(branch, kStepsPerEpoch);
    QVERIFY(m_log->waitFor("wentToStep", 2));
    QCOMPARE(m_log->places[1].branch, BranchId{1});
    QCOMPARE(m_log->places[1].checkpoint, m_log->checkpoints[0].id);
    QVERIFY(m_log->waitFor("networkChanged", 2));
    QVERIFY(replayed().equal());
}

void LayerTwinTest::isProvedAndCompared() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"tanh", "", {}, {}, {}};
    twin(layers, 2 * kStepsPerEpoch);
    const CheckpointInfo end = m_log->checkpoints.back();
    m_session->prove(end.id);
    QVERIFY(m_log->waitFor("proved"));
    QVERIFY(m_log->proof.equal);
    QCOMPARE(m_log->proof.to.id, end.id);
    QCOMPARE(m_log->proof.steps, 2 * kStepsPerEpoch);
    m_session->compare(m_log->checkpoints[0].id, end.id);
    QVERIFY(m_log->waitFor("compared"));
    QCOMPARE(m_log->comparison->after.id, end.id);
    QVERIFY(m_log->comparison->samples > 0);
}

void LayerTwinTest::begunAgainFromADamagedFork() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"tanh", "", {}, {}, {}};
    twin(layers, kStepsPerEpoch);
    m_session->stop();
    m_session.reset();
    const std::string file = m_folder->filePath("run").toStdString() + "/" + m_log->checkpoints[0].path;
    std::ofstream(file, std::ios::app | std::ios::binary) << "more";
    const ReplayResult result = replayed();
    QVERIFY(result.equal());
    QCOMPARE(result.checkpoints.size(), std::size_t(4)); // all but the damaged one
}

void LayerTwinTest::weightsAreTakenWithTheRecipe() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"tanh", "", {}, {}, {}};
    twin(layers, kStepsPerEpoch);
    m_session->takeWeightsOf(m_log->checkpoints.back().id);
    m_session->start();
    QVERIFY(m_log->waitForEnd());
    QVERIFY(m_log->timeline->branches.back().weightsOnly);
    QCOMPARE(m_log->timeline->branches.back().experiment, m_log->timeline->branches[2].experiment);
    QVERIFY(replayed().equal());
}

void LayerTwinTest::repairKnowsItsCheckpoints() {
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[1] = {"tanh", "", {}, {}, {}};
    twin(layers, kStepsPerEpoch);
    m_session->stop();
    m_session.reset();
    const std::filesystem::path run = m_folder->filePath("run").toStdString();
    const Timeline before = RunStore::open(run, RunStore::Access::ReadOnly)->timeline();
    Database(run / "run.sqlite", Database::Mode::ReadWrite)
        .run("UPDATE steps SET losses = x'00' WHERE branch = 2");
    const RepairReport report = repairRun(run);
    QVERIFY(report.rebuilt && report.setAside.empty() && report.unlisted.empty());
    const Timeline after = RunStore::open(run, RunStore::Access::ReadOnly)->timeline();
    QVERIFY(after.checkpoints == before.checkpoints);
    QCOMPARE(after.branches[2].experiment, before.branches[2].experiment);
    QVERIFY(replayed().equal());
}

void LayerTwinTest::refusesOtherThings_data() {
    using Layers = std::vector<LayerRecipe>;
    QTest::addColumn<QString>("place");
    QTest::addColumn<std::function<void(Layers&)>>("change");
    const auto row = [](const char* name, const char* place, const std::function<void(Layers&)>& change) {
        QTest::newRow(name) << QString(place) << change;
    };
    row("nothing", "network", [](Layers&) {});
    row("a default written out", "network", [](Layers& l) { l[3].options["bias"] = true; });
    row("two layers", "network[4]", [](Layers& l) {
        l[1].type = "tanh";
        l[4].type = "tanh";
    });
    row("one layer more", "network[6]", [](Layers& l) { l.push_back({"relu", "", {}, {}, {}}); });
    row("one layer less", "network[5]", [](Layers& l) { l.pop_back(); });
    row("another name", "network[0]", [](Layers& l) { l[0].name = "first"; });
    row("another shape", "network[0].out_features",
        [](Layers& l) { l[0].options["out_features"] = std::int64_t{13}; });
    row("no bias", "network[3].bias", [](Layers& l) { l[3].options["bias"] = false; });
    row("a layer with weights", "network[1]", [](Layers& l) { l[1].type = "layer_norm"; });
    row("an impossible rate", "network[2].rate", [](Layers& l) { l[2].options["rate"] = 7.0; });
}

void LayerTwinTest::refusesOtherThings() {
    using Change = std::function<void(std::vector<LayerRecipe>&)>;
    QFETCH(QString, place);
    QFETCH(Change, change);
    train("mlp");
    std::vector<LayerRecipe> layers = m_experiment.network;
    change(layers);
    m_session->runTwin(m_log->checkpoints[0].id, layers, 5);
    QVERIFY(m_log->waitFor("warned"));
    QCOMPARE(m_log->warnings[0].kind, ProblemKind::Refused);
    QCOMPARE(QString::fromStdString(m_log->warnings[0].where), place);
    QCOMPARE(m_log->timeline->branches.size(), std::size_t(1));
}

void LayerTwinTest::refusesARateThatTheKnobSets() {
    m_experiment = sampleExperiment("mlp");
    m_session->create(m_experiment, m_folder->filePath("run"));
    m_session->step();
    QVERIFY(m_log->waitFor("paused"));
    LiveSettings settings = m_log->settings;
    settings.dropout = 0.4;
    m_session->change(settings);
    m_session->step();
    m_session->saveCheckpoint("with the knob");
    QVERIFY(m_log->waitFor("checkpoint", 2));
    std::vector<LayerRecipe> layers = m_experiment.network;
    layers[2].options["rate"] = 0.6;
    m_session->runTwin(m_log->checkpoints[1].id, layers, 5);
    QVERIFY(m_log->waitFor("warned"));
    QCOMPARE(m_log->warnings[0].where, std::string("network[2].rate"));
    m_session->runTwin(m_log->checkpoints[0].id, layers, 5); // before the knob was moved
    QVERIFY(m_log->waitFor("twin"));
}

QTEST_GUILESS_MAIN(LayerTwinTest)
#include "layer_twin_test.moc"
