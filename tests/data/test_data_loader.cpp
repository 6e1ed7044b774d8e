// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>

#include "data/data_loader.h"
#include "data/memory_dataset.h"
#include "numbered_dataset.h"
#include "report/error.h"

using namespace neurarium;

namespace {

std::shared_ptr<NumberedDataset> pictures(std::int64_t samples) {
    return std::make_shared<NumberedDataset>(samples, smallPictures(3));
}

LoaderOptions options(bool prefetch) {
    LoaderOptions loader;
    loader.batchSize = 4;
    loader.seed = 11;
    loader.augment.flip = true;
    loader.augment.rotate = 20;
    loader.augment.brightness = 0.4;
    loader.prefetch = prefetch;
    return loader;
}

bool same(const Batch& one, const Batch& other) {
    return one.samples == other.samples && one.inputs.identical(other.inputs) &&
           one.targets.identical(other.targets);
}

} // namespace

class TestDataLoader : public QObject {
    Q_OBJECT

private slots:
    void orderIsAPermutation();
    void lastBatchIsSmaller();
    void withoutShufflingInOrder();
    void prefetchingChangesNothing();
    void anyBatchAtAnyTime();
    void augmentationTakesEffectAtTheNextBatch();
    void samplesInMemoryAreSteppedThroughAlike();
    void batchSizeTakesEffect();
    void onlyPicturesAreAugmented();
    void troubleArrivesWithItsBatch();
    void batchesAreMadeAhead();
    void countsWhatItsCallerWaits();
    void wrongRequests();
    void endsWhileWorking();
};

void TestDataLoader::orderIsAPermutation() {
    const DataLoader loader(pictures(101), options(false));
    std::vector<std::int64_t> first = loader.order(1);
    QVERIFY(first == loader.order(1));
    QVERIFY(first != loader.order(2));
    LoaderOptions otherSeed = options(false);
    otherSeed.seed = 12;
    QVERIFY(first != DataLoader(pictures(101), otherSeed).order(1));
    std::sort(first.begin(), first.end());
    std::vector<std::int64_t> all(101);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(first == all);
}

void TestDataLoader::lastBatchIsSmaller() {
    DataLoader loader(pictures(10), options(true));
    QCOMPARE(loader.batches(), 3);
    QCOMPARE(loader.batch(1, 0).size(), 4);
    const Batch& last = loader.batch(1, 2);
    QCOMPARE(last.size(), 2);
    QVERIFY(last.inputs.shape() == Shape({2, 3, 8, 8}));
    QVERIFY(last.targets.shape() == Shape({2, 1}));
    QCOMPARE(loader.batch(2, 0).size(), 4);
    QCOMPARE(DataLoader(pictures(8), options(true)).batches(), 2);
    QCOMPARE(DataLoader(pictures(0), options(true)).batches(), 0);
}

void TestDataLoader::withoutShufflingInOrder() {
    LoaderOptions plain = options(true);
    plain.shuffle = false;
    plain.augment = {};
    const auto dataset = pictures(10);
    DataLoader loader(dataset, plain);
    const Batch& batch = loader.batch(5, 1);
    QVERIFY(batch.samples == (std::vector<std::int64_t>{4, 5, 6, 7}));
    std::vector<float> input(192), target(1);
    dataset->sample(5, input, target);
    QVERIFY(std::equal(input.begin(), input.end(), batch.inputs.data() + 192));
    QCOMPARE(batch.targets[1], target[0]);
}

void TestDataLoader::prefetchingChangesNothing() {
    DataLoader ahead(pictures(30), options(true)), plain(pictures(30), options(false));
    for (std::int64_t epoch = 1; epoch <= 3; ++epoch)
        for (std::int64_t index = 0; index < plain.batches(); ++index)
            QVERIFY(same(ahead.batch(epoch, index), plain.batch(epoch, index)));
    const std::vector<std::int64_t> last = ahead.batch(3, 6).samples;
    QVERIFY(ahead.batch(2, 6).samples != last);
}

void TestDataLoader::anyBatchAtAnyTime() {
    DataLoader ahead(pictures(30), options(true)), plain(pictures(30), options(false));
    const std::vector<std::pair<int, int>> places{{2, 3}, {2, 4}, {1, 0}, {1, 0},
                                                  {7, 7}, {8, 0}, {8, 2}, {8, 3}};
    for (const auto& [epoch, index] : places)
        QVERIFY(same(ahead.batch(epoch, index), plain.batch(epoch, index)));
}

void TestDataLoader::augmentationTakesEffectAtTheNextBatch() {
    DataLoader ahead(pictures(30), options(true)), plain(pictures(30), options(false));
    LoaderOptions holes = options(false);
    holes.augment = {};
    holes.augment.holeCount = 1;
    DataLoader punched(pictures(30), holes);
    for (std::int64_t index = 0; index < 3; ++index)
        QVERIFY(same(ahead.batch(1, index), plain.batch(1, index)));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ahead.setAugmentation(holes.augment);
    QVERIFY(ahead.options().augment == holes.augment);
    QVERIFY(!same(plain.batch(1, 3), punched.batch(1, 3)));
    for (std::int64_t index = 3; index < 8; ++index)
        QVERIFY(same(ahead.batch(1, index), punched.batch(1, index)));
    ahead.setAugmentation(options(true).augment);
    QVERIFY(same(ahead.batch(2, 0), plain.batch(2, 0)));
}

/// Batches of samples in memory are made ahead only while they are augmented; nobody can tell.
void TestDataLoader::samplesInMemoryAreSteppedThroughAlike() {
    const auto numbered = pictures(30);
    const DatasetDescription& description = numbered->description();
    Tensor inputs(description.inputShape.withBatch(30)), targets(Shape{30, 1});
    for (std::int64_t i = 0; i < 30; ++i)
        numbered->sample(i, inputs.values().subspan(static_cast<std::size_t>(i) * 192, 192),
                         targets.values().subspan(static_cast<std::size_t>(i), 1));
    const auto memory = std::make_shared<MemoryDataset>(description, std::move(inputs), std::move(targets));
    DataLoader ahead(memory, options(true)), plain(numbered, options(false));
    for (std::int64_t epoch = 1; epoch <= 3; ++epoch)
        for (std::int64_t index = 0; index < 8; ++index) {
            if (index % 3 == 0) {
                const AugmentationOptions augment =
                    (epoch + index) % 2 == 0 ? AugmentationOptions{} : options(true).augment;
                ahead.setAugmentation(augment);
                plain.setAugmentation(augment);
            }
            QVERIFY(same(ahead.batch(epoch, index), plain.batch(epoch, index)));
        }
}

void TestDataLoader::batchSizeTakesEffect() {
    DataLoader ahead(pictures(30), options(true));
    ahead.batch(1, 7);
    ahead.setBatchSize(7);
    LoaderOptions seven = options(false);
    seven.batchSize = 7;
    DataLoader plain(pictures(30), seven);
    QCOMPARE(ahead.batches(), 5);
    for (std::int64_t index = 0; index < 5; ++index)
        QVERIFY(same(ahead.batch(2, index), plain.batch(2, index)));
}

void TestDataLoader::onlyPicturesAreAugmented() {
    DatasetDescription description = smallPictures(3);
    description.pictures = false;
    const auto numbers = std::make_shared<NumberedDataset>(4, description);
    LoaderOptions still = options(false);
    still.augment = {};
    DataLoader varied(numbers, options(false)), plain(numbers, still);
    QVERIFY(same(varied.batch(1, 0), plain.batch(1, 0)));
}

void TestDataLoader::troubleArrivesWithItsBatch() {
    const auto dataset = pictures(12);
    std::atomic<bool> broken{true};
    dataset->before = [&broken](std::int64_t index) {
        if (index == 9 && broken)
            throw std::runtime_error("unreadable");
    };
    LoaderOptions inOrder = options(true);
    inOrder.shuffle = false;
    DataLoader loader(dataset, inOrder);
    QCOMPARE(loader.batch(1, 0).size(), 4);
    QCOMPARE(loader.batch(1, 1).size(), 4);
    QVERIFY_EXCEPTION_THROWN(loader.batch(1, 2), std::runtime_error);
    QVERIFY_EXCEPTION_THROWN(loader.batch(1, 2), std::runtime_error);
    broken = false;
    QCOMPARE(loader.batch(1, 2).samples.front(), 8);
    QCOMPARE(loader.batch(2, 0).samples.front(), 0);
}

void TestDataLoader::batchesAreMadeAhead() {
    const auto dataset = pictures(40);
    std::atomic<int> made{0};
    dataset->before = [&made](std::int64_t) { ++made; };
    DataLoader loader(dataset, options(true));
    loader.batch(1, 0);
    QTRY_VERIFY(made >= 12);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY2(made <= 16, "no more than three batches ahead");
}

void TestDataLoader::countsWhatItsCallerWaits() {
    const auto dataset = pictures(8);
    dataset->before = [](std::int64_t) { std::this_thread::sleep_for(std::chrono::milliseconds(5)); };
    DataLoader loader(dataset, options(true));
    const double before = DataLoader::secondsWaited();
    loader.batch(1, 0);
    const double first = DataLoader::secondsWaited() - before;
    QVERIFY(first >= 0.02); // four samples
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    loader.batch(1, 1);
    QVERIFY2(DataLoader::secondsWaited() - before - first < first, "it was made meanwhile");
    double elsewhere = -1;
    std::thread([&] { elsewhere = DataLoader::secondsWaited(); }).join();
    QCOMPARE(elsewhere, 0.0);
}

void TestDataLoader::wrongRequests() {
    DataLoader loader(pictures(10), options(true));
    QVERIFY_EXCEPTION_THROWN(loader.batch(1, 3), Error);
    QVERIFY_EXCEPTION_THROWN(loader.batch(1, -1), Error);
    LoaderOptions empty = options(true);
    empty.batchSize = 0;
    QVERIFY_EXCEPTION_THROWN(DataLoader(pictures(10), empty), Error);
}

void TestDataLoader::endsWhileWorking() {
    for (int i = 0; i < 50; ++i) {
        DataLoader loader(pictures(64), options(true));
        loader.batch(1, i % 16);
        loader.setAugmentation({});
    }
}

QTEST_GUILESS_MAIN(TestDataLoader)
#include "test_data_loader.moc"
