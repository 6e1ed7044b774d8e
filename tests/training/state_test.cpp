// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in a training state counts: each entry and each tensor is left out and altered in turn. Either
// the state is refused, and nothing changes then, or training goes another way.
#include <QtTest>

#include <clocale>
#include <cstring>
#include <functional>

#include "checkpoint/safetensors.h"
#include "report/error.h"
#include "training_samples.h"

using namespace neurarium;

namespace {

constexpr int kSavedAfter = 7, kStepsAfter = 14;

/// A network with every kind of tensor and entry: momentum, batch norm, dropout, augmentation, plateau.
Experiment everything() {
    Experiment experiment = sampleExperiment("cnn");
    experiment.optimizer = {"sgd", {{"lr", 0.05}, {"momentum", 0.9}}};
    experiment.schedule = {"plateau", {{"patience", std::int64_t{2}}, {"factor", 0.5}}};
    experiment.patience = 3;
    return experiment;
}

std::unique_ptr<Trainer> trainerOf(const Experiment& experiment) {
    return std::make_unique<Trainer>(experiment, sampleData("cnn"), TrainerOptions{.threads = 1});
}

/// A state in the middle of the second epoch with nothing left at its default.
TrainingState savedState() {
    const auto trainer = trainerOf(everything());
    for (int i = 0; i < kSavedAfter; ++i) {
        LiveSettings settings = trainer->settings();
        settings.dropout = 0.25;
        settings.batchSize = 11;
        settings.wrongLabels = 0.3;
        trainer->change(settings);
        advance(*trainer);
    }
    TrainingState state = trainer->state();
    state.metadata["frozen"] = "0.weight 9.bias";
    return state;
}

/// Tensors alone: what a person would call another network.
std::string weightsHash(const TrainingState& state) {
    TrainingState weights = state;
    weights.metadata.clear();
    return stateHash(weights);
}

std::string weightsAfter(Trainer& trainer) {
    for (int i = 0; i < kStepsAfter; ++i)
        advance(trainer);
    return weightsHash(trainer.state());
}

/// Another value of the same kind.
std::string altered(const std::string& key, const std::string& value) {
    if (value == "true" || value == "false")
        return value == "true" ? "false" : "true";
    if (key == "frozen")
        return "0.weight";
    bool number = false;
    const double old = QString::fromStdString(value).toDouble(&number);
    if (!number || key.ends_with("hash"))
        return value + "0";
    return value.find_first_of(".eE") == std::string::npos
               ? std::to_string(std::stoll(value) + 1)
               : QString::number(old * 0.75, 'g', 17).toStdString();
}

/// Entries that are remembered but do not move the weights, and why.
bool isNeutral(const std::string& key) {
    return key.starts_with("epoch_sums/")  // the epoch's report only
           || key.starts_with("best/")     // early stopping and the mark of the best epoch only
           || key.starts_with("plateau/"); // speaks at an epoch's end; `lowered` is tested on its own
}

/// Entries that old states do not have: training goes another way without them.
bool mayBeMissing(const std::string& key) {
    return key == "live/wrong_labels";
}

/// The same numbers in another type.
StoredTensor inDoublePrecision(const StoredTensor& tensor) {
    const std::vector<float> floats = tensor.floats();
    const std::vector<double> numbers(floats.begin(), floats.end());
    StoredTensor converted{ElementType::F64, tensor.shape, {}};
    converted.bytes.resize(numbers.size() * sizeof(double));
    std::memcpy(converted.bytes.data(), numbers.data(), converted.bytes.size());
    return converted;
}

/// Restores a state into the trainer; false when it is refused, which must leave the trainer as it was.
bool accepts(Trainer& trainer, const TrainingState& state) {
    const std::string before = stateHash(trainer.state());
    try {
        trainer.restore(state);
        return true;
    } catch (const Error& error) {
        if (error.kind() != ProblemKind::Refused || stateHash(trainer.state()) != before)
            throw std::logic_error("a refused state must change nothing");
        return false;
    }
}

} // namespace

class StateTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyEntryCounts_data();
    void everyEntryCounts();
    void everyTensorCounts_data();
    void everyTensorCounts();
    void loweredRatesAreRemembered();
    void impossibleEntriesAreRefused_data();
    void impossibleEntriesAreRefused();
    void otherExperimentsAreRefused_data();
    void otherExperimentsAreRefused();
    void weightsAloneCanBeTaken();
    void doesNotDependOnTheLocale();

private:
    TrainingState m_state;
    std::string m_hash, m_weightsAfter;
    std::unique_ptr<Trainer> m_trainer;
};

void StateTest::initTestCase() {
    m_state = savedState();
    m_hash = stateHash(m_state);
    m_trainer = trainerOf(everything());
    m_trainer->restore(m_state);
    QCOMPARE(stateHash(m_trainer->state()), m_hash);
    QVERIFY(m_trainer->stepInEpoch() > 0);
    m_weightsAfter = weightsAfter(*m_trainer);
    m_trainer->restore(m_state);
    QCOMPARE(weightsAfter(*m_trainer), m_weightsAfter);
}

void StateTest::everyEntryCounts_data() {
    QTest::addColumn<QString>("key");
    for (const auto& [key, value] : savedState().metadata)
        QTest::newRow(key.c_str()) << QString::fromStdString(key);
}

void StateTest::everyEntryCounts() {
    QFETCH(QString, key);
    const std::string name = key.toStdString();
    TrainingState changed = m_state;
    changed.metadata.erase(name);
    if (!mayBeMissing(name))
        QVERIFY2(!accepts(*m_trainer, changed), "an entry that is missing must be refused");
    else
        QVERIFY(accepts(*m_trainer, changed) && weightsAfter(*m_trainer) != m_weightsAfter);
    changed.metadata[name] = altered(name, m_state.metadata[name]);
    QVERIFY(changed.metadata[name] != m_state.metadata[name]);
    if (!accepts(*m_trainer, changed))
        return;
    QCOMPARE(stateHash(m_trainer->state()), stateHash(changed));
    QVERIFY2(isNeutral(name) || weightsAfter(*m_trainer) != m_weightsAfter, "it must move the weights");
}

void StateTest::everyTensorCounts_data() {
    QTest::addColumn<QString>("tensor");
    for (const auto& [name, tensor] : savedState().tensors)
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void StateTest::everyTensorCounts() {
    QFETCH(QString, tensor);
    const std::string name = tensor.toStdString();
    const StoredTensor original = m_state.tensors.at(name);
    const auto refused = [&](const std::function<void(TrainingState&)>& damage) {
        TrainingState changed = m_state;
        damage(changed);
        return !accepts(*m_trainer, changed);
    };
    QVERIFY2(refused([&](TrainingState& s) { s.tensors.erase(name); }), "missing");
    QVERIFY2(refused([&](TrainingState& s) {
                 s.tensors[name + "x"] = original;
                 s.tensors.erase(name);
             }),
             "renamed");
    QVERIFY2(refused([&](TrainingState& s) { s.tensors["extra"] = original; }), "extra");
    QVERIFY2(refused([&](TrainingState& s) { s.tensors[name].shape = original.shape.withBatch(1); }),
             "shape");
    QVERIFY2(refused([&](TrainingState& s) { s.tensors[name].type = ElementType::I8; }), "type");
    QVERIFY2(refused([&](TrainingState& s) { s.tensors[name] = inDoublePrecision(original); }), "other type");
    QVERIFY2(refused([&](TrainingState& s) { s.tensors[name].bytes.pop_back(); }), "cut");
    TrainingState changed = m_state;
    changed.tensors[name].bytes[original.bytes.size() > 8 ? 2 : 0] ^= 0x40U;
    QVERIFY(accepts(*m_trainer, changed));
    QCOMPARE(stateHash(m_trainer->state()), stateHash(changed));
    QVERIFY(weightsAfter(*m_trainer) != m_weightsAfter);
}

void StateTest::loweredRatesAreRemembered() {
    TrainingState changed = m_state;
    changed.metadata["plateau/lowered"] = std::to_string(std::stoi(m_state.metadata["plateau/lowered"]) + 1);
    m_trainer->restore(changed);
    const double rate = m_trainer->step().report.learningRate;
    m_trainer->restore(m_state);
    QCOMPARE(rate, m_trainer->step().report.learningRate / 2);
}

void StateTest::impossibleEntriesAreRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto rows = [](const char* key, const QStringList& values) {
        for (const QString& value : values)
            QTest::addRow("%s \"%s\"", key, qPrintable(value)) << QString(key) << value;
    };
    const QStringList noCount{"", "-1", "1.5", "1e3", "nan", "99999999999999999999", "7 ", "0x7", "7,5"};
    for (const char* key : {"epoch", "step", "step_in_epoch", "best/epoch", "best/step", "epoch_sums/samples",
                            "epoch_sums/right", "plateau/lowered", "live/augment/hole_count"})
        rows(key, noCount);
    rows("batch_size", {"0", "-3", "4000000000000"});
    rows("live/batch_size", {"0", "-3", "4000000000000"});
    rows("step_in_epoch", {"6", "1000"}); // the epoch has five steps
    rows("live/lr", {"", "-0.1", "nan", "inf", "fast", "0,05", "0x1p-3"});
    rows("live/dropout", {"", "-0.1", "1.1", "nan", "off"});
    rows("live/augment/shift", {"-1", "nan", "inf", "1e300"});
    rows("live/augment/hole_size", {"-1", "nan", "inf", "1e300"});
    rows("live/wrong_labels", {"", "-0.1", "1.1", "nan", "own"});
    rows("live/dropout_on", {"", "yes", "TRUE", "1"});
    rows("plateau/started", {"", "no"});
    rows("best/loss", {"", "low"});
    rows("frozen", {"1.wait", "0.weight,9.bias", "1.running_mean"});
    rows("neurarium", {"", "2", "1.0"});
    rows("seed", {"", "9", "08"});
    rows("arithmetic", {"", "fma-0", "nofma-baseline-0"});
}

void StateTest::impossibleEntriesAreRefused() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    m_trainer->restore(m_state);
    TrainingState changed = m_state;
    QVERIFY(changed.metadata.contains(key.toStdString()));
    changed.metadata[key.toStdString()] = value.toStdString();
    QVERIFY(!accepts(*m_trainer, changed));
}

void StateTest::otherExperimentsAreRefused_data() {
    QTest::addColumn<int>("change");
    for (int change = 0; change < 4; ++change)
        QTest::addRow("%d", change) << change;
}

void StateTest::otherExperimentsAreRefused() {
    QFETCH(int, change);
    Experiment experiment = everything();
    const bool refused[] = {false, true, true, true};
    if (change == 0) { // what a state does not depend on
        experiment.name = "another name";
        experiment.checkpointEvery = 3;
        experiment.patience.reset();
    } else if (change == 1) {
        experiment.seed = 1;
    } else if (change == 2) {
        experiment.network[2].type = "tanh";
    }
    DataSplit data = sampleData("cnn");
    if (change == 3)
        data.hash[0] = data.hash[0] == 'a' ? 'b' : 'a';
    Trainer trainer(experiment, data, {.threads = 1});
    QCOMPARE(!accepts(trainer, m_state), refused[change]);
}

void StateTest::weightsAloneCanBeTaken() {
    const auto trainer = trainerOf(everything());
    trainer->loadWeights(m_state);
    QCOMPARE(trainer->stepsDone(), std::int64_t{0});
    for (const auto& [name, tensor] : trainer->state().tensors)
        if (!name.starts_with("state/"))
            QCOMPARE(tensor, m_state.tensors.at(name));
        else
            QVERIFY(
                std::all_of(tensor.bytes.begin(), tensor.bytes.end(), [](auto byte) { return byte == 0; }));
    const std::string before = stateHash(trainer->state());
    TrainingState other = m_state;
    other.tensors.erase("0.weight");
    other.tensors["4.weight"].shape = {1, 2};
    other.tensors["new"] = m_state.tensors["4.weight"];
    try {
        trainer->loadWeights(other);
        QFAIL("was accepted");
    } catch (const Error& error) {
        const QString told = QString::fromStdString(error.problem().english());
        for (const char* name :
             {"0.weight (missing)", "4.weight (1×2 instead of ", "new (not in this network)"})
            QVERIFY2(told.contains(name), qPrintable(told));
    }
    QCOMPARE(stateHash(trainer->state()), before);
    TrainingState plain = m_state;
    plain.tensors.erase("1.num_batches_tracked"); // optional where another program made the weights
    trainer->loadWeights(plain);
}

void StateTest::doesNotDependOnTheLocale() {
    const char* comma = nullptr;
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"})
        comma = comma == nullptr ? std::setlocale(LC_NUMERIC, name) : comma;
    if (comma == nullptr)
        QSKIP("No locale with a decimal comma is installed.");
    m_trainer->restore(m_state);
    const std::string hash = stateHash(m_trainer->state());
    std::setlocale(LC_NUMERIC, "C");
    QCOMPARE(hash, m_hash);
}

QTEST_GUILESS_MAIN(StateTest)
#include "state_test.moc"
