// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <atomic>
#include <limits>
#include <span>

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
    void isSeenWithinOneStep_data();
    void isSeenWithinOneStep();
    void isSeenInEachLayer_data();
    void isSeenInEachLayer();

private:
    void goBackAndHalve(TrainingSession& session, SignalLog& log, CheckpointId good);
    void verifyNoBadCheckpoint(const QString& run);

    QTemporaryDir m_folder;
};

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr std::array kBad{kNaN, kInfinity, -kInfinity};
constexpr std::int64_t kSamples = 80;

/// A dataset that gives one bad sample: after `left` more readings once it is set; never while it is
/// negative.
class SpoiltOnce : public Dataset {
public:
    using Left = std::atomic<std::int64_t>;
    SpoiltOnce(std::shared_ptr<const Dataset> whole, std::shared_ptr<Left> left, float bad)
        : m_whole(std::move(whole))
        , m_left(std::move(left))
        , m_bad(bad) {}

    const DatasetDescription& description() const override { return m_whole->description(); }
    std::int64_t size() const override { return m_whole->size(); }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override {
        m_whole->sample(index, input, target);
        if (*m_left >= 0 && (*m_left)-- == 0)
            input[0] = m_bad;
    }

private:
    std::shared_ptr<const Dataset> m_whole;
    std::shared_ptr<Left> m_left;
    float m_bad;
};

/// Adds a checkpoint to a run: the one named, with a bad number in one of its weights or statistics.
CheckpointId plant(const QString& run, CheckpointId good, int number) {
    const auto store = RunStore::open(run.toStdString(), RunStore::Access::ReadWrite);
    TrainingState state = store->load(good);
    std::vector<std::string> names;
    for (const auto& [name, tensor] : state.tensors)
        if (!name.starts_with("state/") && tensor.type == ElementType::F32)
            names.push_back(name);
    const RandomStream random(12, RandomPurpose::Generator);
    const auto draw = static_cast<std::uint64_t>(number);
    StoredTensor& tensor = state.tensors[names[random.below(draw, 0, names.size())]];
    std::vector<float> numbers = tensor.floats();
    numbers[random.below(draw, 1, numbers.size())] = kBad.at(draw % kBad.size());
    tensor = StoredTensor::fromFloats(tensor.shape, numbers.data());
    const CheckpointInfo info = *store->checkpoint(good);
    return store
        ->addCheckpoint({info.branch, CheckpointOrigin::Person, "bad", info.epoch, info.step, {}, {}}, state)
        .id;
}

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
    data.training = make(kSamples);
    data.validation = make(20);
    data.hash = std::string(64, 'a');
    return data;
}

DataSource valuesSource() {
    return [](const Experiment&, const std::function<bool(const ImportProgress&)>&) { return valuesData(); };
}

} // namespace

/// Going back and halving the rate, once or as often as it takes: what people are told to do.
void DivergenceTest::goBackAndHalve(TrainingSession& session, SignalLog& log, CheckpointId good) {
    constexpr int kMostHalvings = 30;
    for (int halvings = 1; halvings <= kMostHalvings; ++halvings) {
        session.goBackTo(good);
        QVERIFY(log.waitFor("wentBack", halvings));
        LiveSettings settings = log.settings;
        settings.learningRate = log.divergence.learningRate / 2;
        session.change(settings);
        session.start();
        while (log.count("finished") + log.count("failed") == 0 && log.count("diverged") == halvings)
            QTest::qWait(1);
        if (log.count("finished") == 1)
            break;
    }
    QCOMPARE(log.outcome.reason, FinishReason::Completed);
}

void DivergenceTest::verifyNoBadCheckpoint(const QString& run) {
    const auto store = RunStore::open(run.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(!store->timeline().checkpoints.empty());
    for (const CheckpointInfo& checkpoint : store->timeline().checkpoints)
        QVERIFY(isFinite(store->load(checkpoint.id)));
}

void DivergenceTest::isCaughtAndLeft_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= soak(15); ++seed)
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
    goBackAndHalve(session, log, log.divergence.lastGood);
    verifyNoBadCheckpoint(where);
}

void DivergenceTest::isSeenWithinOneStep_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<float>("bad");
    for (int number = 0; number < soak(15); ++number)
        QTest::addRow("%d", number) << number << kBad.at(static_cast<std::size_t>(number) % kBad.size());
}

void DivergenceTest::isSeenWithinOneStep() {
    QFETCH(int, number);
    QFETCH(float, bad);
    const RandomStream random(11, RandomPurpose::Generator);
    const auto draw = static_cast<std::uint64_t>(number);
    const auto steps =
        1 + static_cast<int>(random.below(draw, 0, 12)); // none: the points are being read still
    const QString where = m_folder.filePath(QString("spoilt %1.neurarium").arg(number));
    const auto left = std::make_shared<SpoiltOnce::Left>(-1);
    const auto source = [=](const Experiment&, const std::function<bool(const ImportProgress&)>&) {
        DataSplit data = valuesData();
        data.training = std::make_shared<SpoiltOnce>(data.training, left, bad);
        return data;
    };
    Experiment experiment = explosive(1);
    experiment.checkpointEvery = 1;
    SessionOptions options;
    options.trainer.prefetch = false;
    TrainingSession session(source);
    SignalLog log(session);
    session.create(experiment, where, options);
    QVERIFY(log.waitFor("started"));
    for (int i = 0; i < steps; ++i)
        session.step();
    QVERIFY(log.waitFor("paused", steps));
    *left =
        static_cast<std::int64_t>(random.below(draw, 1, static_cast<std::uint64_t>(experiment.batchSize)));
    session.start();
    QVERIFY(log.waitFor("diverged"));
    QCOMPARE(log.divergence.step, steps + 1);
    QCOMPARE(log.names.last(), QString("diverged"));
    QCOMPARE(log.marks.back().changes.front().kind, ChangeKind::Divergence);
    goBackAndHalve(session, log, log.divergence.lastGood);
    verifyNoBadCheckpoint(where);
}

void DivergenceTest::isSeenInEachLayer_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    for (const std::string& name : sampleExperiments())
        for (int number = 0; number < soak(5); ++number)
            QTest::addRow("%s %d", name.c_str(), number) << QString::fromStdString(name) << number;
}

/// A number of the weights or statistics goes bad after some steps, as a fault of the memory would have it.
void DivergenceTest::isSeenInEachLayer() {
    QFETCH(QString, name);
    QFETCH(int, number);
    const QString where = m_folder.filePath(QString("%1 %2.neurarium").arg(name).arg(number));
    Outcome before;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        SessionOptions options;
        options.steps = 2 + number;
        Experiment experiment = sampleExperiment(name.toStdString());
        experiment.epochs = 4;
        session.create(experiment, where, options);
        session.start();
        QVERIFY(log.waitForEnd());
        before = log.outcome;
    }
    const CheckpointId planted = plant(where, before.last, number);
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.open(where, QString::number(planted.value));
    session.start();
    QVERIFY(log.waitFor("diverged"));
    QCOMPARE(log.divergence.step, before.step + 1);
    QCOMPARE(log.names.last(), QString("diverged"));
    QCOMPARE(log.marks.back().changes.front().kind, ChangeKind::Divergence);
    QVERIFY(log.steps.empty());
    QVERIFY(log.divergence.lastGood && log.divergence.lastGood != planted);
    goBackAndHalve(session, log, before.last);
}

QTEST_GUILESS_MAIN(DivergenceTest)
#include "divergence_test.moc"
