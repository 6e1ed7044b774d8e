// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/wrong_labels.h"

#include <set>

#include <QTest>

#include "data/data_loader.h"
#include "numbered_dataset.h"
#include "report/error.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kSamples = 4000, kClasses = 5;

/// The label of each sample.
std::vector<std::int64_t> labels(const WrongLabels& wrong, std::int64_t epoch) {
    std::vector<std::int64_t> all;
    for (std::int64_t i = 0; i < kSamples; ++i)
        all.push_back(wrong.label(epoch, i, i % kClasses));
    return all;
}

std::int64_t countWrong(const std::vector<std::int64_t>& labels) {
    std::int64_t wrong = 0;
    for (std::int64_t i = 0; i < kSamples; ++i)
        wrong += labels[static_cast<std::size_t>(i)] != i % kClasses ? 1 : 0;
    return wrong;
}

WrongLabels wrongLabels(double fraction, std::uint64_t seed = 7) {
    return {{fraction, 1}, seed, kClasses};
}

/// The targets of a whole epoch by the numbers of their samples.
std::vector<float> epochOf(DataLoader& loader, std::int64_t epoch) {
    std::vector<float> targets(kSamples);
    for (std::int64_t i = 0; i < loader.batches(); ++i) {
        const Batch& batch = loader.batch(epoch, i);
        for (std::int64_t k = 0; k < batch.size(); ++k)
            targets[static_cast<std::size_t>(batch.samples[static_cast<std::size_t>(k)])] = batch.targets[k];
    }
    return targets;
}

} // namespace

/// Labels that are wrong on purpose.
class TestWrongLabels : public QObject {
    Q_OBJECT
private slots:
    void asManyAsAsked_data();
    void asManyAsAsked();
    void neverTheRightClass();
    void allOtherClassesComeUp();
    void areTheSameInEveryEpoch();
    void dependOnTheSeed();
    void growingKeepsThoseThatAreWrong();
    void beginAtTheirEpoch();
    void onlyWhereThereAreClasses();
    void batchesHaveThem_data();
    void batchesHaveThem();
    void theKnobActsOnTheNextBatch();
};

void TestWrongLabels::asManyAsAsked_data() {
    QTest::addColumn<double>("fraction");
    for (const double fraction : {0.0, 0.01, 0.25, 0.5, 0.9, 1.0})
        QTest::addRow("%g", fraction) << fraction;
}

void TestWrongLabels::asManyAsAsked() {
    QFETCH(double, fraction);
    const double share = static_cast<double>(countWrong(labels(wrongLabels(fraction), 1))) / kSamples;
    QVERIFY2(qAbs(share - fraction) < 0.025, qPrintable(QString::number(share)));
    if (fraction == 0 || fraction == 1)
        QCOMPARE(share, fraction);
}

void TestWrongLabels::neverTheRightClass() {
    const WrongLabels wrong = wrongLabels(1);
    for (std::int64_t right = 0; right < kClasses; ++right)
        for (std::int64_t i = 0; i < 500; ++i) {
            const std::int64_t label = wrong.label(1, i, right);
            QVERIFY(label != right && label >= 0 && label < kClasses);
        }
    QCOMPARE(WrongLabels({1, 1}, 7, 2).label(1, 3, 1), 0);
    QCOMPARE(WrongLabels({1, 1}, 7, 2).label(1, 3, 0), 1);
}

void TestWrongLabels::allOtherClassesComeUp() {
    const WrongLabels wrong = wrongLabels(1);
    std::set<std::int64_t> seen;
    for (std::int64_t i = 0; i < 200; ++i)
        seen.insert(wrong.label(1, i, 2));
    QVERIFY(seen == (std::set<std::int64_t>{0, 1, 3, 4}));
}

void TestWrongLabels::areTheSameInEveryEpoch() {
    const WrongLabels wrong = wrongLabels(0.3);
    QCOMPARE(labels(wrong, 1), labels(wrong, 2));
    QCOMPARE(labels(wrong, 1), labels(wrong, 999));
}

void TestWrongLabels::dependOnTheSeed() {
    QVERIFY(labels(wrongLabels(0.3, 7), 1) != labels(wrongLabels(0.3, 8), 1));
}

void TestWrongLabels::growingKeepsThoseThatAreWrong() {
    const std::vector<std::int64_t> few = labels(wrongLabels(0.2), 1), more = labels(wrongLabels(0.6), 1);
    for (std::size_t i = 0; i < few.size(); ++i)
        if (few[i] != static_cast<std::int64_t>(i) % kClasses)
            QCOMPARE(more[i], few[i]);
}

void TestWrongLabels::beginAtTheirEpoch() {
    const WrongLabels wrong({0.5, 4}, 7, kClasses);
    QVERIFY(!wrong.any(3) && wrong.any(4));
    QCOMPARE(countWrong(labels(wrong, 3)), 0);
    QVERIFY(countWrong(labels(wrong, 4)) > 0);
}

void TestWrongLabels::onlyWhereThereAreClasses() {
    DatasetDescription data;
    const auto refuses = [&](double fraction) {
        try {
            checkMislabel(fraction, data, "the place");
            return false;
        } catch (const Error& error) {
            return error.kind() == ProblemKind::Refused && error.problem().where == "the place";
        }
    };
    data.classes = 2;
    QVERIFY(!refuses(0) && !refuses(1) && refuses(-0.1) && refuses(1.1) && refuses(std::nan("")));
    data.classes = 1;
    QVERIFY(!refuses(0) && refuses(0.1));
    data = {};
    data.targetKind = TargetKind::Values;
    QVERIFY(refuses(0.1));
    data.targetKind = TargetKind::Tokens;
    data.classes = 9;
    QVERIFY(refuses(0.1));
}

void TestWrongLabels::batchesHaveThem_data() {
    QTest::addColumn<bool>("prefetch");
    QTest::newRow("when asked for") << false;
    QTest::newRow("ahead") << true;
}

void TestWrongLabels::batchesHaveThem() {
    QFETCH(bool, prefetch);
    const auto dataset = std::make_shared<NumberedDataset>(kSamples, smallPictures(kClasses));
    LoaderOptions options;
    options.batchSize = 64;
    options.seed = 7;
    options.prefetch = prefetch;
    options.mislabel = {0.3, 2};
    DataLoader loader(dataset, options);
    const std::vector<float> before = epochOf(loader, 1), after = epochOf(loader, 2);
    const std::vector<std::int64_t> expected = labels(wrongLabels(0.3), 1);
    for (std::size_t i = 0; i < kSamples; ++i) {
        QCOMPARE(static_cast<std::int64_t>(before[i]), static_cast<std::int64_t>(i) % kClasses);
        QCOMPARE(static_cast<std::int64_t>(after[i]), expected[i]);
    }
    // Pictures and their order are those of a loader without wrong labels.
    options.mislabel = {};
    DataLoader plain(dataset, options);
    QCOMPARE(plain.batch(2, 5).samples, loader.batch(2, 5).samples);
    const std::span<const float> alone = plain.batch(2, 5).inputs.values();
    const std::span<const float> beside = loader.batch(2, 5).inputs.values();
    QVERIFY(std::equal(alone.begin(), alone.end(), beside.begin(), beside.end()));
}

/// Batches that were made ahead are made again.
void TestWrongLabels::theKnobActsOnTheNextBatch() {
    const auto dataset = std::make_shared<NumberedDataset>(kSamples, smallPictures(kClasses));
    LoaderOptions options;
    options.batchSize = 500;
    DataLoader loader(dataset, options);
    loader.batch(1, 0);
    loader.setMislabel({1, 1});
    const Batch& next = loader.batch(1, 1);
    for (std::int64_t i = 0; i < next.size(); ++i)
        QVERIFY(static_cast<std::int64_t>(next.targets[i]) !=
                next.samples[static_cast<std::size_t>(i)] % kClasses);
    loader.setMislabel({0, 1});
    const Batch& right = loader.batch(1, 2);
    for (std::int64_t i = 0; i < right.size(); ++i)
        QCOMPARE(static_cast<std::int64_t>(right.targets[i]),
                 right.samples[static_cast<std::size_t>(i)] % kClasses);
}

QTEST_GUILESS_MAIN(TestWrongLabels)
#include "test_wrong_labels.moc"
