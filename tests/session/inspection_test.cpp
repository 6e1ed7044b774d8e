// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "data/memory_dataset.h"
#include "session_samples.h"
#include "signal_log.h"
#include "tensor/random.h"
#include "tests/measuring.h"

using namespace neurarium;

/// Looking inside while training: attention, embeddings and their map, and what they show of other states.
class InspectionTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void showsWhatIsWanted();
    void showsOtherStates();
    void mapsStartFromTheLast();
    void anotherWishEndsTheMap();
    void saysWhyThereIsNothing();
    void showsWhatHeadsDo();
    void saysOnceWhyHeadsCannotBeTried();
    void showsPicturesOnceAnEpoch();
    void costsNothingUnseen();

private:
    QString folder() { return m_folder.filePath(QString::number(++m_number) + ".neurarium"); }

    QTemporaryDir m_folder;
    int m_number = 0;
};

namespace {

constexpr std::int64_t kTokens = 12, kVocabulary = 200;
constexpr std::int64_t kLargeVocabulary = 2000; // its maps take a second

/// Texts that count upwards with small leaps.
DataSplit words(std::int64_t vocabulary) {
    DatasetDescription data;
    data.inputShape = Shape{kTokens};
    data.targetKind = TargetKind::Tokens;
    data.targetSize = kTokens;
    data.classes = data.tokens = vocabulary;
    data.tokenInputs = true;
    const RandomStream random(5, RandomPurpose::Generator);
    Tensor inputs(Shape{64, kTokens}), targets(Shape{64, kTokens});
    std::uint64_t word = 0;
    for (std::int64_t i = 0; i < inputs.size(); ++i) {
        inputs[i] = static_cast<float>(word % static_cast<std::uint64_t>(vocabulary));
        word += 1 + random.below(0, static_cast<std::uint64_t>(i), 3);
        targets[i] = static_cast<float>(word % static_cast<std::uint64_t>(vocabulary));
    }
    DataSplit split;
    split.training = std::make_shared<MemoryDataset>(data, std::move(inputs), std::move(targets));
    split.validation = split.training;
    split.hash = datasetHash(*split.training, split.validation.get());
    return split;
}

Experiment transformer(const std::string& rate = "0.01") {
    return parseExperiment(R"({"neurarium":1,"name":"words","seed":3,"data":{"source":"tensors","path":"x"},
        "network":[{"type":"token_embedding","vocab":"tokens","dim":16},{"type":"position_embedding","length":12},
        {"type":"transformer_block","heads":2},{"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":)" +
                           rate + R"(},"batch_size":8,"epochs":100000}})");
}

DataSource source() {
    return [](const Experiment& experiment, const std::function<bool(const ImportProgress&)>&) {
        if (experiment.name == "words")
            return words(kVocabulary);
        return experiment.name == "many words" ? words(kLargeVocabulary) : sampleData(experiment);
    };
}

/// What a session showed.
struct Shown {
    explicit Shown(TrainingSession& session) {
        QObject::connect(&session, &TrainingSession::attentionReady, &session,
                         [this](RunId, const auto& shown) { attention.push_back(shown); });
        QObject::connect(&session, &TrainingSession::headEffectReady, &session,
                         [this](RunId, const auto& effect) { effects.push_back(effect); });
        QObject::connect(&session, &TrainingSession::embeddingsReady, &session,
                         [this](RunId, const auto& vectors) { embeddings.push_back(vectors); });
        QObject::connect(&session, &TrainingSession::projectionReady, &session,
                         [this](RunId, const auto& map) { maps.push_back(map); });
        QObject::connect(&session, &TrainingSession::inspectionRefused, &session,
                         [this](RunId, const Problem& problem) { refused.push_back(problem); });
    }
    std::int64_t finishedMaps() const {
        return std::ranges::count_if(maps, [](const auto& map) { return map->progress == 1; });
    }

    std::vector<std::shared_ptr<const AttentionMaps>> attention;
    std::vector<std::shared_ptr<const HeadEffect>> effects;
    std::vector<std::shared_ptr<const Embeddings>> embeddings;
    std::vector<std::shared_ptr<const Projection>> maps;
    std::vector<Problem> refused;
};

Wanted everything() {
    Wanted wanted;
    wanted.sentence = "3 4 5";
    wanted.embeddings = true;
    wanted.projection = ProjectionWish{.dimensions = 3};
    return wanted;
}

} // namespace

void InspectionTest::init() {
    QVERIFY(m_folder.isValid());
}

void InspectionTest::showsWhatIsWanted() {
    TrainingSession session(source());
    Shown shown(session);
    session.create(transformer(), folder());
    session.setWanted(everything());
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        shown.attention.size() > 3 && shown.embeddings.size() > 2 && shown.finishedMaps() > 2, 30000);
    const AttentionMaps& maps = *shown.attention.back();
    QCOMPARE(maps.text, "3 4 5");
    QCOMPARE(maps.heads.size(), std::size_t{2});
    QVERIFY(maps.step > shown.attention[1]->step);
    QVERIFY(shown.embeddings.back()->size() > kVocabulary / 2);
    QCOMPARE(shown.maps.back()->dimensions, 3);
    QVERIFY(shown.refused.empty());
    Wanted other = everything();
    other.headsOff = {{0, 1}};
    session.setWanted(other);
    QTRY_VERIFY(shown.attention.back()->heads[1].off);
}

void InspectionTest::showsOtherStates() {
    TrainingSession session(source());
    Shown shown(session);
    SignalLog log(session);
    session.setWanted(everything());
    session.create(transformer(), folder());
    QTRY_VERIFY(!shown.attention.empty());
    const auto start = shown.attention.front();
    QCOMPARE(start->step, 0);
    session.saveCheckpoint("start");
    session.stepEpoch();
    QTRY_VERIFY(shown.attention.back()->step == 8);
    QVERIFY(log.waitFor("checkpoint"));
    session.goBackTo(log.checkpoints.front().id);
    QTRY_VERIFY(shown.attention.back()->step == 0);
    QVERIFY(*shown.attention.back() == *start);
    session.goToStep(BranchId{1}, 5);
    QTRY_VERIFY(shown.attention.back()->step == 5);
    QTRY_VERIFY(!shown.embeddings.empty() && shown.embeddings.back()->step == 5);
    QTRY_VERIFY(!shown.maps.empty() && shown.maps.back()->step == 5 && shown.maps.back()->progress == 1);
}

void InspectionTest::mapsStartFromTheLast() {
    TrainingSession session(source());
    Shown shown(session);
    session.create(transformer("0.0001"), folder()); // nothing moves far in a step
    Wanted wanted;
    wanted.projection = ProjectionWish{.method = ProjectionMethod::TSne};
    session.setWanted(wanted);
    QTRY_VERIFY_WITH_TIMEOUT(shown.finishedMaps() > 0, 60000);
    session.step();
    const auto isNext = [](const auto& map) { return map->progress == 1 && map->step == 1; };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(shown.maps, isNext), 60000);
    const auto next = std::ranges::find_if(shown.maps, isNext);
    const auto last = std::find_if(std::make_reverse_iterator(next), shown.maps.rend(),
                                   [](const auto& map) { return map->progress == 1; });
    QVERIFY(last != shown.maps.rend());
    double moved = 0;
    for (std::size_t i = 0; i < (*last)->places.size(); ++i)
        moved = std::max<double>(moved, std::abs((*last)->places[i] - (*next)->places[i]));
    QVERIFY2(moved < 0.5, qPrintable(QString::number(moved)));
}

void InspectionTest::anotherWishEndsTheMap() {
    TrainingSession session(source());
    Shown shown(session);
    Experiment experiment = transformer();
    experiment.name = "many words";
    session.create(experiment, folder());
    Wanted wanted;
    wanted.projection = ProjectionWish{.method = ProjectionMethod::TSne};
    session.setWanted(wanted);
    QTRY_VERIFY(!shown.maps.empty());
    wanted.projection = ProjectionWish{};
    session.setWanted(wanted);
    QTRY_VERIFY(shown.finishedMaps() > 0 && shown.maps.back()->method == ProjectionMethod::Pca);
    for (const auto& map : shown.maps)
        QVERIFY(map->progress < 1 || map->method == ProjectionMethod::Pca);
}

void InspectionTest::saysWhyThereIsNothing() {
    TrainingSession session(source());
    Shown shown(session);
    session.create(transformer(), folder());
    Wanted wanted;
    wanted.sentence = "3 4 five";
    session.setWanted(wanted);
    session.start();
    QTRY_VERIFY(!shown.refused.empty());
    QTest::qWait(300);
    QCOMPARE(shown.refused.size(), std::size_t{1}); // once, not at every step
    wanted.sentence = "3 4";
    session.setWanted(wanted);
    QTRY_VERIFY(!shown.attention.empty());
}

void InspectionTest::showsWhatHeadsDo() {
    TrainingSession session(source());
    Shown shown(session);
    SignalLog log(session);
    session.create(transformer(), folder());
    Wanted wanted;
    wanted.sentence = "3 4 5";
    wanted.headEffect = true;
    session.setWanted(wanted); // all heads are on: there is nothing to tell
    QTRY_VERIFY(!shown.attention.empty());
    QVERIFY(shown.effects.empty());
    wanted.headsOff = {{0, 1}};
    session.setWanted(wanted);
    QTRY_COMPARE(shown.effects.size(), std::size_t{1});
    QCOMPARE(shown.effects[0]->off, wanted.headsOff);
    QCOMPARE(shown.effects[0]->sentences.size(), std::size_t{32});
    session.start();
    QTRY_VERIFY(shown.effects.size() > 2 && shown.effects.back()->step > 0); // as the network is by then
    session.pause();
    QVERIFY(log.waitFor("paused"));
    wanted.headEffect = false;
    session.setWanted(wanted);
    session.stepEpoch();
    QVERIFY(log.waitFor("paused", 2)); // what was on its way has come
    const std::size_t before = shown.effects.size();
    session.stepEpoch();
    QVERIFY(log.waitFor("paused", 3));
    QCOMPARE(shown.effects.size(), before);
    QVERIFY(shown.refused.empty());
}

void InspectionTest::saysOnceWhyHeadsCannotBeTried() {
    TrainingSession session([](const Experiment&, const std::function<bool(const ImportProgress&)>&) {
        DataSplit split = words(kVocabulary);
        split.validation = nullptr;
        split.hash = datasetHash(*split.training, nullptr);
        return split;
    });
    Shown shown(session);
    session.create(transformer(), folder());
    Wanted wanted;
    wanted.sentence = "3 4 5";
    wanted.headEffect = true;
    wanted.headsOff = {{0, 0}};
    session.setWanted(wanted);
    session.start();
    QTRY_VERIFY(!shown.refused.empty());
    QTest::qWait(1200);
    QCOMPARE(shown.refused.size(), std::size_t{1});
    QVERIFY(shown.effects.empty());
    QVERIFY(shown.attention.size() > 1); // goes on all the same
}

void InspectionTest::showsPicturesOnceAnEpoch() {
    TrainingSession session(source());
    Shown shown(session);
    session.create(sampleExperiment("cnn"), folder());
    Wanted wanted;
    wanted.projection = ProjectionWish{};
    session.setWanted(wanted);
    session.stepEpoch();
    QTRY_VERIFY(!shown.maps.empty() && shown.maps.back()->epoch == 1 && shown.finishedMaps() > 0);
    const Embeddings& embeddings = *shown.embeddings.back();
    QCOMPARE(embeddings.size(), 40);
    QCOMPARE(embeddings.pictures.size(), std::size_t{40});
    QCOMPARE(embeddings.pictures.front().width, 16);
    QCOMPARE(embeddings.groupNames, (std::vector<std::string>{"lying", "standing"}));
    QCOMPARE(embeddings.groups[3], 1);
}

void InspectionTest::costsNothingUnseen() {
    TrainingSession session(source());
    Shown shown(session);
    session.create(transformer(), folder());
    session.setWanted(everything());
    QTRY_VERIFY(shown.finishedMaps() > 0);
    session.setWanted({});
    session.stepEpoch();
    SignalLog log(session);
    QVERIFY(log.waitFor("epoch"));
    const std::size_t attention = shown.attention.size(), embeddings = shown.embeddings.size();
    session.stepEpoch();
    QVERIFY(log.waitFor("epoch", 2));
    QCOMPARE(shown.attention.size(), attention);
    QCOMPARE(shown.embeddings.size(), embeddings);
}

QTEST_GUILESS_MAIN(InspectionTest)
#include "inspection_test.moc"
