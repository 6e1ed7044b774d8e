// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/checkpoint_choice.h"
#include "session/branch_walk.h"
#include "session/proof.h"
#include "session/repetition.h"
#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Any step of a run can be gone to, and what was trained can be proved.
class AnyStepTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyStepIsExact_data();
    void everyStepIsExact();
    void stepsBeforeAForkAreTheParents();
    void damagedForkIsTrainedAgain();
    void theWayToADamagedForkCanBeEnded();
    void refusesStepsThatAreNot();
    void selectorsNameSteps();
    void proves_data();
    void proves();
    void namesWhatDiffers();
    void sessionGoesToAStepAndOn();
    void sessionProvesAndIsCancelled();
    void repeatsRecordedSteps();
    void sessionRepeatsWhileNothingElseIsDone();

private:
    RunRecord withDamagedFork() const;
    BranchWalk walk(ReplayProgress progress = {}) {
        return BranchWalk(
            m_record,
            [this](const Branch&) {
                return std::make_unique<Trainer>(m_experiment, sampleData(m_experiment), TrainerOptions{1});
            },
            std::move(progress));
    }

    QTemporaryDir m_folder;
    Experiment m_experiment;
    std::unique_ptr<RunStore> m_store;
    RunRecord m_record;
    std::map<std::int64_t, std::string> m_hashes[4]; ///< by branch: after each step
};

/// Branch 1: two epochs with a change in the middle of each. Branch 2: from the end of the first epoch on,
/// without dropout. Branch 3: only the weights of that checkpoint. All by hand, with the hash of each step.
void AnyStepTest::initTestCase() {
    m_experiment = sampleExperiment("cnn");
    m_store = RunStore::create(m_folder.filePath("run").toStdString(), experimentJson(m_experiment));
    Trainer trainer(m_experiment, sampleData(m_experiment), {2, true});
    const auto train = [&](BranchId branch, std::int64_t to) {
        while (trainer.stepsDone() < to) {
            StepResult result = trainer.step();
            result.report.branch = branch;
            m_store->addStep(result.report);
            if (result.epochFinished)
                trainer.finishEpoch();
            m_hashes[branch.value][trainer.stepsDone()] = stateHash(trainer.state());
        }
    };
    const auto save = [&](BranchId branch) {
        return m_store->addCheckpoint({branch, {}, "", trainer.epochsDone(), trainer.stepsDone(), {}, {}},
                                      trainer.state());
    };
    const auto change = [&](BranchId branch, std::vector<Change> changes) {
        const CheckpointInfo before = save(branch);
        LiveSettings settings = trainer.settings();
        settings.dropoutOn = changes[0].kind != ChangeKind::Dropout;
        settings.learningRate *= changes[0].kind == ChangeKind::LearningRate ? 0.5 : 1;
        changes[0].after =
            changes[0].kind == ChangeKind::Dropout ? "off" : std::to_string(settings.learningRate);
        settings.learningRate =
            changes[0].kind == ChangeKind::Dropout ? settings.learningRate : std::stod(changes[0].after);
        trainer.change(settings);
        Mark mark;
        mark.branch = branch;
        mark.step = trainer.stepsDone();
        mark.before = before.id;
        mark.changes = changes;
        m_store->addMark(mark);
    };
    const BranchId first = m_store->addBranch({});
    m_hashes[1][0] = stateHash(trainer.state());
    train(first, 4);
    change(first, {{ChangeKind::LearningRate, "lr", "", ""}});
    train(first, 10);
    const CheckpointInfo fork = save(first);
    train(first, 15);
    change(first, {{ChangeKind::LearningRate, "lr", "", ""}});
    train(first, 21);
    Branch branch;
    branch.parent = first;
    branch.forkedFrom = fork.id;
    branch.forkStep = fork.step;
    branch.forkEpoch = fork.epoch;
    const BranchId second = m_store->addBranch(branch);
    trainer.restore(m_store->load(fork.id));
    m_hashes[2][10] = m_hashes[1][10];
    change(second, {{ChangeKind::Dropout, "dropout", "on", ""}});
    train(second, 17);
    save(second);
    m_store->flush();
    m_record = RunRecord::of(*m_store);
}

void AnyStepTest::everyStepIsExact_data() {
    QTest::addColumn<int>("branch");
    QTest::newRow("from the seed") << 1;
    QTest::newRow("from a fork") << 2;
}

void AnyStepTest::everyStepIsExact() {
    QFETCH(int, branch);
    QVERIFY(m_hashes[branch].size() >= 8);
    for (const auto& [step, hash] : m_hashes[branch]) {
        BranchWalk way = walk();
        StepPlace place{BranchId{branch}, step};
        QVERIFY(way.goTo(place));
        QVERIFY2(stateHash(way.trainer().state()) == hash, qPrintable(QString("step %1").arg(step)));
        QVERIFY(way.stepsTrained() <= 7);
        QCOMPARE(place.epoch, way.trainer().epochsDone());
        const auto info = m_record.checkpointsOf(BranchId{branch});
        const bool saved = std::any_of(info.begin(), info.end(), [step = step](const CheckpointInfo& each) {
            return each.step == step;
        });
        QCOMPARE(bool(place.checkpoint), saved || (branch == 2 && step == 10));
    }
}

void AnyStepTest::stepsBeforeAForkAreTheParents() {
    BranchWalk way = walk();
    StepPlace place{BranchId{2}, 7};
    QVERIFY(way.goTo(place));
    QCOMPARE(place.branch, BranchId{1});
    QCOMPARE(stateHash(way.trainer().state()), m_hashes[1][7]);
}

/// The run as it is once the checkpoint that branch 2 left from is damaged.
RunRecord AnyStepTest::withDamagedFork() const {
    RunRecord record = m_record;
    const CheckpointId fork = m_record.branch({2}).forkedFrom;
    for (const CheckpointInfo& each : m_record.timeline.checkpoints)
        if (each.id == fork)
            record.damaged.push_back(each);
    std::erase_if(record.timeline.checkpoints, [&](const CheckpointInfo& each) { return each.step == 10; });
    return record;
}

void AnyStepTest::damagedForkIsTrainedAgain() {
    RunRecord known = withDamagedFork();
    std::swap(m_record, known);
    BranchWalk way = walk();
    StepPlace place{BranchId{2}, 13};
    const bool came = way.goTo(place);
    const std::string hash = stateHash(way.trainer().state());
    m_record.damaged.clear();
    StepPlace again{BranchId{2}, 13};
    QVERIFY_EXCEPTION_THROWN(walk().goTo(again), Error);
    std::swap(m_record, known);
    QVERIFY(came);
    QCOMPARE(hash, m_hashes[2][13]);
}

void AnyStepTest::theWayToADamagedForkCanBeEnded() {
    RunRecord known = withDamagedFork();
    std::swap(m_record, known);
    BranchWalk way = walk([](std::int64_t done, std::int64_t) { return done < 2; });
    StepPlace place{BranchId{2}, 13};
    const bool came = way.goTo(place);
    const auto trainerMaker = [this](const Branch&) {
        return std::make_unique<Trainer>(m_experiment, sampleData(m_experiment), TrainerOptions{1});
    };
    // The end of branch 2 has only the fork before it: it is proved from there all the same.
    const CheckpointId end = m_record.checkpointsOf({2}).back().id;
    const auto proof = prove(m_record, end, trainerMaker);
    const auto ended = prove(m_record, end, trainerMaker, [](std::int64_t, std::int64_t) { return false; });
    std::swap(m_record, known);
    QVERIFY(!came);
    QVERIFY(proof && proof->equal);
    QVERIFY(!ended);
}

void AnyStepTest::refusesStepsThatAreNot() {
    for (const StepPlace& each : {StepPlace{{1}, 22}, StepPlace{{1}, -1}, StepPlace{{9}, 3}}) {
        StepPlace place = each;
        QVERIFY_EXCEPTION_THROWN(walk().goTo(place), Error);
    }
    // An end on the way leaves nothing behind.
    BranchWalk way = walk([](std::int64_t done, std::int64_t) { return done < 2; });
    StepPlace place{BranchId{1}, 20};
    QVERIFY(!way.goTo(place));
}

void AnyStepTest::selectorsNameSteps() {
    const Timeline& timeline = m_record.timeline;
    QVERIFY(stepPlace(timeline, "step:12") == (StepPlace{{2}, 12}));
    QVERIFY(stepPlace(timeline, "1:12") == (StepPlace{{1}, 12}));
    for (const char* other :
         {"last", "name:1", "name:step:3", "12", "step:", "step:x", "x:3", "-1:3", "1:-3"})
        QVERIFY2(!stepPlace(timeline, other), other);
    QVERIFY_EXCEPTION_THROWN(stepPlace(timeline, "7:1"), Error);
}

void AnyStepTest::proves_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("to the next") << 0 << 4 << 10;
    QTest::newRow("across a change") << 1 << 10 << 15;
    QTest::newRow("the last: from the one before") << 2 << 10 << 15;
    QTest::newRow("the end of a branch") << 4 << 10 << 17;
}

void AnyStepTest::proves() {
    QFETCH(int, index);
    QFETCH(int, from);
    QFETCH(int, to);
    const CheckpointInfo checkpoint = m_record.timeline.checkpoints[static_cast<std::size_t>(index)];
    const auto proof = prove(m_record, checkpoint.id, [this](const Branch&) {
        return std::make_unique<Trainer>(m_experiment, sampleData(m_experiment), TrainerOptions{1});
    });
    QVERIFY(proof && proof->equal);
    QCOMPARE(proof->from.step, from);
    QCOMPARE(proof->to.step, to);
    QCOMPARE(proof->steps, to - from);
    QCOMPARE(proof->sha256, proof->to.sha256);
    QCOMPARE(proof->firstDifference, std::string());
}

/// The record says another learning rate than the one that was trained with.
void AnyStepTest::namesWhatDiffers() {
    RunRecord wrong = m_record;
    wrong.timeline.marks[0].changes[0].after = "0.5";
    const auto proof = prove(wrong, wrong.timeline.checkpoints[0].id, [this](const Branch&) {
        return std::make_unique<Trainer>(m_experiment, sampleData(m_experiment), TrainerOptions{1});
    });
    QVERIFY(proof && !proof->equal);
    QVERIFY2(proof->firstDifference.find("element") != std::string::npos, proof->firstDifference.c_str());
    QVERIFY(proof->sha256 != proof->to.sha256);
}

void AnyStepTest::sessionGoesToAStepAndOn() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    Experiment experiment = sampleExperiment("mlp");
    experiment.epochs = 3;
    const QString folder = m_folder.filePath("session");
    session.create(experiment, folder);
    session.start();
    QVERIFY(log.waitForEnd());
    const std::size_t saved = log.checkpoints.size();
    const std::vector<StepReport> before = log.steps;
    // Looking at steps leaves nothing behind; the last place counts.
    for (const qint64 step : {3, 17, 8})
        session.goToStep({1}, step);
    QVERIFY(log.waitFor("wentToStep"));
    while (log.places.back().step != 8)
        QVERIFY(log.waitFor("wentToStep", log.count("wentToStep") + 1));
    QCOMPARE(log.checkpoints.size(), saved);
    QCOMPARE(log.timeline->branches.size(), std::size_t(1));
    // Playing on without a change draws the old curve again, on a branch of its own.
    session.step();
    session.start();
    QVERIFY(log.waitForEnd());
    QCOMPARE(log.timeline->branches.size(), std::size_t(2));
    const Branch branch = log.timeline->branches.back();
    QCOMPARE(branch.forkStep, 8);
    QVERIFY(branch.forkedFrom);
    QCOMPARE(log.steps.size(), before.size() + before.size() - 8);
    for (std::size_t i = 8; i < before.size(); ++i)
        QCOMPARE(log.steps[before.size() + i - 8].loss, before[i].loss);
    QCOMPARE(log.checkpoints.back().sha256, log.checkpoints[saved - 1].sha256);
    // A change and a save by a person right there, too.
    session.goToStep({1}, 12);
    LiveSettings settings = log.settings;
    settings.learningRate *= 2;
    session.change(settings);
    session.saveCheckpoint("here");
    session.start();
    QVERIFY(log.waitForEnd());
    session.stop();
    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(store->timeline().branches.size(), std::size_t(3));
    QCOMPARE(store->timeline().branches.back().forkStep, 12);
    QVERIFY(replayRun(*store, sampleData(experiment)).equal());
}

void AnyStepTest::sessionProvesAndIsCancelled() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    Experiment experiment = sampleExperiment("cnn");
    experiment.epochs = 4;
    experiment.checkpointEvery = 2;
    session.create(experiment, m_folder.filePath("proof"));
    session.start();
    QVERIFY(log.waitForEnd());
    session.prove(log.checkpoints.front().id);
    QVERIFY(log.waitFor("proved"));
    QVERIFY(log.proof.equal);
    QCOMPARE(log.proof.to.id, log.checkpoints.back().id);
    QVERIFY(log.count("replayProgress") > 0);
    session.prove(log.checkpoints.front().id);
    session.cancelReplay();
    QVERIFY(log.waitFor("replayCancelled"));
    session.goToStep({1}, 12345);
    QVERIFY(log.waitFor("warned"));
    QVERIFY(log.waitFor("replayCancelled", 2));
    QCOMPARE(log.count("proved"), 1);
}

void AnyStepTest::repeatsRecordedSteps() {
    const auto repeat = [this](std::size_t checkpoint, std::int64_t most) {
        return repeatSteps(
            m_record, {m_record.timeline.checkpoints[checkpoint].id, most}, [this](const Branch&) {
                return std::make_unique<Trainer>(m_experiment, sampleData(m_experiment), TrainerOptions{1});
            });
    };
    const auto across = repeat(0, 20); // its branch ends after 17, with changes on the way
    QVERIFY(across);
    QCOMPARE(across->steps, 17);
    QCOMPARE(across->firstDifferent, 0);
    QCOMPARE(repeat(1, 5)->steps, 5);
    QCOMPARE(repeat(3, 20)->branch, BranchId{2});
    QCOMPARE(repeat(3, 20)->steps, 7);
    QVERIFY(!repeat(4, 20)); // nothing was recorded behind the end
    const auto recorded = std::exchange(m_record.steps, {});
    m_record.steps = [&](BranchId branch, const StepRange& range) {
        std::vector<StepReport> steps = recorded(branch, range);
        for (StepReport& step : steps)
            if (step.step == 7)
                step.loss = std::nextafter(step.loss, 0.0F);
        return steps;
    };
    const auto other = repeat(0, 20);
    m_record.steps = recorded;
    QCOMPARE(other->firstDifferent, 7);
    QCOMPARE(other->steps, 3);
}

void AnyStepTest::sessionRepeatsWhileNothingElseIsDone() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    Experiment experiment = sampleExperiment("cnn");
    experiment.checkpointEvery = 1;
    session.create(experiment, m_folder.filePath("repetition"));
    for (int i = 1; i <= 2; ++i) {
        session.stepEpoch();
        QVERIFY(log.waitFor("paused", i));
    }
    const CheckpointInfo first = log.checkpoints.front();
    session.goBackTo(first.id);
    session.repeatSteps(first.id, 3);
    QVERIFY(log.waitFor("repeated"));
    QCOMPARE(log.repetition.from.id, first.id);
    QCOMPARE(log.repetition.steps, 3);
    QCOMPARE(log.repetition.firstDifferent, 0);
    session.repeatSteps(first.id, 1000);
    session.step();
    QVERIFY(log.waitFor("paused", 3));
    QCOMPARE(log.steps.back().step, first.step + 1); // what is stood on stayed
    session.saveCheckpoint("end");
    QVERIFY(log.waitFor("checkpoint", int(log.checkpoints.size()) + 1));
    QCOMPARE(log.count("repeated"), 1);
}

QTEST_GUILESS_MAIN(AnyStepTest)
#include "any_step_test.moc"
