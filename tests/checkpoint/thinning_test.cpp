// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/thinning.h"

#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kBytes = 100; // of each checkpoint of a made-up history

std::vector<std::int64_t> numbers(const std::vector<CheckpointId>& ids) {
    std::vector<std::int64_t> values;
    for (const CheckpointId id : ids)
        values.push_back(id.value);
    return values;
}

CheckpointInfo automatic(std::int64_t id) {
    CheckpointInfo info;
    info.id.value = id;
    info.branch.value = 1;
    info.step = id;
    info.bytes = kBytes;
    return info;
}

/// A line of automatic checkpoints that may take so many bytes.
Timeline line(std::int64_t count, std::int64_t budget) {
    Timeline timeline;
    timeline.branches.push_back({{1}, {}, {}, 0, 0, count, 0, false});
    for (std::int64_t id = 1; id <= count; ++id)
        timeline.checkpoints.push_back(automatic(id));
    timeline.bytes = count * kBytes;
    timeline.budget.bytes = budget;
    return timeline;
}

void remove(Timeline& timeline, const std::vector<CheckpointId>& ids) {
    timeline.bytes -= static_cast<std::int64_t>(ids.size()) * kBytes;
    std::erase_if(timeline.checkpoints, [&ids](const CheckpointInfo& each) {
        return std::find(ids.begin(), ids.end(), each.id) != ids.end();
    });
}

CheckpointInfo save(RunStore& store, std::int64_t step,
                    CheckpointOrigin origin = CheckpointOrigin::Automatic) {
    NewCheckpoint checkpoint{store.timeline().current, origin, {}, step / 10, step, {}, {}};
    return store.addCheckpoint(checkpoint, sampleState(static_cast<std::uint64_t>(step)));
}

void saveWithLoss(RunStore& store, std::int64_t step, double loss) {
    NewCheckpoint checkpoint{store.timeline().current, CheckpointOrigin::Automatic, {}, 0, step, loss, {}};
    store.addCheckpoint(checkpoint, sampleState(static_cast<std::uint64_t>(step)));
}

} // namespace

/// Which checkpoints go when a run takes more room than it may.
class ThinningTest : public QObject {
    Q_OBJECT
private slots:
    void nothingGoesWhileThereIsRoom();
    void withoutALimitNothingGoes();
    void noMoreGoesThanMust();
    void whatStaysIsSpread();
    void theOldestGoesLast();
    void smallOnesAreCounted();
    void whatIsInUseStays();
    void onlyWhatMayGo();
    void theBudgetIsKeptWithTheRun();
    void refusesANegativeBudget();
};

void ThinningTest::nothingGoesWhileThereIsRoom() {
    QCOMPARE(numbers(thinnable(line(20, 20 * kBytes))), std::vector<std::int64_t>{});
}

void ThinningTest::withoutALimitNothingGoes() {
    QCOMPARE(numbers(thinnable(line(2000, 0))), std::vector<std::int64_t>{});
}

void ThinningTest::noMoreGoesThanMust() {
    QCOMPARE(thinnable(line(20, 20 * kBytes - 1)).size(), std::size_t{1});
    QCOMPARE(thinnable(line(20, 5 * kBytes + 1)).size(), std::size_t{15});
}

/// As training goes on and each new checkpoint takes the place of an old one, what stays covers the whole
/// history: near the end every one, and the gaps grow towards the beginning.
void ThinningTest::whatStaysIsSpread() {
    constexpr std::int64_t kKept = 24;
    Timeline timeline = line(1, kKept * kBytes);
    for (std::int64_t id = 2; id <= 1000; ++id) {
        timeline.checkpoints.push_back(automatic(id));
        timeline.bytes += kBytes;
        remove(timeline, thinnable(timeline));
    }
    const std::vector<CheckpointInfo>& left = timeline.checkpoints;
    QCOMPARE(std::ssize(left), kKept);
    QCOMPARE(left.front().id.value, 1);
    QCOMPARE(left[left.size() - 2].id.value, 999);
    for (std::size_t i = 2; i + 1 < left.size(); ++i) {
        const std::int64_t gap = left[i].id.value - left[i - 1].id.value;
        const std::int64_t age = 1001 - left[i - 1].id.value;
        QVERIFY2(gap <= 2 + age * 2 / 3, qPrintable(QString("%1 to %2").arg(gap).arg(age)));
    }
    const auto recent = std::count_if(left.begin(), left.end(),
                                      [](const CheckpointInfo& each) { return each.id.value > 900; });
    QVERIFY(recent > 8 && recent < kKept - 4); // a tenth of the history has a good part, but not all
}

void ThinningTest::theOldestGoesLast() {
    Timeline timeline = line(10, 2 * kBytes);
    remove(timeline, thinnable(timeline));
    QCOMPARE(timeline.checkpoints.size(), std::size_t{2});
    QCOMPARE(timeline.checkpoints.front().id.value, 1);
    timeline.budget.bytes = kBytes;
    QCOMPARE(numbers(thinnable(timeline)), std::vector<std::int64_t>{1});
}

void ThinningTest::smallOnesAreCounted() {
    constexpr auto kMost = static_cast<std::int64_t>(kMostAutomatic);
    QCOMPARE(thinnable(line(kMost, 1LL << 40)).size(), std::size_t{0});
    QCOMPARE(thinnable(line(kMost + 7, 1LL << 40)).size(), std::size_t{7});
}

void ThinningTest::whatIsInUseStays() {
    QCOMPARE(numbers(thinnable(line(5, 1))), (std::vector<std::int64_t>{1, 2, 3, 4}));
    QCOMPARE(numbers(thinnable(line(5, 1), {{2}, {3}})), (std::vector<std::int64_t>{1, 4}));
}

void ThinningTest::onlyWhatMayGo() {
    const QTemporaryDir folder;
    const std::filesystem::path run = folder.filePath("run").toStdString();
    auto store = RunStore::create(run, "{}");
    const BranchId trunk = store->addBranch({});
    saveWithLoss(*store, 1, 0.9);
    saveWithLoss(*store, 2, 0.1);                    // the best
    save(*store, 3, CheckpointOrigin::Person);       // by a person
    save(*store, 4, CheckpointOrigin::BeforeChange); // before a change
    save(*store, 5, CheckpointOrigin::Interrupted);  // on Ctrl-C
    store->rename(save(*store, 6).id, "named");      // named
    const CheckpointInfo before = save(*store, 7);   // before a change, made by itself
    store->addMark({{}, trunk, 0, 1, 7, before.id, {{ChangeKind::Dropout, "dropout", "0.3", "off"}}});
    save(*store, 8);
    const CheckpointInfo fork = save(*store, 9); // a branch left from it
    save(*store, 10);                            // the last of its branch
    store->addBranch({{}, trunk, fork.id, 9, 0, 0, 0, false});
    for (std::int64_t step = 11; step <= 15; ++step)
        save(*store, step);
    QCOMPARE(numbers(store->thin()), std::vector<std::int64_t>{});
    QVERIFY(!store->isOverBudget());
    store->setBudget({1});
    QCOMPARE(numbers(store->thin({{12}})), (std::vector<std::int64_t>{1, 8, 11, 13, 14}));
    QVERIFY(store->isOverBudget());
    QCOMPARE(numbers(store->thin({{12}})), std::vector<std::int64_t>{});
    const Timeline timeline = store->timeline();
    store.reset();
    store = RunStore::open(run, RunStore::Access::ReadWrite);
    QVERIFY(store->timeline() == timeline);
    QCOMPARE(filesBelow(run / "checkpoints").size(), timeline.checkpoints.size());
    for (const CheckpointInfo& each : timeline.checkpoints)
        QVERIFY(store->load(each.id) == sampleState(static_cast<std::uint64_t>(each.step)));
}

void ThinningTest::theBudgetIsKeptWithTheRun() {
    const QTemporaryDir folder;
    const std::filesystem::path run = folder.filePath("run").toStdString();
    auto store = RunStore::create(run, "{}");
    store->addBranch({});
    const CheckpointInfo info = save(*store, 1);
    QCOMPARE(store->timeline().budget.bytes, kUsualDiskBudget.bytes);
    QCOMPARE(store->timeline().bytes, info.bytes);
    store->setBudget({0});
    store.reset();
    store = RunStore::open(run, RunStore::Access::ReadOnly);
    QCOMPARE(store->timeline().budget.bytes, 0);
}

void ThinningTest::refusesANegativeBudget() {
    const QTemporaryDir folder;
    const auto store = RunStore::create(folder.filePath("run").toStdString(), "{}");
    QVERIFY_EXCEPTION_THROWN(store->setBudget({-1}), Error);
    QCOMPARE(store->timeline().budget.bytes, kUsualDiskBudget.bytes);
}

QTEST_GUILESS_MAIN(ThinningTest)
#include "thinning_test.moc"
