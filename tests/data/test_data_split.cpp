// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>
#include <set>

#include "data/data_split.h"
#include "data/memory_dataset.h"
#include "data/subset_dataset.h"
#include "numbered_dataset.h"
#include "report/error.h"

using namespace neurarium;

namespace {

/// One number a sample, its place; the classes are given.
std::shared_ptr<const Dataset> labelled(const std::vector<float>& classes,
                                        TargetKind kind = TargetKind::Classes) {
    DatasetDescription description;
    description.inputShape = {1};
    description.targetKind = kind;
    description.classes = kind == TargetKind::Classes ? 3 : 0;
    const auto samples = static_cast<std::int64_t>(classes.size());
    Tensor inputs(Shape{samples, 1});
    for (std::int64_t i = 0; i < samples; ++i)
        inputs[i] = static_cast<float>(i);
    return std::make_shared<MemoryDataset>(description, std::move(inputs), Tensor({samples, 1}, classes));
}

std::vector<int> places(const Dataset* dataset) {
    std::vector<int> found;
    for (std::int64_t i = 0; dataset != nullptr && i < dataset->size(); ++i) {
        float input = 0, target = 0;
        dataset->sample(i, {&input, 1}, {&target, 1});
        found.push_back(static_cast<int>(input));
    }
    return found;
}

std::map<int, int> classCounts(const Dataset* dataset) {
    std::map<int, int> counts;
    for (std::int64_t i = 0; dataset != nullptr && i < dataset->size(); ++i) {
        float input = 0, target = 0;
        dataset->sample(i, {&input, 1}, {&target, 1});
        ++counts[static_cast<int>(target)];
    }
    return counts;
}

/// 50 of class 0, 9 of class 1, 2 of class 2.
std::vector<float> unevenClasses() {
    std::vector<float> classes(50, 0.0F);
    classes.insert(classes.end(), 9, 1.0F);
    classes.insert(classes.end(), 2, 2.0F);
    return classes;
}

} // namespace

class TestDataSplit : public QObject {
    Q_OBJECT

private slots:
    void everySampleIsInOneHalf();
    void eachClassGivesItsShare();
    void smallClasses();
    void seedDecides();
    void valuesAreSplitAsOne();
    void nothingKept();
    void impossibleFractions_data();
    void impossibleFractions();
    void hashSeesEverything();
    void hashOfPicturesIsThatOfTheirBytes();
    void memoryDatasetChecksShapes();
};

void TestDataSplit::everySampleIsInOneHalf() {
    const auto whole = labelled(unevenClasses());
    const DataSplit split = splitDataset(whole, 0.3, 7);
    const std::vector<int> training = places(split.training.get());
    const std::vector<int> validation = places(split.validation.get());
    QVERIFY(std::is_sorted(training.begin(), training.end()));
    QVERIFY(std::is_sorted(validation.begin(), validation.end()));
    std::set<int> all(training.begin(), training.end());
    all.insert(validation.begin(), validation.end());
    QCOMPARE(all.size(), training.size() + validation.size());
    QCOMPARE(static_cast<std::int64_t>(all.size()), whole->size());
    QVERIFY(split.validation->description() == whole->description());
}

void TestDataSplit::eachClassGivesItsShare() {
    const DataSplit split = splitDataset(labelled(unevenClasses()), 0.2, 7);
    QVERIFY(classCounts(split.validation.get()) == (std::map<int, int>{{0, 10}, {1, 2}, {2, 1}}));
}

void TestDataSplit::smallClasses() {
    const auto counts = [](std::vector<float> classes, double fraction) {
        return classCounts(splitDataset(labelled(classes), fraction, 1).validation.get());
    };
    QVERIFY(counts({0, 0, 1, 1}, 0.01) == (std::map<int, int>{{0, 1}, {1, 1}}));
    QVERIFY(counts({0, 0, 1, 1}, 0.99) == (std::map<int, int>{{0, 1}, {1, 1}}));
    QVERIFY(counts({0, 1, 1}, 0.5) == (std::map<int, int>{{1, 1}}));
    QVERIFY(splitDataset(labelled({0, 1, 2}), 0.5, 1).validation == nullptr);
}

void TestDataSplit::seedDecides() {
    const auto whole = labelled(unevenClasses());
    const auto kept = [&](std::uint64_t seed) {
        return places(splitDataset(whole, 0.3, seed).validation.get());
    };
    QCOMPARE(kept(7), kept(7));
    QVERIFY(kept(7) != kept(8));
}

void TestDataSplit::valuesAreSplitAsOne() {
    const std::vector<float> values{5, 5, 1, 2, 3, 4, -1, 0.5F, 9, 10};
    const DataSplit split = splitDataset(labelled(values, TargetKind::Values), 0.3, 3);
    QCOMPARE(split.validation->size(), 3);
    QCOMPARE(split.training->size(), 7);
}

void TestDataSplit::nothingKept() {
    const auto whole = labelled(unevenClasses());
    const DataSplit split = splitDataset(whole, 0, 1);
    QVERIFY(split.training == whole);
    QVERIFY(split.validation == nullptr);
}

void TestDataSplit::impossibleFractions_data() {
    QTest::addColumn<double>("fraction");
    QTest::newRow("all") << 1.0;
    QTest::newRow("negative") << -0.1;
    QTest::newRow("not a number") << std::nan("");
}

void TestDataSplit::impossibleFractions() {
    QFETCH(double, fraction);
    QVERIFY_EXCEPTION_THROWN(splitDataset(labelled({0, 1}), fraction, 1), Error);
}

void TestDataSplit::hashSeesEverything() {
    const auto one = labelled({0, 1, 2, 0});
    const std::string hash = datasetHash(*one, nullptr);
    QCOMPARE(hash.size(), std::size_t{64});
    QCOMPARE(datasetHash(*labelled({0, 1, 2, 0}), nullptr), hash);
    QVERIFY(datasetHash(*labelled({0, 1, 2, 1}), nullptr) != hash);
    QVERIFY(datasetHash(*labelled({0, 1, 2}), nullptr) != hash);
    QVERIFY(datasetHash(*one, one.get()) != hash);
    const SubsetDataset reversed(one, {3, 2, 1, 0});
    QVERIFY(datasetHash(reversed, nullptr) != hash);

    DatasetDescription named = one->description();
    named.classNames = {"a", "b", "c"};
    const MemoryDataset renamed(named, Tensor(Shape{1, 1}), Tensor(Shape{1, 1}));
    named.classNames = {"ab", "", "c"};
    const MemoryDataset other(named, Tensor(Shape{1, 1}), Tensor(Shape{1, 1}));
    QVERIFY(datasetHash(renamed, nullptr) != datasetHash(other, nullptr));
}

void TestDataSplit::hashOfPicturesIsThatOfTheirBytes() {
    std::set<std::string> hashes;
    for (int byte = 0; byte < 256; ++byte) {
        DatasetDescription description = smallPictures(2);
        description.inputShape = {1, 1, 1};
        Tensor input(Shape{1, 1, 1, 1});
        input[0] = (static_cast<float>(byte) / 255.0F - 0.5F) / 0.5F;
        hashes.insert(datasetHash(MemoryDataset(description, input, Tensor(Shape{1, 1})), nullptr));
        input[0] = std::nextafter(input[0], 0.0F);
        hashes.insert(datasetHash(MemoryDataset(description, input, Tensor(Shape{1, 1})), nullptr));
    }
    QCOMPARE(hashes.size(), std::size_t{256});
}

void TestDataSplit::memoryDatasetChecksShapes() {
    const DatasetDescription description = smallPictures(2);
    QVERIFY_EXCEPTION_THROWN(MemoryDataset(description, Tensor(Shape{2, 3, 8, 7}), Tensor(Shape{2, 1})),
                             Error);
    QVERIFY_EXCEPTION_THROWN(MemoryDataset(description, Tensor(Shape{2, 3, 8, 8}), Tensor(Shape{3, 1})),
                             Error);
    QCOMPARE(MemoryDataset(description, Tensor(Shape{2, 3, 8, 8}), Tensor(Shape{2, 1})).size(), 2);
}

QTEST_GUILESS_MAIN(TestDataSplit)
#include "test_data_split.moc"
