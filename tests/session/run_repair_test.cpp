// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/database.h"
#include "checkpoint/run_schema.h"
#include "checkpoint/run_store.h"
#include "session/found_checkpoints.h"
#include "session/replay.h"
#include "session/run_repair.h"
#include "session_samples.h"
#include "signal_log.h"
#include "tests/checkpoint/sample_states.h"

using namespace neurarium;

/// A run whose history is damaged or gone is rebuilt from the files of its checkpoints.
class RunRepairTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void missingHistory();
    void unreadableHistory();
    void damagedSteps();
    void damagedFileIsSetAside();
    void soundRunIsLeftAsItIs();
    void nothingToRepairFrom();
    void openRunIsRefused();
    void newerRunIsRefused();
    void lockedHistoryIsNotDamaged();
    void unlistedFileIsSetAside();
    void branchInUseIsKept();
    void branchesAreToldBySteps_data();
    void branchesAreToldBySteps();

private:
    std::filesystem::path path(const char* name) const { return m_run / name; }
    void checkAgainstTheOriginal();

    QTemporaryDir m_folder;
    std::filesystem::path m_original, m_run;
    Timeline m_timeline;
};

namespace {

bool saysOf(const RepairReport& report, const std::string& words) {
    for (const Message& note : report.notes)
        if (note.english().find(words) != std::string::npos)
            return true;
    return false;
}

} // namespace

/// Three branches and two changes.
void RunRepairTest::initTestCase() {
    m_original = std::filesystem::path(m_folder.path().toStdString()) / "original";
    Experiment experiment = sampleExperiment("mlp");
    experiment.epochs = 4;
    experiment.checkpointEvery = 1;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(experiment, QString::fromStdString(m_original.string()));
    session.stepEpoch();
    QVERIFY(log.waitFor("checkpoint", 1));
    session.step();
    LiveSettings settings = log.settings;
    settings.learningRate *= 0.5;
    session.change(settings);
    session.start();
    QVERIFY(log.waitForEnd());
    session.goBackTo(log.checkpoints.front().id);
    settings.dropoutOn = false;
    session.change(settings);
    session.start();
    QVERIFY(log.waitForEnd());
    session.goBackTo(log.checkpoints[1].id);
    session.saveCheckpoint("mine");
    session.start();
    QVERIFY(log.waitForEnd());
    m_timeline = *log.timeline;
    QCOMPARE(m_timeline.branches.size(), std::size_t(3));
    QCOMPARE(m_timeline.marks.size(), std::size_t(2));
}

void RunRepairTest::init() {
    m_run = m_original.parent_path() / "run";
    std::filesystem::remove_all(m_run);
    std::filesystem::copy(m_original, m_run, std::filesystem::copy_options::recursive);
}

void RunRepairTest::checkAgainstTheOriginal() {
    const auto store = RunStore::open(m_run, RunStore::Access::ReadOnly);
    const Timeline timeline = store->timeline();
    QCOMPARE(timeline.checkpoints.size(), m_timeline.checkpoints.size());
    for (std::size_t i = 0; i < timeline.checkpoints.size(); ++i) {
        const CheckpointInfo& now = timeline.checkpoints[i];
        const CheckpointInfo& before = m_timeline.checkpoints[i];
        QCOMPARE(now.id, before.id);
        QCOMPARE(now.sha256, before.sha256);
        QCOMPARE(now.step, before.step);
        QCOMPARE(now.epoch, before.epoch);
        QCOMPARE(now.bytes, before.bytes);
        QCOMPARE(stateHash(store->load(now.id)), before.sha256);
    }
    const ReplayResult replayed = replayRun(*store, sampleData(sampleExperiment("mlp")), {});
    QVERIFY(replayed.equal());
    QVERIFY(replayed.stepsTrained > 0);
}

void RunRepairTest::missingHistory() {
    std::filesystem::remove(path("run.sqlite"));
    QVERIFY_EXCEPTION_THROWN(RunStore::open(m_run, RunStore::Access::ReadOnly), Error);
    const RepairReport report = repairRun(m_run);
    QVERIFY(report.rebuilt);
    QCOMPARE(report.oldHistory, std::string());
    QVERIFY(saysOf(report, "curve of the loss is lost"));
    checkAgainstTheOriginal();
    const Timeline timeline = RunStore::open(m_run, RunStore::Access::ReadOnly)->timeline();
    QCOMPARE(timeline.branches.size(), m_timeline.branches.size());
    for (std::size_t i = 0; i < timeline.checkpoints.size(); ++i)
        if (m_timeline.checkpoints[i].name != "mine") // stands where its branch was left, so nothing tells
            QCOMPARE(timeline.checkpoints[i].branch, m_timeline.checkpoints[i].branch);
    // The change on the first branch; the other stood at the beginning of a branch, where nothing is before
    // it.
    QCOMPARE(timeline.marks.size(), std::size_t(1));
    QCOMPARE(timeline.marks[0].step, m_timeline.marks[0].step);
    QCOMPARE(timeline.marks[0].before, m_timeline.marks[0].before);
    QVERIFY(timeline.marks[0].changes == m_timeline.marks[0].changes);
}

void RunRepairTest::unreadableHistory() {
    std::ofstream(path("run.sqlite"), std::ios::binary | std::ios::trunc) << std::string(5000, 'x');
    const RepairReport report = repairRun(m_run);
    QCOMPARE(report.oldHistory, std::string("run.damaged-1.sqlite"));
    QCOMPARE(filesBelow(m_run)["run.damaged-1.sqlite"], std::string(5000, 'x'));
    checkAgainstTheOriginal();
    // A repaired run goes on, and no id comes twice.
    const auto store = RunStore::open(m_run, RunStore::Access::ReadWrite);
    const auto info =
        store->addCheckpoint({store->timeline().current, {}, "", 9, 999, {}, {}}, sampleState(1));
    QCOMPARE(info.id.value, m_timeline.checkpoints.back().id.value + 1);
}

void RunRepairTest::damagedSteps() {
    {
        Database database(path("run.sqlite"), Database::Mode::ReadWrite);
        database.run("UPDATE steps SET losses = x'00' WHERE branch = 2");
    }
    const RepairReport report = repairRun(m_run);
    QVERIFY(report.rebuilt);
    QVERIFY(saysOf(report, "Part of the curve"));
    const auto store = RunStore::open(m_run, RunStore::Access::ReadOnly);
    QVERIFY(store->timeline().checkpoints == m_timeline.checkpoints);
    QVERIFY(store->timeline().marks == m_timeline.marks);
    QVERIFY(!store->steps({1}).empty() && store->steps({2}).empty() && !store->steps({3}).empty());
    QVERIFY(!store->epochs({2}).empty());
    checkAgainstTheOriginal();
}

void RunRepairTest::damagedFileIsSetAside() {
    const std::string name = m_timeline.checkpoints[1].path;
    std::filesystem::resize_file(path(name.c_str()), 3000);
    std::filesystem::remove(path("run.sqlite"));
    const RepairReport report = repairRun(m_run);
    QCOMPARE(report.setAside, std::vector<std::string>{name + ".damaged"});
    QVERIFY(saysOf(report, "checkpoint " + std::to_string(m_timeline.checkpoints[1].id.value)));
    const auto store = RunStore::open(m_run, RunStore::Access::ReadWrite);
    QCOMPARE(store->timeline().checkpoints.size(), m_timeline.checkpoints.size() - 1);
    QVERIFY(std::filesystem::exists(path((name + ".damaged").c_str())));
}

void RunRepairTest::soundRunIsLeftAsItIs() {
    auto before = filesBelow(m_run);
    const RepairReport report = repairRun(m_run);
    QVERIFY(!report.rebuilt);
    QVERIFY(report.timeline == RunStore::open(m_run, RunStore::Access::ReadOnly)->timeline());
    QVERIFY(filesBelow(m_run) == before);
}

void RunRepairTest::nothingToRepairFrom() {
    std::filesystem::remove(path("run.sqlite"));
    std::filesystem::remove_all(path("checkpoints"));
    QVERIFY_EXCEPTION_THROWN(repairRun(m_run), Error);
    QVERIFY(!std::filesystem::exists(path("run.sqlite")));
    std::filesystem::remove(path("experiment.json"));
    QVERIFY_EXCEPTION_THROWN(repairRun(m_run), Error);
}

void RunRepairTest::openRunIsRefused() {
    const auto store = RunStore::open(m_run, RunStore::Access::ReadWrite);
    QVERIFY_EXCEPTION_THROWN(repairRun(m_run), Error);
}

void RunRepairTest::newerRunIsRefused() {
    Database(path("run.sqlite"), Database::Mode::ReadWrite)
        .run("PRAGMA user_version = " + std::to_string(kRunSchema + 1));
    const std::string before = filesBelow(m_run)["run.sqlite"];
    try {
        repairRun(m_run);
        QFAIL("was repaired");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
    auto files = filesBelow(m_run);
    QVERIFY(files["run.sqlite"] == before);
    QVERIFY(!files.contains("run.damaged-1.sqlite"));
}

/// What cannot be read now may be sound: nothing is put in its place.
void RunRepairTest::lockedHistoryIsNotDamaged() {
    Database other(path("run.sqlite"), Database::Mode::ReadWrite);
    other.run("BEGIN EXCLUSIVE");
    try {
        repairRun(m_run);
        QFAIL("was repaired");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Storage);
    }
    QVERIFY(!filesBelow(m_run).contains("run.damaged-1.sqlite"));
}

void RunRepairTest::unlistedFileIsSetAside() {
    const CheckpointInfo lost = m_timeline.checkpoints[1];
    {
        Database database(path("run.sqlite"), Database::Mode::ReadWrite);
        database.run("UPDATE steps SET losses = x'00' WHERE branch = 2");
        database.run("DELETE FROM checkpoints WHERE id = " + std::to_string(lost.id.value));
    }
    const std::string content = filesBelow(m_run)[lost.path];
    const RepairReport report = repairRun(m_run);
    QCOMPARE(report.unlisted, std::vector<std::string>{lost.path + ".unlisted"});
    QVERIFY(saysOf(report, "checkpoint " + std::to_string(lost.id.value)));
    RunStore::open(m_run, RunStore::Access::ReadWrite);
    QVERIFY(filesBelow(m_run)[lost.path + ".unlisted"] == content);
}

void RunRepairTest::branchInUseIsKept() {
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.open(QString::fromStdString(m_run.string()),
                     QString::number(m_timeline.checkpoints.front().id.value));
        QVERIFY(log.waitFor("started"));
        session.step();
        QVERIFY(log.waitFor("paused"));
        session.goBackTo(m_timeline.checkpoints.front().id);
        session.stop();
    }
    QCOMPARE(RunStore::open(m_run, RunStore::Access::ReadOnly)->timeline().current, BranchId{1});
    {
        Database database(path("run.sqlite"), Database::Mode::ReadWrite);
        database.run("UPDATE steps SET losses = x'00' WHERE branch = 2");
    }
    QCOMPARE(repairRun(m_run).timeline.current, BranchId{1});
    // Inferred branches are others: the newest is in use then.
    std::ofstream(path("run.sqlite"), std::ios::binary | std::ios::trunc) << std::string(5000, 'x');
    const Timeline inferred = repairRun(m_run).timeline;
    QCOMPARE(inferred.current, inferred.branches.back().id);
}

void RunRepairTest::branchesAreToldBySteps_data() {
    QTest::addColumn<std::vector<int>>("steps");
    QTest::addColumn<std::vector<int>>("bestSteps");
    QTest::addColumn<std::vector<int>>("branches");
    using Numbers = std::vector<int>;
    QTest::newRow("one line") << Numbers{10, 20, 30} << Numbers{10, 10, 30} << Numbers{1, 1, 1};
    QTest::newRow("back") << Numbers{10, 20, 30, 20, 30} << Numbers{10, 20, 30, 20, 20}
                          << Numbers{1, 1, 1, 2, 2};
    QTest::newRow("best written late")
        << Numbers{10, 30, 20, 40} << Numbers{10, 20, 20, 20} << Numbers{1, 1, 1, 1};
    QTest::newRow("further on, but not from there")
        << Numbers{10, 20, 30} << Numbers{10, 20, 10} << Numbers{1, 1, 2};
    QTest::newRow("same step, other weights")
        << Numbers{10, 20, 20} << Numbers{10, 20, 10} << Numbers{1, 1, 2};
}

void RunRepairTest::branchesAreToldBySteps() {
    QFETCH(std::vector<int>, steps);
    QFETCH(std::vector<int>, bestSteps);
    QFETCH(std::vector<int>, branches);
    std::vector<FoundCheckpoint> found(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        found[i].info.id.value = static_cast<std::int64_t>(i) + 1;
        found[i].info.step = steps[i];
        found[i].bestStep = bestSteps[i];
        found[i].bestLoss = 1.0 / bestSteps[i];
        found[i].hashButSettings = std::to_string(bestSteps[i]);
    }
    const Timeline timeline = inferTimeline(found);
    for (std::size_t i = 0; i < steps.size(); ++i)
        QCOMPARE(timeline.checkpoints[i].branch.value, std::int64_t{branches[i]});
}

QTEST_GUILESS_MAIN(RunRepairTest)
#include "run_repair_test.moc"
