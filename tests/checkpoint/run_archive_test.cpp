// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>
#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include "checkpoint/run_archive.h"
#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

/// One thing in a zip file made by hand.
struct Entry {
    std::string name;
    std::string content;
    std::string linkTo;
};

void writeZip(const std::filesystem::path& file, const std::vector<Entry>& entries) {
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    QCOMPARE(archive_write_open_filename(zip, file.c_str()), ARCHIVE_OK);
    for (const Entry& each : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, each.name.c_str());
        archive_entry_set_filetype(entry, each.linkTo.empty() ? AE_IFREG : AE_IFLNK);
        if (!each.linkTo.empty())
            archive_entry_set_symlink(entry, each.linkTo.c_str());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(each.content.size()));
        QCOMPARE(archive_write_header(zip, entry), ARCHIVE_OK);
        archive_write_data(zip, each.content.data(), each.content.size());
        archive_entry_free(entry);
    }
    QCOMPARE(archive_write_close(zip), ARCHIVE_OK);
    archive_write_free(zip);
}

const QByteArray kNoUtf8("\xb0\xed\xbe\xe7\xc0\xcc"); ///< a cat in an older Korean writing

} // namespace

/// A run in one file: the same run again, or nothing at all.
class RunArchiveTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void packsAndUnpacks();
    void packsARunThatGoesOn();
    void tellsWhatItCleanedAndLeftOut();
    void tellsWhatIsInside();
    void foldersInAnyWriting_data();
    void foldersInAnyWriting();
    void hostileFiles_data();
    void hostileFiles();
    void fileLargerThanItSays();
    void damagedFiles();
    void leavesNothingWhenEnded();
    void refusesWhatIsThereOrOpen();

private:
    std::filesystem::path path(const char* name) const { return m_place / name; }
    /// What lies in the test's folder, below it and beside it.
    std::size_t things() const { return filesBelow(m_place.parent_path()).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_place;
};

void RunArchiveTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = std::filesystem::path(m_folder->path().toStdString()) / "place";
    const auto store = RunStore::create(path("run"), "{}");
    std::ofstream(path("run/head-notes.json")) << "[]";
    const BranchId branch = store->addBranch({});
    for (std::int64_t step = 1; step <= 3; ++step) {
        store->addStep({branch, step, 1, 0.5F, 0.1});
        store->addCheckpoint({branch, {}, "", 0, step, {}, {}},
                             sampleState(static_cast<std::uint64_t>(step)));
    }
}

void RunArchiveTest::packsAndUnpacks() {
    std::ofstream(path("run/notes of mine.txt")) << "mine";
    std::uint64_t told = 0;
    packRun(path("run"), path("one.zip"), [&told](std::uint64_t done, std::uint64_t total) {
        told = total;
        return done <= total;
    });
    packRun(path("run"), path("two.zip"));
    auto files = filesBelow(m_place);
    QVERIFY(files["one.zip"] == files["two.zip"]);
    unpackRun(path("one.zip"), path("again"));
    auto before = filesBelow(path("run"));
    before.erase("run.lock");
    before.erase("notes of mine.txt");
    QVERIFY(filesBelow(path("again")) == before);
    std::uint64_t bytes = 0;
    for (const auto& [name, content] : before)
        bytes += content.size();
    QCOMPARE(told, bytes);
    const auto store = RunStore::open(path("again"), RunStore::Access::ReadWrite);
    QVERIFY(store->load({3}) == sampleState(3));
}

/// What comes after the moment is not in the file, and what was there then is.
void RunArchiveTest::packsARunThatGoesOn() {
    const auto store = RunStore::open(path("run"), RunStore::Access::ReadWrite);
    store->addStep({{1}, 4, 1, 0.25F, 0.1}); // not written yet
    const RunPacking packing(*store, path("one.zip"));
    std::ofstream(path("run/head-notes.json")) << R"([{"layer":1,"head":2,"note":"later"}])";
    store->addStep({{1}, 5, 1, 0.125F, 0.1});
    store->addCheckpoint({{1}, {}, "", 0, 5, {}, {}}, sampleState(5));
    const ArchiveReport report = packing.write({});
    QCOMPARE(report.path, path("one.zip").string());
    QCOMPARE(report.bytes, static_cast<std::int64_t>(std::filesystem::file_size(path("one.zip"))));
    unpackRun(path("one.zip"), path("again"));
    const auto again = RunStore::open(path("again"), RunStore::Access::ReadOnly);
    QCOMPARE(again->timeline().checkpoints.size(), std::size_t{3});
    QCOMPARE(again->steps({1}).size(), std::size_t{4});
    QCOMPARE(filesBelow(path("again/checkpoints")).size(), std::size_t{3});
    QCOMPARE(filesBelow(path("again"))["head-notes.json"], std::string("[]"));
}

void RunArchiveTest::tellsWhatItCleanedAndLeftOut() {
    QVERIFY(packRun(path("run"), path("clean.zip")).notes.empty());
    std::ofstream(path("run/notes of mine.txt")) << "mine";
    std::filesystem::create_directories(path("run/photos/cats"));
    std::filesystem::create_symlink("/nowhere", path("run/link"));
    std::ofstream(path("run/checkpoints/.000009.safetensors.partial")) << "half";
    std::ofstream(path("run/checkpoints/000001.safetensors"), std::ios::app) << "longer than it was";
    std::ofstream(path("run/experiment.json")) << R"({"data": {"source": "csv", "path": "cats.csv"}})";
    const ArchiveReport report = packRun(path("run"), path("one.zip"));
    std::string notes;
    for (const Message& note : report.notes)
        notes += note.english() + "\n";
    for (const char* word : {"removed (1): .000009", "link, notes of mine.txt, photos", "cats.csv",
                             "Checkpoint 1 is damaged", "packed as they are: 1"})
        QVERIFY2(notes.find(word) != std::string::npos, (notes + word).c_str());
    const ArchiveReport opened = unpackRun(path("one.zip"), path("again"));
    QCOMPARE(opened.notes.size(), std::size_t{1});
    QVERIFY(opened.notes.front().english().find("Checkpoint 1") != std::string::npos);
    QCOMPARE(filesBelow(path("again")).size(), std::size_t{6});
}

void RunArchiveTest::tellsWhatIsInside() {
    packRun(path("run"), path("one.zip"));
    std::int64_t bytes = 0;
    for (const auto& [name, content] : filesBelow(path("run")))
        bytes += name == "run.lock" ? 0 : std::ssize(content);
    QVERIFY(lookIntoPacked(path("one.zip")) == (PackedContent{"run", bytes, 3}));
    writeZip(path("photos.zip"), {{"cats/1.jpg", "no run", {}}});
    QVERIFY_EXCEPTION_THROWN(lookIntoPacked(path("photos.zip")), Error);
    QVERIFY_EXCEPTION_THROWN(lookIntoPacked(path("nothing.zip")), Error);
    std::ofstream(path("text.zip")) << "no zip file";
    std::ofstream(path("empty.zip")) << "";
    for (const char* name : {"text.zip", "empty.zip"}) {
        try {
            lookIntoPacked(path(name));
            QFAIL("was looked into");
        } catch (const Error& error) {
            QCOMPARE(error.problem().what.text,
                     std::string("this is no packed run: the file is no zip file"));
        }
    }
}

void RunArchiveTest::foldersInAnyWriting_data() {
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("locale");
    QTest::newRow("Korean, in a Korean program") << QByteArray("고양이") << QByteArray("C.UTF-8");
    QTest::newRow("Korean, in a program without a language") << QByteArray("고양이") << QByteArray("C");
    QTest::newRow("no UTF-8") << kNoUtf8 << QByteArray("C.UTF-8");
}

/// The folder's name is told, and is no reason to refuse a file, in whatever writing it is.
void RunArchiveTest::foldersInAnyWriting() {
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, locale);
    std::filesystem::rename(path("run"), path(place.constData()));
    std::setlocale(LC_ALL, locale.constData());
    packRun(path(place.constData()), path("one.zip"));
    std::setlocale(LC_ALL, "C");
    packRun(path(place.constData()), path("two.zip"));
    unpackRun(path("one.zip"), path("again"));
    std::setlocale(LC_ALL, "C.UTF-8");
    auto files = filesBelow(m_place);
    QVERIFY(files["one.zip"] == files["two.zip"]);
    QVERIFY(files["again/run.sqlite"] == files[place.toStdString() + "/run.sqlite"]);
    QCOMPARE(lookIntoPacked(path("one.zip")).folder, place == kNoUtf8 ? "run" : place.toStdString());
    std::setlocale(LC_ALL, "C"); // as other programs write such names
    const std::string folder = place.toStdString() + "/";
    writeZip(path("other.zip"), {{folder + "experiment.json", "{}", {}},
                                 {folder + "run.sqlite", files[folder + "run.sqlite"], {}}});
    std::setlocale(LC_ALL, "C.UTF-8");
    QCOMPARE(lookIntoPacked(path("other.zip")).bytes, 2 + std::ssize(files[folder + "run.sqlite"]));
    std::filesystem::remove_all(m_place); // Qt cannot
}

void RunArchiveTest::hostileFiles_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("linkTo");
    QTest::newRow("climbs out") << std::string("run/../../evil") << std::string();
    QTest::newRow("climbs out in disguise")
        << std::string("../checkpoints/000009.safetensors") << std::string();
    QTest::newRow("absolute") << m_place.string() + "/evil" << std::string();
    QTest::newRow("a link") << std::string("run/checkpoints/000009.safetensors")
                            << std::string("/etc/passwd");
    QTest::newRow("a linked folder") << std::string("run/checkpoints") << std::string("..");
    QTest::newRow("a name no run has") << std::string("run/start.sh") << std::string();
    QTest::newRow("a lock") << std::string("run/run.lock") << std::string();
    QTest::newRow("deeper") << std::string("a/b/experiment.json") << std::string();
    QTest::newRow("a name twice") << std::string("run/experiment.json") << std::string();
    QTest::newRow("the same name elsewhere") << std::string("other/experiment.json") << std::string();
}

void RunArchiveTest::hostileFiles() {
    QFETCH(std::string, name);
    QFETCH(std::string, linkTo);
    auto run = filesBelow(path("run"));
    std::vector<Entry> entries{{"run/experiment.json", "{}", {}}, {"run/run.sqlite", run["run.sqlite"], {}}};
    writeZip(path("good.zip"), entries);
    entries.push_back({name, linkTo.empty() ? "evil" : "", linkTo});
    writeZip(path("evil.zip"), entries);
    const std::size_t before = things();
    try {
        unpackRun(path("evil.zip"), path("again"));
        QFAIL("was unpacked");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::DamagedFile);
    }
    QCOMPARE(things(), before);
    QVERIFY(!std::filesystem::exists(path("again")));
    unpackRun(path("good.zip"), path("again"));
}

/// Wherever the zip file tells how large the last entry is, a small number stands.
void RunArchiveTest::fileLargerThanItSays() {
    constexpr std::uint32_t kTrue = 1'234'567, kTold = 4;
    const auto bytesOf = [](std::uint32_t number) {
        std::string bytes;
        for (int shift = 0; shift < 32; shift += 8)
            bytes += static_cast<char>(number >> shift & 0xFFU);
        return bytes;
    };
    auto run = filesBelow(path("run"));
    writeZip(path("one.zip"), {{"run/experiment.json", "{}", {}},
                               {"run/run.sqlite", run["run.sqlite"], {}},
                               {"run/checkpoints/000009.safetensors", std::string(kTrue, 'x'), {}}});
    std::string zip = filesBelow(m_place)["one.zip"];
    int places = 0;
    for (std::size_t at = 0; (at = zip.find(bytesOf(kTrue), at)) != std::string::npos; ++places)
        zip.replace(at, 4, bytesOf(kTold));
    QVERIFY(places > 0);
    std::ofstream(path("evil.zip"), std::ios::binary) << zip;
    std::uint64_t most = 0, told = 0;
    try {
        unpackRun(path("evil.zip"), path("again"), [&](std::uint64_t done, std::uint64_t total) {
            most = std::max(most, done);
            told = total;
            return true;
        });
        QFAIL("was unpacked");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::DamagedFile);
    }
    QVERIFY(told > 0);
    QVERIFY(most <= told);
    QVERIFY(!std::filesystem::exists(path("again")));
}

void RunArchiveTest::damagedFiles() {
    packRun(path("run"), path("one.zip"));
    const std::string whole = filesBelow(m_place)["one.zip"];
    const RandomStream random(4, RandomPurpose::Generator);
    const int rounds = soakCount(200, 5000, 50'000);
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto at = static_cast<std::uint64_t>(round);
        std::string bytes = whole;
        const auto place = random.below(at, 0, bytes.size());
        if (round % 4 == 0)
            bytes.resize(place);
        else
            bytes[place] = static_cast<char>(bytes[place] ^ (1 + static_cast<int>(random.below(at, 1, 255))));
        std::ofstream(path("bad.zip"), std::ios::binary | std::ios::trunc) << bytes;
        std::filesystem::remove_all(path("again"));
        try {
            unpackRun(path("bad.zip"), path("again"));
            const auto store = RunStore::open(path("again"), RunStore::Access::ReadOnly);
            QVERIFY(store->timeline().checkpoints.size() <= 3);
        } catch (const Error& error) {
            ++refused;
            QVERIFY(!error.problem().what.empty());
            QVERIFY(!std::filesystem::exists(path("again")));
        }
    }
    QVERIFY(refused > rounds / 4);
}

void RunArchiveTest::leavesNothingWhenEnded() {
    const auto end = [](std::uint64_t, std::uint64_t) { return false; };
    std::size_t before = things() + 1; // the lock's file
    QVERIFY_EXCEPTION_THROWN(packRun(path("run"), path("one.zip"), end), Error);
    QVERIFY(things() <= before);
    packRun(path("run"), path("one.zip"));
    before = things();
    QVERIFY_EXCEPTION_THROWN(unpackRun(path("one.zip"), path("again"), end), Error);
    QCOMPARE(things(), before);
}

void RunArchiveTest::refusesWhatIsThereOrOpen() {
    packRun(path("run"), path("one.zip"));
    QVERIFY_EXCEPTION_THROWN(packRun(path("run"), path("one.zip")), Error);
    QVERIFY_EXCEPTION_THROWN(unpackRun(path("one.zip"), path("run")), Error);
    QVERIFY_EXCEPTION_THROWN(unpackRun(path("nothing.zip"), path("again")), Error);
    const auto store = RunStore::open(path("run"), RunStore::Access::ReadWrite);
    QVERIFY_EXCEPTION_THROWN(packRun(path("run"), path("two.zip")), Error);
}

QTEST_GUILESS_MAIN(RunArchiveTest)
#include "run_archive_test.moc"
