// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <set>

#include <sys/resource.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "checkpoint/safetensors.h"
#include "failing_calls.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

/// Files may not grow beyond this while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

/// Without the rights of root, to whom every folder is open.
class OrdinaryUser {
public:
    OrdinaryUser()
        : m_before(::geteuid()) {
        if (m_before == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~OrdinaryUser() {
        if (m_changed)
            m_changed = ::seteuid(m_before) != 0;
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    uid_t m_before;
    bool m_changed = false;
};

void addSteps(RunStore& store, std::int64_t first, std::int64_t last) {
    for (std::int64_t step = first; step <= last; ++step)
        store.addStep({{1}, step, 1, static_cast<float>(step), 0.1});
}

NewCheckpoint at(std::int64_t step) {
    return {{1}, CheckpointOrigin::Person, "", 1, step, {}, {}};
}

std::map<std::string, std::string> onlyCheckpoints(std::map<std::string, std::string> files) {
    std::erase_if(files, [](const auto& file) { return !file.first.starts_with("checkpoints"); });
    return files;
}

/// What every error about a disk must say.
void verifyMessage(const Error& error, const std::filesystem::path& folder) {
    QCOMPARE(error.kind(), ProblemKind::Storage);
    const std::vector<std::string>& said = error.problem().what.arguments;
    const bool namesFolder = std::any_of(said.begin(), said.end(),
                                         [&](const auto& word) { return word.starts_with(folder.string()); });
    const bool namesBytes = std::any_of(said.begin(), said.end(), [](const auto& word) {
        return !word.empty() &&
               std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
    QVERIFY2(namesFolder && namesBytes, error.what());
    QVERIFY(!error.problem().advice.empty());
}

} // namespace

class RunFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCallFails_data();
    void everyCallFails();
    void makingARunFails();
    void otherFilesFail();
    void fileSizeLimit();
    void readOnlyFolder();
    void vanishedFolder();

private:
    std::filesystem::path newRun(const char* name);
    void failAt(int k, bool forEver, int reason);
    void saveWithFailure(RunStore& store, int k, bool forEver, int reason);

    QTemporaryDir m_folder;
    bool m_reached = false; ///< the call that was to fail was made at all
    std::vector<CheckpointInfo> m_announced;
};

void RunFaultsTest::initTestCase() {
    std::signal(SIGXFSZ, SIG_IGN);
}

std::filesystem::path RunFaultsTest::newRun(const char* name) {
    const std::filesystem::path folder = m_folder.path().toStdString();
    const std::filesystem::path whole = folder / "whole";
    if (!std::filesystem::exists(whole)) {
        const auto store = RunStore::create(whole, "{\"name\":\"x\"}");
        store->addBranch({});
        addSteps(*store, 1, 10);
        store->addCheckpoint(at(10), sampleState(10));
    }
    std::filesystem::remove_all(folder / name);
    std::filesystem::copy(whole, folder / name, std::filesystem::copy_options::recursive);
    return folder / name;
}

void RunFaultsTest::everyCallFails_data() {
    QTest::addColumn<bool>("forEver");
    QTest::addColumn<int>("reason");
    QTest::newRow("full disk once") << false << ENOSPC;
    QTest::newRow("full disk for ever") << true << ENOSPC;
    QTest::newRow("broken disk once") << false << EIO;
    QTest::newRow("read-only all at once") << true << EROFS;
}

void RunFaultsTest::saveWithFailure(RunStore& store, int k, bool forEver, int reason) {
    const auto before = onlyCheckpoints(filesBelow(store.folder()));
    m_reached = true;
    try {
        const FailingCalls failing(k, forEver, reason);
        m_announced.push_back(store.addCheckpoint(at(20), sampleState(20)));
        m_reached = failing.failed() > 0;
    } catch (const Error& error) {
        verifyMessage(error, store.folder());
        // A commit can fail after it has taken effect: then the new file is there, but complete.
        const auto after = onlyCheckpoints(filesBelow(store.folder()));
        QVERIFY(after.size() <= before.size() + 1);
        for (const auto& [name, content] : after) {
            if (before.contains(name))
                QVERIFY(before.at(name) == content);
            else
                QVERIFY(forEver && readSafetensors(store.folder() / name) == sampleState(20));
        }
    }
}

void RunFaultsTest::failAt(int k, bool forEver, int reason) {
    const std::filesystem::path run = newRun("run");
    {
        const auto store = RunStore::open(run, RunStore::Access::ReadWrite);
        m_announced = store->timeline().checkpoints;
        addSteps(*store, 11, 20);
        saveWithFailure(*store, k, forEver, reason);
        // Training goes on, and the next attempt works.
        addSteps(*store, 21, 30);
        m_announced.push_back(store->addCheckpoint(at(30), sampleState(30)));
    }
    const auto store = RunStore::open(run, RunStore::Access::ReadWrite);
    for (const CheckpointInfo& info : m_announced)
        QVERIFY(store->checkpoint(info.id) == info);
    std::set<std::string> letters;
    for (const CheckpointInfo& info : store->timeline().checkpoints) {
        QVERIFY(store->load(info.id) == sampleState(static_cast<std::uint64_t>(info.step)));
        QVERIFY2(letters.insert(info.letter).second, "a letter was given twice");
    }
    QVERIFY(store->timeline().checkpoints.size() <= m_announced.size() + (forEver ? 1 : 0));
    QCOMPARE(store->steps({1}).size(), std::size_t{30});
}

void RunFaultsTest::everyCallFails() {
    QFETCH(bool, forEver);
    QFETCH(int, reason);
    int k = 0;
    do {
        failAt(++k, forEver, reason);
    } while (m_reached && !QTest::currentTestFailed());
    if (QTest::currentTestFailed())
        qInfo("at call %d", k);
    QVERIFY2(k > 10, "the calls were not reached");
}

void RunFaultsTest::makingARunFails() {
    const std::filesystem::path run = std::filesystem::path(m_folder.path().toStdString()) / "made";
    bool isMade = false;
    int k = 1;
    for (; !isMade; ++k) {
        try {
            const FailingCalls failing(k, false, ENOSPC);
            RunStore::create(run, "{}");
            isMade = failing.failed() == 0;
        } catch (const Error& error) {
            verifyMessage(error, run.parent_path());
            QVERIFY2(!std::filesystem::exists(run), "a half made run was left behind");
        }
        std::filesystem::remove_all(run);
    }
    QVERIFY(k > 10);
}

void RunFaultsTest::otherFilesFail() {
    const std::filesystem::path folder = std::filesystem::path(m_folder.path().toStdString()) / "weights";
    std::filesystem::create_directories(folder);
    writeSafetensors(folder / "old.safetensors", sampleState(1));
    const auto before = filesBelow(folder);
    for (int k = 1;; ++k) {
        try {
            const FailingCalls failing(k, true, ENOSPC);
            writeSafetensors(folder / "new.safetensors", sampleState(2));
            if (failing.failed() == 0)
                break;
            QVERIFY(readSafetensors(folder / "new.safetensors") == sampleState(2));
            std::filesystem::remove(folder / "new.safetensors");
        } catch (const Error& error) {
            verifyMessage(error, folder);
            QVERIFY(filesBelow(folder) == before);
        }
    }
}

void RunFaultsTest::fileSizeLimit() {
    const std::filesystem::path run = newRun("limited");
    const auto store = RunStore::open(run, RunStore::Access::ReadWrite);
    const auto before = filesBelow(run);
    const TrainingState large = sampleState(5, 4000);
    for (const rlim_t limit : {0, 100, 4096, 100'000, 300'000}) {
        try {
            const FileSizeLimit limited(limit);
            store->addCheckpoint(at(20), large);
            QFAIL("the limit was not reached");
        } catch (const Error& error) {
            verifyMessage(error, run);
            QVERIFY2(std::string(error.what()).find(std::to_string(safetensorsSize(large))) !=
                         std::string::npos,
                     error.what());
            QVERIFY(filesBelow(run) == before);
        }
    }
    // The file fits, the history does not.
    addSteps(*store, 11, 100'000);
    {
        const FileSizeLimit limited(150'000);
        QVERIFY_EXCEPTION_THROWN(store->flush(), Error);
        QVERIFY_EXCEPTION_THROWN(store->addCheckpoint(at(100'000), sampleState(6)), Error);
        QVERIFY(onlyCheckpoints(filesBelow(run)) == onlyCheckpoints(before));
    }
    store->flush();
    QCOMPARE(store->steps({1}).size(), std::size_t{100'000});
    QVERIFY(store->load(store->addCheckpoint(at(100'000), large).id) == large);
}

void RunFaultsTest::readOnlyFolder() {
    const std::filesystem::path run = newRun("closed");
    const auto before = filesBelow(run);
    std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms(0755));
    for (const auto& path : {run, run / "checkpoints"})
        std::filesystem::permissions(path, std::filesystem::perms(0555));
    {
        const OrdinaryUser user;
        try {
            RunStore::open(run, RunStore::Access::ReadWrite);
            QFAIL("a read-only folder was opened for writing");
        } catch (const Error& error) {
            verifyMessage(error, run);
        }
        const auto looking = RunStore::open(run, RunStore::Access::ReadOnly);
        QVERIFY(looking->load(looking->find("last").id) == sampleState(10));
        QVERIFY_EXCEPTION_THROWN(RunStore::create(run / "inside", "{}"), Error);
    }
    for (const auto& path : {run, run / "checkpoints"})
        std::filesystem::permissions(path, std::filesystem::perms(0755));
    QVERIFY(filesBelow(run) == before);
}

void RunFaultsTest::vanishedFolder() {
    const std::filesystem::path run = newRun("vanishing");
    const auto store = RunStore::open(run, RunStore::Access::ReadWrite);
    addSteps(*store, 11, 20);
    std::filesystem::remove_all(run);
    for (int attempt = 0; attempt < 3; ++attempt) {
        try {
            store->addCheckpoint(at(20), sampleState(20));
            QFAIL("a checkpoint was announced in a folder that is gone");
        } catch (const Error& error) {
            verifyMessage(error, run);
        }
        QVERIFY_EXCEPTION_THROWN(store->flush(), Error);
    }
    QVERIFY(!std::filesystem::exists(run));
}

QTEST_GUILESS_MAIN(RunFaultsTest)
#include "run_faults_test.moc"
