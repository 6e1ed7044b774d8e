// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/checkpoint_choice.h"
#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"

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

NewCheckpoint named(const std::string& name) {
    NewCheckpoint checkpoint;
    checkpoint.name = name;
    return checkpoint;
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

/// How checkpoints are named and found.
class RunCheckpointsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void lettersGoOn();
    void lettersAfterZ();
    void idsAreNeverUsedAgain();
    void findsCheckpoints();
    void refusesUnclearSelectors_data();
    void refusesUnclearSelectors();
    void lastFollowsTheCurrentBranch();
    void lastIsTheFurthestStep();

private:
    std::unique_ptr<RunStore> reopened(std::unique_ptr<RunStore> store) const {
        store.reset();
        return RunStore::open(m_run, RunStore::Access::ReadWrite);
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_run;
};

void RunCheckpointsTest::init() {
    m_run = std::filesystem::path(m_folder.path().toStdString()) / QTest::currentTestFunction();
    std::filesystem::remove_all(m_run);
}

void RunCheckpointsTest::lettersGoOn() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    QCOMPARE(save(*store, 1, CheckpointOrigin::Person).letter, std::string("A"));
    QCOMPARE(save(*store, 2).letter, std::string());
    QCOMPARE(save(*store, 3, CheckpointOrigin::BeforeChange).letter, std::string("B"));
    QCOMPARE(save(*store, 4, CheckpointOrigin::Interrupted).letter, std::string());
    std::filesystem::remove(m_run / store->find("name:B").path);
    store = reopened(std::move(store));
    QVERIFY_EXCEPTION_THROWN(store->find("name:B"), Error);
    QCOMPARE(save(*store, 5, CheckpointOrigin::Person).letter, std::string("C"));
}

void RunCheckpointsTest::lettersAfterZ() {
    QCOMPARE(checkpointLetter(0), std::string("A"));
    QCOMPARE(checkpointLetter(25), std::string("Z"));
    QCOMPARE(checkpointLetter(26), std::string("AA"));
    QCOMPARE(checkpointLetter(51), std::string("AZ"));
    QCOMPARE(checkpointLetter(52), std::string("BA"));
    QCOMPARE(checkpointLetter(701), std::string("ZZ"));
    QCOMPARE(checkpointLetter(702), std::string("AAA"));
}

void RunCheckpointsTest::idsAreNeverUsedAgain() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    for (std::int64_t step = 1; step <= 3; ++step)
        QCOMPARE(save(*store, step).id.value, step);
    std::filesystem::remove(m_run / "checkpoints/000003.safetensors");
    store = reopened(std::move(store));
    QCOMPARE(save(*store, 4).path, std::string("checkpoints/000004.safetensors"));
    // A file in the way is not written over.
    std::ofstream(m_run / "checkpoints/000005.safetensors") << "mine";
    QCOMPARE(save(*store, 6).id.value, 6);
    QCOMPARE(filesBelow(m_run)["checkpoints/000005.safetensors"], std::string("mine"));
}

void RunCheckpointsTest::findsCheckpoints() {
    const auto store = RunStore::create(m_run, "{}");
    QVERIFY(refusal([&] { store->find("last"); }).find("no checkpoint") != std::string::npos);
    store->addBranch({});
    saveWithLoss(*store, 10, 0.5);
    saveWithLoss(*store, 20, 0.25);
    const CheckpointInfo third = saveWithLoss(*store, 30, 0.25);
    const CheckpointInfo person = save(*store, 40, CheckpointOrigin::Person, named("before supper"));
    QCOMPARE(store->find("last").id.value, 4);
    QCOMPARE(store->find("best").id.value, 2);
    QCOMPARE(store->find("1").id.value, 1);
    QCOMPARE(store->find("name:before supper").id, person.id);
    QCOMPARE(store->find("name:A").id, person.id);
    QCOMPARE(store->find(third.sha256).id, third.id);
    QCOMPARE(store->find(third.sha256.substr(0, 8)).id, third.id);
    QCOMPARE(store->find(third.shortCode()).id, third.id);
    // The same state again is the same answer.
    save(*store, 30);
    QCOMPARE(store->find(third.sha256).id, third.id);
    QCOMPARE(store->checkpoint({4})->name, std::string("before supper"));
    QVERIFY(!store->checkpoint({99}));
}

void RunCheckpointsTest::refusesUnclearSelectors_data() {
    QTest::addColumn<QString>("selector");
    for (const char* selector : {"", "0", "99", "-1", "+1", "01", "1 ", "first", "LAST", "name:",
                                 "name:nobody", "name:twice", "abcdef0", "zzzzzzzz", "00000000", "name:a"})
        QTest::newRow(selector) << selector;
}

void RunCheckpointsTest::refusesUnclearSelectors() {
    QFETCH(QString, selector);
    const auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    for (std::int64_t step = 1; step <= 2; ++step)
        save(*store, step, CheckpointOrigin::Person, named("twice"));
    const std::string message = refusal([&] { store->find(selector.toStdString()); });
    QVERIFY2(message.find("Say last, best") != std::string::npos, message.c_str());
}

void RunCheckpointsTest::lastFollowsTheCurrentBranch() {
    const auto store = RunStore::create(m_run, "{}");
    const BranchId trunk = store->addBranch({});
    const CheckpointInfo first = save(*store, 1);
    save(*store, 2);
    store->addBranch({{}, trunk, first.id, 1, 0, 0, 0, false});
    QCOMPARE(store->find("last").id, first.id);
    QCOMPARE(store->find("last").id, save(*store, 2).id.value == 3 ? CheckpointId{3} : CheckpointId{});
}

void RunCheckpointsTest::lastIsTheFurthestStep() {
    const auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 20);
    const CheckpointInfo person = save(*store, 20, CheckpointOrigin::Person);
    save(*store, 10); // the best, kept in memory until now
    QCOMPARE(store->find("last").id, person.id);
}

QTEST_GUILESS_MAIN(RunCheckpointsTest)
#include "run_checkpoints_test.moc"
