// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_archive.h"
#include "checkpoint/run_store.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// A run is packed while it trains: the file holds one moment of it, and training goes on.
class PackingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void packsWhileTraining();
    void whereItStandsIsInTheFile();
    void aBudgetWaitsUntilItIsPacked();
    void cancelledLeavesNothing();
    void anotherRunEndsIt();
    void whatCannotBePackedIsRefused();

private:
    void begin(const Experiment& experiment);
    QString path(const QString& name) const { return m_folder->filePath(name); }
    /// Unpacks and checks that every checkpoint is whole. Gives the run.
    std::unique_ptr<RunStore> unpacked(const QString& name) const;
    QStringList hiddenFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<SignalLog> m_log;
};

namespace {

constexpr std::int64_t kEach = 2050; // bytes: a little more than a checkpoint of this network
constexpr qint64 kWithoutEnd = 1'000'000;

/// A checkpoint of it has some ten megabytes.
Experiment largeExperiment() {
    Experiment experiment = sampleExperiment("plain");
    experiment.network = parseExperiment(R"({"neurarium":1,"name":"large","seed":1,
        "data":{"source":"toy","shape":"moons"},"network":[{"type":"linear","out_features":1200},
        {"type":"linear","out_features":1200},{"type":"linear","out_features":2}],"training":{
        "loss":"cross_entropy","optimizer":{"type":"sgd","lr":0.001,"momentum":0.9},"batch_size":20,"epochs":2}})")
                             .network;
    experiment.checkpointEvery = 1;
    return experiment;
}

} // namespace

void PackingTest::init() {
    m_log.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<TrainingSession>(sampleSource());
    m_log = std::make_unique<SignalLog>(*m_session);
}

void PackingTest::begin(const Experiment& experiment) {
    m_session->create(experiment, path("run"));
    m_session->setEpochs(kWithoutEnd);
}

std::unique_ptr<RunStore> PackingTest::unpacked(const QString& name) const {
    const std::filesystem::path run = path(name + " unpacked").toStdString();
    unpackRun(path(name).toStdString(), run);
    auto store = RunStore::open(run, RunStore::Access::ReadOnly);
    for (const CheckpointInfo& each : store->timeline().checkpoints)
        store->load(each.id); // throws when it is not the one that was saved
    return store;
}

QStringList PackingTest::hiddenFiles() const {
    return QDir(m_folder->path()).entryList({".*partial"}, QDir::AllEntries | QDir::Hidden);
}

/// A small budget thins all the time; what is being packed must not go.
void PackingTest::packsWhileTraining() {
    Experiment experiment = sampleExperiment("plain");
    experiment.checkpointEvery = 1;
    begin(experiment);
    m_session->setDiskBudget({4 * kEach});
    m_session->start();
    QVERIFY(m_log->waitFor("checkpoint", 6));
    const int rounds = soak(10);
    for (int round = 1; round <= rounds; ++round) {
        const QString name = QString("%1.zip").arg(round);
        const std::size_t stepsBefore = m_log->steps.size();
        m_session->pack(path(name));
        QVERIFY(m_log->waitFor("packed", round));
        QCOMPARE(m_log->archive.path, path(name).toStdString());
        QCOMPARE(m_log->archive.bytes, QFileInfo(path(name)).size());
        const auto store = unpacked(name);
        const Timeline timeline = store->timeline();
        QVERIFY(store->damaged().empty());
        QVERIFY(!timeline.checkpoints.empty());
        QTRY_VERIFY(m_log->steps.size() > stepsBefore + 10);
    }
    QCOMPARE(m_log->count("paused"), 0);
    QCOMPARE(m_log->count("warned"), 0);
    QVERIFY(hiddenFiles().isEmpty());
    m_session->pause();
    QVERIFY(m_log->waitFor("paused"));
    QTRY_VERIFY(m_log->timeline->bytes <= 4 * kEach);
}

void PackingTest::whereItStandsIsInTheFile() {
    Experiment experiment = sampleExperiment("mlp");
    experiment.checkpointEvery = 1000;
    begin(experiment);
    for (int i = 0; i < 3; ++i)
        m_session->step();
    m_session->pack(path("run.zip"));
    QVERIFY(m_log->waitFor("packed"));
    QVERIFY(m_log->count("packingProgress") > 0);
    const auto store = unpacked("run.zip");
    QCOMPARE(store->timeline().checkpoints.size(), std::size_t{1});
    QCOMPARE(store->timeline().checkpoints.front().step, std::int64_t{3});
    QCOMPARE(store->steps({1}).size(), std::size_t{3});
    const std::string code = store->timeline().checkpoints.front().sha256;
    m_session->saveCheckpoint("the same");
    QVERIFY(m_log->waitFor("checkpoint", 2));
    QCOMPARE(m_log->checkpoints.back().sha256, code);
    m_session->pack(path("again.zip")); // nothing is new: no other checkpoint is made for it
    QVERIFY(m_log->waitFor("packed", 2));
    QCOMPARE(m_log->checkpoints.size(), std::size_t{2});
}

void PackingTest::aBudgetWaitsUntilItIsPacked() {
    begin(largeExperiment());
    for (int epoch = 1; epoch <= 4; ++epoch) {
        m_session->stepEpoch();
        QVERIFY(m_log->waitFor("checkpoint", epoch));
    }
    const std::int64_t one = m_log->checkpoints.front().bytes;
    m_session->pack(path("run.zip"));
    m_session->setDiskBudget({one * 5 / 2});
    QVERIFY(m_log->waitFor("packed"));
    QCOMPARE(unpacked("run.zip")->timeline().checkpoints.size(), std::size_t{4});
    QTRY_VERIFY(m_log->timeline->checkpoints.size() <= 2); // without any further step
    QCOMPARE(m_log->count("warned"), 0);
}

void PackingTest::cancelledLeavesNothing() {
    begin(largeExperiment());
    m_session->stepEpoch();
    QVERIFY(m_log->waitFor("checkpoint"));
    m_session->pack(path("run.zip"));
    m_session->cancelPacking(); // before its turn has come
    QVERIFY(m_log->waitFor("packingFailed"));
    QVERIFY(m_log->problem.what.text.find("cancelled") != std::string::npos);
    m_session->pack(path("run.zip"));
    QVERIFY(m_log->waitFor("packingProgress"));
    m_session->cancelPacking(); // on its way, or just done
    QTRY_COMPARE(m_log->count("packingFailed") + m_log->count("packed"), 2);
    QCOMPARE(QFile::exists(path("run.zip")), m_log->count("packed") == 1);
    QVERIFY(hiddenFiles().isEmpty());
    m_session->pack(path("another.zip")); // a cancelled one stands in nobody's way
    QTRY_VERIFY(QFile::exists(path("another.zip")));
}

void PackingTest::anotherRunEndsIt() {
    begin(largeExperiment());
    m_session->stepEpoch();
    QVERIFY(m_log->waitFor("checkpoint"));
    m_session->pack(path("run.zip"));
    m_session->create(sampleExperiment("mlp"), path("other"));
    QVERIFY(m_log->waitFor("started", 2));
    QTRY_COMPARE(m_log->count("packingFailed") + m_log->count("packed"), 1);
    QVERIFY(hiddenFiles().isEmpty());
    m_session->pack(path("run.zip"));
    m_session.reset(); // and so does the end of the program
    QVERIFY(hiddenFiles().isEmpty());
}

void PackingTest::whatCannotBePackedIsRefused() {
    m_session->pack(path("run.zip"));
    QVERIFY(m_log->waitFor("packingFailed", 1)); // there is no run
    begin(sampleExperiment("mlp"));
    m_session->step();
    m_session->pack(path("no such folder/run.zip"));
    QVERIFY(m_log->waitFor("packingFailed", 2));
    QCOMPARE(m_log->problem.kind, ProblemKind::Storage);
    QFile taken(path("taken.zip"));
    QVERIFY(taken.open(QIODevice::WriteOnly) && taken.write("mine") == 4);
    taken.close();
    m_session->pack(path("taken.zip"));
    QVERIFY(m_log->waitFor("packingFailed", 3));
    QCOMPARE(m_log->problem.kind, ProblemKind::Refused);
    QCOMPARE(QFileInfo(path("taken.zip")).size(), 4);

    TrainingSession onlooker(sampleSource());
    SignalLog seen(onlooker);
    SessionOptions look;
    look.lookWhenLocked = true;
    onlooker.open(path("run"), "last", look);
    onlooker.pack(path("looked.zip"));
    QVERIFY(seen.waitFor("packingFailed"));
    QCOMPARE(seen.problem.kind, ProblemKind::Refused);
    QVERIFY(!QFile::exists(path("looked.zip")));
    m_session->pack(path("run.zip"));
    QVERIFY(m_log->waitFor("packed"));
}

QTEST_GUILESS_MAIN(PackingTest)
#include "packing_test.moc"
