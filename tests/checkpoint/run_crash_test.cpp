// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

struct Announced {
    std::int64_t step = 0;
    std::string sha256;
};

/// Complete lines only: the last one may be cut by the kill.
void collect(const QByteArray& output, std::map<std::int64_t, Announced>& announced) {
    for (const QByteArray& line : output.left(output.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3)
            announced[words[0].toLongLong()] = {words[1].toLongLong(), words[2].toStdString()};
    }
}

bool canBeOpened(const std::filesystem::path& run) {
    try {
        RunStore::open(run, RunStore::Access::ReadOnly);
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

/// An announced checkpoint survives a crash: the writer is killed at a random moment, again and again, on one
/// run.
class RunCrashTest : public QObject {
    Q_OBJECT

private slots:
    void announcedCheckpointsSurvive();
    void lockIsFreeAfterAKill();

private:
    void checkRun(const std::filesystem::path& folder, const std::map<std::int64_t, Announced>& announced);
    int m_cleanedUp = 0;
};

void RunCrashTest::checkRun(const std::filesystem::path& folder,
                            const std::map<std::int64_t, Announced>& announced) {
    // Looking first: it sees the same and changes nothing, whatever the kill has left behind.
    const auto before = filesBelow(folder);
    QCOMPARE(RunStore::open(folder, RunStore::Access::ReadOnly)->timeline().checkpoints.size() >=
                 announced.size(),
             true);
    QVERIFY(filesBelow(folder) == before);

    Recovery recovery;
    const auto store = RunStore::open(folder, RunStore::Access::ReadWrite, &recovery);
    const auto after = filesBelow(folder);
    m_cleanedUp += recovery.notes.empty() ? 0 : 1;
    for (const auto& [name, content] : before)
        QVERIFY2(after.contains(name) || name.ends_with("-journal") || !recovery.notes.empty(), name.c_str());

    const Timeline timeline = store->timeline();
    for (const auto& [id, expected] : announced) {
        const std::optional<CheckpointInfo> info = store->checkpoint({id});
        QVERIFY2(info && info->sha256 == expected.sha256,
                 "an announced checkpoint is missing or another one");
    }
    // A row was committed only after its file was safe, so each row's file is whole, announced or not.
    std::size_t files = 0;
    for (const auto& [name, content] : after)
        files += name.starts_with("checkpoints") ? 1 : 0;
    QCOMPARE(files, timeline.checkpoints.size());
    const auto newest = timeline.checkpoints.empty() ? 0 : timeline.checkpoints.size() - 1;
    for (std::size_t i = newest > 20 ? newest - 20 : 0; i < timeline.checkpoints.size(); ++i) {
        const CheckpointInfo& info = timeline.checkpoints[i];
        QVERIFY(store->load(info.id) == sampleState(static_cast<std::uint64_t>(info.step), 64));
    }
    if (timeline.branches.empty())
        return;
    const std::vector<StepReport> steps = store->steps(timeline.current);
    QVERIFY(announced.empty() || static_cast<std::int64_t>(steps.size()) >= announced.rbegin()->second.step);
    for (std::size_t i = 0; i < steps.size(); ++i)
        QVERIFY(steps[i].step == static_cast<std::int64_t>(i + 1) &&
                steps[i].loss == static_cast<float>(i + 1));
}

void RunCrashTest::announcedCheckpointsSurvive() {
    const QTemporaryDir folder;
    const RandomStream random(7, RandomPurpose::Generator);
    const int rounds = soakCount(100, 1000, 10'000);
    constexpr int kRoundsOnOneRun = 10;
    std::size_t checked = 0;
    std::map<std::int64_t, Announced> announced;
    for (int round = 0; round < rounds; ++round) {
        const std::filesystem::path run =
            std::filesystem::path(folder.path().toStdString()) / std::to_string(round / kRoundsOnOneRun);
        if (round % kRoundsOnOneRun == 0)
            announced.clear();
        QProcess writer;
        writer.start(WRITER_PROGRAM, {QString::fromStdString(run.string())});
        QVERIFY(writer.waitForStarted());
        // A third are killed at any time from the start, the others after they announced something.
        if (round % 3 != 0)
            QVERIFY(writer.waitForReadyRead());
        QTest::qSleep(1 + static_cast<int>(random.below(static_cast<std::uint64_t>(round), 0, 500)));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        collect(writer.readAllStandardOutput(), announced);
        QVERIFY2(writer.readAllStandardError().isEmpty() || round % kRoundsOnOneRun == 0,
                 "the writer could not go on");
        checked += announced.size();
        // Killed while the run was being made: there is nothing in it yet, and it says so.
        if (announced.empty() && !canBeOpened(run)) {
            std::filesystem::remove_all(run);
            continue;
        }
        checkRun(run, announced);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%zu announced checkpoints checked, %d openings cleaned up", checked, m_cleanedUp);
    QVERIFY(checked > static_cast<std::size_t>(rounds));
    QVERIFY(m_cleanedUp > 0);
}

void RunCrashTest::lockIsFreeAfterAKill() {
    const QTemporaryDir folder;
    const std::filesystem::path run = std::filesystem::path(folder.path().toStdString()) / "run";
    for (int round = 0; round < soakCount(20, 60, 500); ++round) {
        QProcess writer;
        writer.start(WRITER_PROGRAM, {QString::fromStdString(run.string())});
        QVERIFY(writer.waitForReadyRead());
        try {
            RunStore::open(run, RunStore::Access::ReadWrite);
            QFAIL("two programs write to one run");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ProblemKind::Refused);
            const std::string process = "process " + std::to_string(writer.processId());
            QVERIFY2(std::string(error.what()).find(process) != std::string::npos, error.what());
        }
        Recovery recovery;
        const auto looking = RunStore::open(run, RunStore::Access::ReadOnly, &recovery);
        QCOMPARE(recovery.notes.size(), std::size_t{1});
        QVERIFY(recovery.notes[0].english().find("checkpoint_writ") != std::string::npos);
        QVERIFY(looking->access() == RunStore::Access::ReadOnly);
        QVERIFY(!looking->timeline().checkpoints.empty());
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(RunStore::holder(run), std::string());
        QVERIFY(RunStore::open(run, RunStore::Access::ReadWrite)->access() == RunStore::Access::ReadWrite);
    }
}

QTEST_GUILESS_MAIN(RunCrashTest)
#include "run_crash_test.moc"
