// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"
#include "tests/measuring.h"

using namespace neurarium;

namespace {

CheckpointInfo save(RunStore& store, std::int64_t step, CheckpointOrigin origin = CheckpointOrigin::Automatic,
                    const NewCheckpoint& rest = {}) {
    NewCheckpoint checkpoint = rest;
    checkpoint.branch = store.timeline().current;
    checkpoint.origin = origin;
    checkpoint.epoch = step / 10;
    checkpoint.step = step;
    return store.addCheckpoint(checkpoint, sampleState(static_cast<std::uint64_t>(step)));
}

CheckpointInfo saveWithLoss(RunStore& store, std::int64_t step, double loss) {
    return save(store, step, CheckpointOrigin::Automatic, {{}, {}, "", 0, 0, loss, 0.5});
}

/// The message of the Error that `action` throws; the test fails without one.
template <class Action>
std::string refusal(Action action, ProblemKind kind = ProblemKind::Refused) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == kind ? error.what() : std::string("another kind: ") + error.what();
    }
    return "nothing was refused";
}

} // namespace

class RunStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsHistory();
    void keepsSpecialNumbers();
    void keepsAMillionSteps();
    void growsTheNewestBlock();
    void neverRunsBackwards();
    void renames();
    void refusesAFolderInUse();
    void refusesWhatIsNotARun();
    void oneWriterAtATime();
    void lookingWritesNothing();

private:
    std::unique_ptr<RunStore> reopened(std::unique_ptr<RunStore> store) const {
        store.reset();
        return RunStore::open(m_run, RunStore::Access::ReadWrite);
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_run;
};

void RunStoreTest::init() {
    m_run = std::filesystem::path(m_folder.path().toStdString()) / QTest::currentTestFunction();
    std::filesystem::remove_all(m_run);
}

void RunStoreTest::keepsHistory() {
    auto store = RunStore::create(m_run, "{\"name\": \"고양이\"}");
    const BranchId trunk = store->addBranch({});
    for (std::int64_t step = 1; step <= 20; ++step)
        store->addStep(
            {trunk, step, (step + 9) / 10, 1.0F / static_cast<float>(step), 0.1 / static_cast<double>(step)});
    EpochReport epoch{trunk, 1, 10, 0.5, 0.75, 0.25, std::nullopt, 0.01, 2.5, 400};
    store->addEpoch(epoch);
    const CheckpointInfo saved = save(*store, 10, CheckpointOrigin::BeforeChange);
    Mark mark{{},
              trunk,
              0,
              2,
              10,
              saved.id,
              {{ChangeKind::Dropout, "dropout", "0.3", "off"}, {ChangeKind::Labels, "labels", "", "7"}}};
    QCOMPARE(store->addMark(mark).value, 1);
    const BranchId other = store->addBranch({{}, trunk, saved.id, 10, 1, 0, 0, false});
    store->addStep({other, 11, 2, 0.125F, 0.1});
    store->setNote("view", "log scale");
    const Timeline before = store->timeline();
    QCOMPARE(before.current, other);
    QCOMPARE(before.branches[0].lastStep, 20);
    QCOMPARE(before.branches[1].lastStep, 11);
    QCOMPARE(before.branches[1].lastEpoch, 1);
    QCOMPARE(before.marks[0].number, 1);

    const auto stepsBefore = store->steps(trunk);
    store = reopened(std::move(store));
    QCOMPARE(store->experimentJson(), std::string("{\"name\": \"고양이\"}"));
    QVERIFY(store->timeline() == before);
    QCOMPARE(store->steps(trunk), stepsBefore);
    QCOMPARE(stepsBefore.size(), std::size_t{20});
    QCOMPARE(stepsBefore[9].epoch, 1);
    QCOMPARE(stepsBefore[10].epoch, 2);
    QCOMPARE(stepsBefore[19].learningRate, 0.1 / 20);
    QCOMPARE(store->steps(other).size(), std::size_t{1});
    QCOMPARE(store->epochs(trunk), std::vector<EpochReport>{epoch});
    QCOMPARE(store->note("view"), std::string("log scale"));
    QCOMPARE(store->note("nothing"), std::string());
    QVERIFY(store->load(saved.id) == sampleState(10));
}

void RunStoreTest::keepsSpecialNumbers() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    auto store = RunStore::create(m_run, "{}");
    const BranchId branch = store->addBranch({});
    store->addStep({branch, 1, 1, std::numeric_limits<float>::quiet_NaN(), infinity});
    store->addStep({branch, 2, 1, -std::numeric_limits<float>::infinity(), nan});
    store->addEpoch({branch, 1, 2, nan, std::nullopt, infinity, nan, 0.1, 1, 1});
    saveWithLoss(*store, 2, nan);
    store = reopened(std::move(store));
    const std::vector<StepReport> steps = store->steps(branch);
    QVERIFY(std::isnan(steps[0].loss) && steps[0].learningRate == infinity);
    QVERIFY(std::isinf(steps[1].loss) && std::isnan(steps[1].learningRate));
    const EpochReport epoch = store->epochs(branch)[0];
    QVERIFY(std::isnan(epoch.trainLoss) && !epoch.trainAccuracy && epoch.validationLoss == infinity);
    QVERIFY(epoch.validationAccuracy && std::isnan(*epoch.validationAccuracy));
    QVERIFY(refusal([&] { store->find("best"); }).find("validation loss") != std::string::npos);
}

void RunStoreTest::keepsAMillionSteps() {
    constexpr std::int64_t kSteps = 1'000'000;
    auto store = RunStore::create(m_run, "{}");
    const BranchId branch = store->addBranch({});
    double begin = processorMilliseconds();
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        store->addStep(
            {branch, step, step / 1000 + 1, static_cast<float>(step), 0.1 / static_cast<double>(step)});
        if (step % 50'000 == 0)
            store->flush();
    }
    const double adding = processorMilliseconds() - begin;
    store = reopened(std::move(store));
    begin = processorMilliseconds();
    const std::vector<StepReport> steps = store->steps(branch);
    const double reading = processorMilliseconds() - begin;
    qInfo("a million steps: added in %.0f ms, read in %.0f ms", adding, reading);
    QVERIFY(kSanitized || (adding < 5000 && reading < 2000));
    QCOMPARE(steps.size(), std::size_t{kSteps});
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        const StepReport& read = steps[static_cast<std::size_t>(step - 1)];
        if (read != StepReport{branch, step, step / 1000 + 1, static_cast<float>(step),
                               0.1 / static_cast<double>(step)})
            QFAIL(std::to_string(step).c_str());
    }
}

void RunStoreTest::growsTheNewestBlock() {
    auto store = RunStore::create(m_run, "{}");
    const BranchId branch = store->addBranch({});
    for (std::int64_t step = 1; step <= 10'000; ++step) {
        store->addStep({branch, step, 1, static_cast<float>(step), 0.1});
        if (step % 700 == 0)
            store->flush();
        if (step % 999 == 0)
            QCOMPARE(store->steps(branch).size(), static_cast<std::size_t>(step));
    }
    store = reopened(std::move(store));
    const std::vector<StepReport> steps = store->steps(branch);
    QCOMPARE(steps.size(), std::size_t{10'000});
    for (std::size_t i = 0; i < steps.size(); ++i)
        QVERIFY(steps[i].step == static_cast<std::int64_t>(i + 1) &&
                steps[i].loss == static_cast<float>(i + 1));
}

void RunStoreTest::neverRunsBackwards() {
    auto store = RunStore::create(m_run, "{}");
    const BranchId branch = store->addBranch({});
    store->addStep({branch, 5, 1, 1, 0.1});
    store->addEpoch({branch, 1, 5, 1, {}, {}, {}, 0.1, 1, 1});
    store = reopened(std::move(store));
    QVERIFY_EXCEPTION_THROWN(store->addStep({branch, 5, 1, 2, 0.1}), Error);
    QVERIFY_EXCEPTION_THROWN(store->addStep({branch, 4, 1, 2, 0.1}), Error);
    QVERIFY_EXCEPTION_THROWN(store->addEpoch({branch, 1, 9, 1, {}, {}, {}, 0.1, 1, 1}), Error);
    QVERIFY_EXCEPTION_THROWN(store->addStep({{7}, 6, 1, 2, 0.1}), Error);
    store->addStep({branch, 6, 1, 2, 0.1});
    const BranchId anew = store->addBranch({{}, branch, {}, 6, 1, 0, 0, true});
    store->addStep({anew, 1, 1, 3, 0.1});
    QCOMPARE(store->steps(branch).size(), std::size_t{2});
    QCOMPARE(store->steps(anew).size(), std::size_t{1});
}

void RunStoreTest::renames() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    const CheckpointInfo saved = save(*store, 1);
    store->rename(saved.id, "저장 B; DROP TABLE steps");
    store = reopened(std::move(store));
    QCOMPARE(store->find("name:저장 B; DROP TABLE steps").id, saved.id);
    QVERIFY_EXCEPTION_THROWN(store->rename({9}, "x"), Error);
}

void RunStoreTest::refusesAFolderInUse() {
    std::filesystem::create_directories(m_run);
    std::ofstream(m_run / "mine.txt") << "mine";
    QVERIFY(refusal([&] { RunStore::create(m_run, "{}"); }).find("new or empty folder") != std::string::npos);
    QVERIFY(refusal([&] { RunStore::create(m_run / "mine.txt", "{}"); }).find("new or empty") !=
            std::string::npos);
    QCOMPARE(filesBelow(m_run).size(), std::size_t{1});
    std::filesystem::remove(m_run / "mine.txt");
    RunStore::create(m_run, "{}");
    QVERIFY_EXCEPTION_THROWN(RunStore::create(m_run, "{}"), Error);
}

void RunStoreTest::refusesWhatIsNotARun() {
    for (const auto access : {RunStore::Access::ReadOnly, RunStore::Access::ReadWrite}) {
        std::filesystem::remove_all(m_run);
        QVERIFY(refusal([&] { RunStore::open(m_run, access); }).find("not a run") != std::string::npos);
        std::filesystem::create_directories(m_run);
        QVERIFY(refusal([&] { RunStore::open(m_run, access); }).find("not a run") != std::string::npos);
        std::ofstream(m_run / "run.sqlite") << std::string(5000, 'x');
        QVERIFY(refusal([&] { RunStore::open(m_run, access); }, ProblemKind::DamagedFile).find("history") !=
                std::string::npos);
        std::ofstream(m_run / "run.sqlite", std::ios::trunc);
        QVERIFY(refusal([&] { RunStore::open(m_run, access); }, ProblemKind::DamagedFile)
                    .find("never finished") != std::string::npos);
    }
}

void RunStoreTest::oneWriterAtATime() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1);
    const std::string message = refusal([&] { RunStore::open(m_run, RunStore::Access::ReadWrite); });
    QVERIFY2(message.find("already open in") != std::string::npos, message.c_str());
    QVERIFY(RunStore::holder(m_run).find("process") != std::string::npos);
    Recovery recovery;
    const auto looking = RunStore::open(m_run, RunStore::Access::ReadOnly, &recovery);
    QCOMPARE(recovery.notes.size(), std::size_t{1});
    QVERIFY(looking->load({1}) == sampleState(1));
    // The one who looks does not hold up the one who writes, and sees new steps.
    store->addStep({{1}, 2, 1, 0.5F, 0.1});
    store->flush();
    QCOMPARE(looking->steps({1}).size(), std::size_t{1});
    store.reset();
    QCOMPARE(RunStore::holder(m_run), std::string());
    RunStore::open(m_run, RunStore::Access::ReadWrite);
}

void RunStoreTest::lookingWritesNothing() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1);
    std::ofstream(m_run / "checkpoints/.000009.safetensors.partial") << "cut";
    store.reset();
    const auto before = filesBelow(m_run);
    {
        const auto looking = RunStore::open(m_run, RunStore::Access::ReadOnly);
        QVERIFY(looking->access() == RunStore::Access::ReadOnly);
        QVERIFY(looking->load(looking->find("last").id) == sampleState(1));
        QVERIFY_EXCEPTION_THROWN(looking->addBranch({}), Error);
        QVERIFY_EXCEPTION_THROWN(looking->addStep({{1}, 1, 1, 1, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(looking->addEpoch({{1}, 1, 1, 1, {}, {}, {}, 1, 1, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(looking->addMark({}), Error);
        QVERIFY_EXCEPTION_THROWN(save(*looking, 2), Error);
        QVERIFY_EXCEPTION_THROWN(looking->rename({1}, "x"), Error);
        QVERIFY_EXCEPTION_THROWN(looking->setNote("a", "b"), Error);
        QVERIFY_EXCEPTION_THROWN(looking->flush(), Error);
        QVERIFY_EXCEPTION_THROWN(looking->thin(), Error);
        QVERIFY_EXCEPTION_THROWN(looking->setBudget({1}), Error);
        QVERIFY_EXCEPTION_THROWN(looking->annotate({1}, "x"), Error);
        QVERIFY_EXCEPTION_THROWN(looking->setThumbnail({{1}, {}}), Error);
    }
    QVERIFY(filesBelow(m_run) == before);
}

QTEST_GUILESS_MAIN(RunStoreTest)
#include "run_store_test.moc"
