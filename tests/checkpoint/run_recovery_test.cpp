// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include "checkpoint/run_store.h"
#include "checkpoint/safetensors.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

std::string joined(const Recovery& recovery) {
    std::string text;
    for (const Message& note : recovery.notes)
        text += note.english() + "\n";
    return text;
}

void execute(const std::filesystem::path& database, const char* sql) {
    sqlite3* opened = nullptr;
    QCOMPARE(sqlite3_open(database.c_str(), &opened), SQLITE_OK);
    QCOMPARE(sqlite3_exec(opened, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_close(opened), SQLITE_OK);
}

void flipByte(const std::filesystem::path& path, std::streamoff place) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(place);
    const int byte = file.get();
    file.seekp(place);
    file.put(static_cast<char>(byte ^ 1));
}

} // namespace

/// What opening a run does with rows and files that do not fit together.
class RunRecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aWholeRunSaysNothing();
    void rowsWithoutFiles();
    void filesWithoutRows();
    void damagedFiles_data();
    void damagedFiles();
    void damagedLastIsNamed();
    void damagedOnesAreNotThinned();
    void newerVersionIsOnlyLookedAt();
    void crashInTheMiddleOfACommit();
    void damagedHistory();
    void hostileHistory_data();
    void hostileHistory();

private:
    std::unique_ptr<RunStore> open(RunStore::Access access = RunStore::Access::ReadWrite) {
        return RunStore::open(m_run, access, &m_recovery);
    }
    std::filesystem::path file(int id) const {
        return m_run / ("checkpoints/00000" + std::to_string(id) + ".safetensors");
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_run;
    Recovery m_recovery;
};

void RunRecoveryTest::init() {
    m_run = std::filesystem::path(m_folder.path().toStdString()) / "run";
    std::filesystem::remove_all(m_run);
    const auto store = RunStore::create(m_run, "{}");
    const BranchId branch = store->addBranch({});
    for (std::int64_t step = 1; step <= 5; ++step) {
        store->addStep({branch, step, 1, 0.5F, 0.1});
        store->addCheckpoint(
            {branch, CheckpointOrigin::Automatic, "", 0, step, 1.0 / static_cast<double>(step), {}},
            sampleState(static_cast<std::uint64_t>(step)));
    }
}

void RunRecoveryTest::aWholeRunSaysNothing() {
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(open()->timeline().checkpoints.size(), std::size_t{5});
        QCOMPARE(joined(m_recovery), std::string());
    }
}

void RunRecoveryTest::rowsWithoutFiles() {
    std::filesystem::remove(file(2));
    std::filesystem::remove(file(4));
    QCOMPARE(open(RunStore::Access::ReadOnly)->timeline().checkpoints.size(), std::size_t{3});
    QVERIFY(joined(m_recovery).find("are gone (2)") != std::string::npos);
    const auto store = open();
    QVERIFY2(joined(m_recovery).find("taken out of the list (2)") != std::string::npos,
             joined(m_recovery).c_str());
    QCOMPARE(store->timeline().checkpoints.size(), std::size_t{3});
    QVERIFY_EXCEPTION_THROWN(store->load({2}), Error);
}

void RunRecoveryTest::filesWithoutRows() {
    std::filesystem::copy_file(file(1), file(6));
    std::ofstream(m_run / "checkpoints/.000007.safetensors.partial") << "cut";
    std::ofstream(m_run / ".experiment.json.partial") << "cut";
    std::ofstream(m_run / "checkpoints/notes of mine.txt") << "mine";
    std::ofstream(m_run / "checkpoints/mine.safetensors") << "mine";
    const auto store = open();
    const std::string said = joined(m_recovery);
    QVERIFY2(said.find("never finished were removed (1): 000006.safetensors") != std::string::npos,
             said.c_str());
    QVERIFY2(said.find("cut off while they were written were removed (2)") != std::string::npos,
             said.c_str());
    QVERIFY(!std::filesystem::exists(file(6)));
    QVERIFY(std::filesystem::exists(m_run / "checkpoints/notes of mine.txt"));
    QVERIFY(std::filesystem::exists(m_run / "checkpoints/mine.safetensors"));
    QCOMPARE(filesBelow(m_run / "checkpoints").size(), std::size_t{7});
    QCOMPARE(store->timeline().checkpoints.size(), std::size_t{5});
}

void RunRecoveryTest::damagedFiles_data() {
    QTest::addColumn<int>("damage");
    QTest::newRow("a flipped bit") << 0;
    QTest::newRow("cut") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("another checkpoint") << 3;
    QTest::newRow("of another program") << 4;
}

void RunRecoveryTest::damagedFiles() {
    QFETCH(int, damage);
    if (damage == 0)
        flipByte(file(3), 900);
    else if (damage <= 2)
        std::filesystem::resize_file(file(3), damage == 1 ? 900 : 0);
    else if (damage == 3)
        std::filesystem::copy_file(file(2), file(3), std::filesystem::copy_options::overwrite_existing);
    else
        std::ofstream(file(3), std::ios::binary) << std::string("\x02\0\0\0\0\0\0\0{}", 10);
    const auto before = filesBelow(m_run / "checkpoints");
    for (const auto access : {RunStore::Access::ReadOnly, RunStore::Access::ReadWrite}) {
        const auto store = open(access);
        QVERIFY2(joined(m_recovery).find("Checkpoint 3 is damaged") != std::string::npos,
                 joined(m_recovery).c_str());
        QCOMPARE(store->timeline().checkpoints.size(), std::size_t{4});
        QCOMPARE(store->find("last").id.value, 5);
        for (const char* selector : {"3", "000"}) {
            try {
                store->find(selector);
                QFAIL("a damaged checkpoint was offered");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), selector[0] == '3' ? ProblemKind::DamagedFile : ProblemKind::Refused);
            }
        }
        QVERIFY_EXCEPTION_THROWN(store->load({3}), Error);
        QVERIFY(store->load({4}) == sampleState(4));
    }
    QVERIFY(filesBelow(m_run / "checkpoints") == before);
    // A good copy put back is a good checkpoint again.
    std::filesystem::remove(file(3));
    writeSafetensors(file(3), sampleState(3));
    QVERIFY(open()->load({3}) == sampleState(3));
    QCOMPARE(joined(m_recovery), std::string());
}

void RunRecoveryTest::damagedLastIsNamed() {
    flipByte(file(5), 900);
    const auto store = open();
    for (const char* selector : {"last", "best", "5"}) {
        try {
            store->find(selector);
            QFAIL("another checkpoint was given in silence");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ProblemKind::DamagedFile);
            QVERIFY2(std::string(error.what()).find("Use checkpoint 4") != std::string::npos, error.what());
        }
    }
}

void RunRecoveryTest::damagedOnesAreNotThinned() {
    flipByte(file(5), 900);
    const auto store = open();
    store->setBudget({1});
    QCOMPARE(store->thin().size(), std::size_t{3});
    QCOMPARE(store->timeline().checkpoints.size(), std::size_t{1});
    QVERIFY(store->load({4}) == sampleState(4));
    QVERIFY(std::filesystem::exists(file(5)));
}

void RunRecoveryTest::newerVersionIsOnlyLookedAt() {
    execute(m_run / "run.sqlite", "PRAGMA user_version = 99; ALTER TABLE steps ADD COLUMN mood TEXT;");
    std::ofstream(m_run / "checkpoints/000009.safetensors") << "of a newer kind";
    const auto before = filesBelow(m_run);
    const auto store = open();
    QVERIFY(store->access() == RunStore::Access::ReadOnly);
    QVERIFY(joined(m_recovery).find("newer version") != std::string::npos);
    QCOMPARE(store->steps({1}).size(), std::size_t{5});
    QVERIFY(store->load(store->find("last").id) == sampleState(5));
    QVERIFY_EXCEPTION_THROWN(store->flush(), Error);
    auto after = filesBelow(m_run);
    QVERIFY(after == before);
}

void RunRecoveryTest::crashInTheMiddleOfACommit() {
    // A copy of the folder taken in the middle of a large transaction is what a crash leaves.
    const std::filesystem::path copy = m_run.parent_path() / "crashed";
    std::filesystem::remove_all(copy);
    sqlite3* writing = nullptr;
    QCOMPARE(sqlite3_open((m_run / "run.sqlite").c_str(), &writing), SQLITE_OK);
    const char* sql =
        "PRAGMA cache_size = 2; BEGIN; DELETE FROM checkpoints; UPDATE branches SET fork_step = 9;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
        " INSERT INTO notes SELECT i, hex(randomblob(200)) FROM n;";
    QCOMPARE(sqlite3_exec(writing, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    std::filesystem::copy(m_run, copy, std::filesystem::copy_options::recursive);
    sqlite3_exec(writing, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(writing);
    QVERIFY(std::filesystem::file_size(copy / "run.sqlite-journal") > 0);

    const auto before = filesBelow(copy);
    const auto looking = RunStore::open(copy, RunStore::Access::ReadOnly);
    QCOMPARE(looking->timeline().checkpoints.size(), std::size_t{5});
    QCOMPARE(looking->steps({1}).size(), std::size_t{5});
    QVERIFY2(filesBelow(copy) == before, "looking wrote something");
    const auto store = RunStore::open(copy, RunStore::Access::ReadWrite);
    QVERIFY(store->timeline() == looking->timeline());
    QVERIFY(!std::filesystem::exists(copy / "run.sqlite-journal"));
}

void RunRecoveryTest::damagedHistory() {
    const auto whole = filesBelow(m_run)["run.sqlite"];
    const RandomStream random(3, RandomPurpose::Generator);
    const int rounds = soakCount(150, 3000, 30'000);
    for (int round = 0; round < rounds; ++round) {
        std::string bytes = whole;
        const auto place = random.below(static_cast<std::uint64_t>(round), 0, bytes.size() - 64);
        for (std::uint64_t i = 0; i < 64; ++i)
            bytes[place + i] = static_cast<char>(random.below(static_cast<std::uint64_t>(round), 1 + i, 256));
        if (round % 3 == 0)
            bytes.resize(place);
        std::ofstream(m_run / "run.sqlite", std::ios::binary | std::ios::trunc) << bytes;
        try {
            const auto store = open(RunStore::Access::ReadOnly);
            for (const Branch& branch : store->timeline().branches)
                store->steps(branch.id);
            for (const CheckpointInfo& info : store->timeline().checkpoints)
                store->load(info.id);
        } catch (const Error& error) {
            QVERIFY2(!error.problem().what.empty(), error.what());
        }
    }
}

void RunRecoveryTest::hostileHistory_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("cut losses") << "UPDATE steps SET losses = x'0000803F00'";
    QTest::newRow("no losses") << "UPDATE steps SET losses = x''";
    QTest::newRow("too many losses") << "UPDATE steps SET losses = zeroblob(40000)";
    QTest::newRow("rates missing") << "UPDATE steps SET rates = x''";
    QTest::newRow("step zero") << "UPDATE steps SET first = 0";
    QTest::newRow("unknown origin") << "UPDATE checkpoints SET origin = 'heaven'";
    QTest::newRow("branch of itself") << "UPDATE branches SET parent = id";
    QTest::newRow("no table") << "DROP TABLE steps";
}

void RunRecoveryTest::hostileHistory() {
    QFETCH(QString, sql);
    execute(m_run / "run.sqlite", sql.toUtf8().constData());
    try {
        open(RunStore::Access::ReadOnly)->steps({1});
        QFAIL("was read");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::DamagedFile);
    }
}

QTEST_GUILESS_MAIN(RunRecoveryTest)
#include "run_recovery_test.moc"
