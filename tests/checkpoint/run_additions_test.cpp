// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>

#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/database.h"
#include "checkpoint/run_salvage.h"
#include "checkpoint/run_schema.h"
#include "checkpoint/run_store.h"
#include "report/error.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

const std::vector<std::uint8_t> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

CheckpointInfo save(RunStore& store, std::int64_t step, const std::string& sample = {}) {
    NewCheckpoint checkpoint;
    checkpoint.sample = sample;
    checkpoint.branch = store.timeline().current;
    checkpoint.step = step;
    return store.addCheckpoint(checkpoint, sampleState(static_cast<std::uint64_t>(step)));
}

} // namespace

/// What a run keeps of a checkpoint beside its state: a note, a picture, the time. Runs of older versions
/// have none of it until they are written to.
class RunAdditionsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void notesStay();
    void samplesStayAsLongAsTheirCheckpoints();
    void hostileSamplesAreCut();
    void timeIsKnown();
    void nothingOfItIsInTheFile();
    void thumbnailsStay();
    void thumbnailsGoWithTheirCheckpoints();
    void refusesStrangeThumbnails();
    void hostileThumbnailsAreSkipped();
    void salvageKeepsThem();
    void olderRunsAreReadAsTheyAre();
    void olderRunsAreBroughtUpToDate();

private:
    std::unique_ptr<RunStore> open(RunStore::Access access = RunStore::Access::ReadWrite) const {
        return RunStore::open(m_run, access);
    }
    void copyReleased() const {
        std::filesystem::copy(std::filesystem::path(RELEASED_RUNS) / "0.1.0" / "sketches.neurarium", m_run,
                              std::filesystem::copy_options::recursive);
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_run;
};

void RunAdditionsTest::init() {
    m_run = std::filesystem::path(m_folder.path().toStdString()) / QTest::currentTestFunction();
}

void RunAdditionsTest::notesStay() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    const CheckpointInfo info = save(*store, 1);
    store->annotate(info.id, "여기까지는 좋았다\n\"good\"");
    QVERIFY_EXCEPTION_THROWN(store->annotate({9}, "nobody's"), Error);
    const Timeline timeline = store->timeline();
    QCOMPARE(timeline.checkpoints[0].note, std::string("여기까지는 좋았다\n\"good\""));
    store.reset();
    QVERIFY(open()->timeline() == timeline);
}

void RunAdditionsTest::samplesStayAsLongAsTheirCheckpoints() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    for (std::int64_t step = 1; step <= 4; ++step)
        QCOMPARE(save(*store, step, "고양이가 " + std::to_string(step)).sample,
                 "고양이가 " + std::to_string(step));
    QVERIFY(save(*store, 5).sample.empty());
    const auto notes = [this] {
        const Database database(m_run / "run.sqlite", Database::Mode::ReadOnly);
        Statement row = database.prepare("SELECT count(*) FROM notes WHERE key LIKE 'sample %'");
        return row.next() ? row.integer() : -1;
    };
    QCOMPARE(notes(), 4);
    store->setBudget({1});
    QCOMPARE(store->thin({{2}, {3}, {4}}).size(), std::size_t{1});
    QCOMPARE(notes(), 3);
    const Timeline timeline = store->timeline();
    store.reset();
    QVERIFY(open()->timeline() == timeline);
    QCOMPARE(open()->checkpoint({3})->sample, std::string("고양이가 3"));
    std::filesystem::remove(m_run / "checkpoints/000003.safetensors");
    QVERIFY(!open()->checkpoint({3}));
    QCOMPARE(notes(), 2);
    QCOMPARE(open()->checkpoint({4})->sample, std::string("고양이가 4"));
}

void RunAdditionsTest::hostileSamplesAreCut() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1, "short");
    store.reset();
    Database(m_run / "run.sqlite", Database::Mode::ReadWrite)
        .run("UPDATE notes SET value = printf('%.*c', 100000, 'x') WHERE key = 'sample 1'");
    QCOMPARE(open()->checkpoint({1})->sample, std::string(2000, 'x'));
}

void RunAdditionsTest::timeIsKnown() {
    const std::int64_t before = std::time(nullptr);
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    const CheckpointInfo info = save(*store, 1);
    QVERIFY(info.savedAt >= before && info.savedAt <= std::time(nullptr));
    store.reset();
    QCOMPARE(open()->checkpoint(info.id)->savedAt, info.savedAt);
}

void RunAdditionsTest::nothingOfItIsInTheFile() {
    const auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    const CheckpointInfo info = save(*store, 1);
    const std::string before = filesBelow(m_run)[info.path];
    store->annotate(info.id, "a note");
    store->setThumbnail({info.id, kPng});
    QVERIFY(filesBelow(m_run)[info.path] == before);
    QCOMPARE(save(*store, 1).sha256, info.sha256);
}

void RunAdditionsTest::thumbnailsStay() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1);
    save(*store, 2);
    store->setThumbnail({{2}, kPng});
    store->setThumbnail({{1}, kPng});
    std::vector<std::uint8_t> other = kPng;
    other.resize(kLargestThumbnail);
    store->setThumbnail({{1}, other}); // in the place of the one before
    store.reset();
    store = open(RunStore::Access::ReadOnly);
    QVERIFY(store->thumbnails() == (std::vector<Thumbnail>{{{1}, other}, {{2}, kPng}}));
}

void RunAdditionsTest::thumbnailsGoWithTheirCheckpoints() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    for (std::int64_t step = 1; step <= 4; ++step)
        store->setThumbnail({save(*store, step).id, kPng});
    store->setBudget({1});
    QCOMPARE(store->thin({{2}, {3}}).size(), std::size_t{1});
    QCOMPARE(store->thumbnails().size(), std::size_t{3});
    store.reset();
    std::filesystem::remove(m_run / "checkpoints/000003.safetensors");
    QVERIFY(open()->thumbnails() == (std::vector<Thumbnail>{{{2}, kPng}, {{4}, kPng}}));
}

void RunAdditionsTest::refusesStrangeThumbnails() {
    const auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1);
    std::vector<std::uint8_t> large = kPng;
    large.resize(kLargestThumbnail + 1);
    QVERIFY_EXCEPTION_THROWN(store->setThumbnail({{1}, large}), Error);
    QVERIFY_EXCEPTION_THROWN(store->setThumbnail({{1}, {}}), Error);
    QVERIFY_EXCEPTION_THROWN(store->setThumbnail({{1}, {0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0}}), Error);
    QVERIFY_EXCEPTION_THROWN(store->setThumbnail({{2}, kPng}), Error);
    QVERIFY(store->thumbnails().empty());
}

void RunAdditionsTest::hostileThumbnailsAreSkipped() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    save(*store, 1);
    store.reset();
    Database(m_run / "run.sqlite", Database::Mode::ReadWrite)
        .run("INSERT INTO thumbnails VALUES (1, zeroblob(70000))");
    QVERIFY(open()->thumbnails().empty());
}

void RunAdditionsTest::salvageKeepsThem() {
    auto store = RunStore::create(m_run, "{}");
    store->addBranch({});
    store->annotate(save(*store, 1, "written").id, "kept");
    store->setThumbnail({{1}, kPng});
    store.reset();
    const Salvage salvage = salvageHistory(m_run);
    QVERIFY(salvage.isWhole);
    replaceHistory(m_run, salvage.history);
    store = open();
    QCOMPARE(store->checkpoint({1})->note, std::string("kept"));
    QCOMPARE(store->checkpoint({1})->sample, std::string("written"));
    QVERIFY(store->thumbnails() == (std::vector<Thumbnail>{{{1}, kPng}}));
}

void RunAdditionsTest::olderRunsAreReadAsTheyAre() {
    copyReleased();
    const auto before = filesBelow(m_run);
    const auto store = open(RunStore::Access::ReadOnly);
    QCOMPARE(store->timeline().checkpoints.size(), std::size_t{4});
    QCOMPARE(store->timeline().checkpoints[0].savedAt, 0);
    QVERIFY(store->timeline().bytes > 0);
    QVERIFY(store->thumbnails().empty());
    QVERIFY(salvageHistory(m_run).isWhole);
    QVERIFY(filesBelow(m_run) == before);
}

void RunAdditionsTest::olderRunsAreBroughtUpToDate() {
    copyReleased();
    const Timeline before = open(RunStore::Access::ReadOnly)->timeline();
    auto store = open();
    QVERIFY(store->timeline() == before);
    store->annotate({2}, "from long ago");
    store->setThumbnail({{2}, kPng});
    const CheckpointInfo added = save(*store, 10'000);
    store.reset();
    store = open();
    QCOMPARE(store->timeline().checkpoints.size(), before.checkpoints.size() + 1);
    QCOMPARE(store->checkpoint({2})->note, std::string("from long ago"));
    QCOMPARE(store->thumbnails().size(), std::size_t{1});
    QCOMPARE(store->checkpoint(added.id)->savedAt, added.savedAt);
    QCOMPARE(schemaOf(Database(m_run / "run.sqlite", Database::Mode::ReadOnly)), kRunSchema);
}

QTEST_GUILESS_MAIN(RunAdditionsTest)
#include "run_additions_test.moc"
