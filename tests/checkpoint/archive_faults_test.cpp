// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_archive.h"
#include "checkpoint/run_store.h"
#include "failing_calls.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

/// Packing and unpacking on a disk that does not play along: all of it is there, and on the disk, or nothing.
class ArchiveFaultsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void packingOnAFailingDisk_data();
    void packingOnAFailingDisk();
    void unpackingOnAFailingDisk_data();
    void unpackingOnAFailingDisk();
    void allIsSentToTheDisk();
    void nothingIsWrittenOver();
    void historyThatCannotBeCopied();

private:
    std::filesystem::path path(const char* name) const { return m_place / name; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_place;
};

void ArchiveFaultsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = m_folder->path().toStdString();
    const auto store = RunStore::create(path("run"), "{}");
    const BranchId branch = store->addBranch({});
    for (std::int64_t step = 1; step <= 3; ++step)
        store->addCheckpoint({branch, {}, "", 0, step, {}, {}},
                             sampleState(static_cast<std::uint64_t>(step)));
}

namespace {

void kindsOfFailure() {
    QTest::addColumn<bool>("forEver");
    QTest::addColumn<int>("reason");
    QTest::newRow("full once") << false << ENOSPC;
    QTest::newRow("full for ever") << true << ENOSPC;
    QTest::newRow("broken once") << false << EIO;
    QTest::newRow("broken for ever") << true << EIO;
}

/// Lets call after call fail until the work succeeds without one. Gives how many did.
template <class Work, class Check>
int failEach(const Work& work, const Check& check) {
    QFETCH(bool, forEver);
    QFETCH(int, reason);
    for (int call = 1;; ++call) {
        std::optional<Problem> problem;
        int failed = 0;
        {
            const FailingCalls failing(call, forEver, reason);
            try {
                work();
            } catch (const Error& error) {
                problem = error.problem();
            }
            failed = failing.failed();
        }
        if (failed == 0)
            return call - 1;
        check(problem);
        if (QTest::currentTestFailed())
            return 0;
    }
}

} // namespace

void ArchiveFaultsTest::packingOnAFailingDisk_data() {
    kindsOfFailure();
}

void ArchiveFaultsTest::packingOnAFailingDisk() {
    const auto store = RunStore::open(path("run"), RunStore::Access::ReadWrite);
    const auto before = filesBelow(m_place);
    const int calls = failEach(
        [this, &store] { RunPacking(*store, path("one.zip")).write({}); },
        [&](const std::optional<Problem>& problem) {
            if (!problem) { // a folder's descriptor was closed late
                std::filesystem::remove(path("one.zip"));
                return;
            }
            QCOMPARE(problem->kind, ProblemKind::Storage);
            QFETCH(int, reason);
            QCOMPARE(problem->what.text.starts_with("the disk is full"), reason == ENOSPC);
            QVERIFY2(problem->where.starts_with(path("one.zip").string()), problem->english().c_str());
            QVERIFY(filesBelow(m_place) == before);
        });
    QVERIFY(calls >= 5);
    QVERIFY(std::filesystem::exists(path("one.zip")));
}

void ArchiveFaultsTest::unpackingOnAFailingDisk_data() {
    kindsOfFailure();
}

void ArchiveFaultsTest::unpackingOnAFailingDisk() {
    packRun(path("run"), path("one.zip"));
    const auto before = filesBelow(m_place);
    const int calls = failEach([this] { unpackRun(path("one.zip"), path("again")); },
                               [&](const std::optional<Problem>& problem) {
                                   if (!problem) { // what was only read was closed late
                                       std::filesystem::remove_all(path("again"));
                                       return;
                                   }
                                   QCOMPARE(problem->kind, ProblemKind::Storage);
                                   QVERIFY(filesBelow(m_place) == before);
                                   QVERIFY(!std::filesystem::exists(path("again")));
                                   QVERIFY(!std::filesystem::exists(path(".again.partial")));
                               });
    QVERIFY(calls >= 15);
    QVERIFY(std::filesystem::exists(path("again/run.sqlite")));
}

void ArchiveFaultsTest::allIsSentToTheDisk() {
    const auto store = RunStore::open(path("run"), RunStore::Access::ReadWrite);
    constexpr int kNever = 1'000'000;
    {
        const FailingCalls counted(kNever, false, EIO);
        RunPacking(*store, path("one.zip")).write({});
        QCOMPARE(counted.synced(), 2); // the file and its folder
    }
    const FailingCalls counted(kNever, false, EIO);
    unpackRun(path("one.zip"), path("again"));
    QCOMPARE(counted.synced(), 5 + 3); // the files, their two folders, and the one above
}

/// Something may come to the place while the work is under way.
void ArchiveFaultsTest::nothingIsWrittenOver() {
    const auto comes = [this](const char* name) {
        return [this, name](std::uint64_t, std::uint64_t) {
            std::filesystem::create_directory(path(name));
            return true;
        };
    };
    try {
        packRun(path("run"), path("one.zip"), comes("one.zip"));
        QFAIL("wrote over it");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
    packRun(path("run"), path("two.zip"));
    try {
        unpackRun(path("two.zip"), path("again"), comes("again"));
        QFAIL("wrote over it");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
    }
    QVERIFY(std::filesystem::is_empty(path("again")) && std::filesystem::is_empty(path("one.zip")));
    QVERIFY(!std::filesystem::exists(path(".again.partial")));
}

void ArchiveFaultsTest::historyThatCannotBeCopied() {
    const auto store = RunStore::open(path("run"), RunStore::Access::ReadWrite);
    try {
        RunPacking(*store, path("no such folder/one.zip"));
        QFAIL("was packed");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Storage);
    }
}

QTEST_GUILESS_MAIN(ArchiveFaultsTest)
#include "archive_faults_test.moc"
