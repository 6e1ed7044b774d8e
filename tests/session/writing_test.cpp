// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "checkpoint/run_store.h"
#include "session/text_sample.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

namespace {

WritingTask taskOf(std::int64_t tokens) {
    WritingTask task;
    task.prompt = "a cat";
    task.tokens = tokens;
    return task;
}

} // namespace

class WritingTest : public QObject {
    Q_OBJECT
private slots:
    void writesAsItStandsAndAsItWas();
    void writesWhileItTrains();
    void refusesWithoutText();
    void everyCheckpointHasASample();
    void othersHaveNone();
};

void WritingTest::writesAsItStandsAndAsItWas() {
    const QTemporaryDir folder;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    std::vector<std::shared_ptr<const Writing>> written;
    connect(&session, &TrainingSession::writingReady, &log,
            [&](RunId, const std::shared_ptr<const Writing>& writing) { written.push_back(writing); });
    session.create(sampleExperiment("text"), folder.filePath("run"), {});
    session.stepEpoch();
    QVERIFY(log.waitFor("epoch"));
    session.saveCheckpoint("early");
    QTRY_VERIFY(!log.checkpoints.empty() && log.checkpoints.back().name == "early");
    const CheckpointInfo saved = log.checkpoints.back();
    session.write(taskOf(5));
    QTRY_COMPARE(written.size(), std::size_t{5});
    QCOMPARE(written.back()->tokens.size(), std::size_t{7});
    QCOMPARE(written.back()->step, saved.step);
    QVERIFY(written.back()->text.starts_with("a cat"));
    const Writing early = *written.back();
    for (int i = 0; i < 30; ++i)
        session.step();
    session.write(taskOf(5));
    QTRY_COMPARE(written.size(), std::size_t{10});
    QCOMPARE(written.back()->step, early.step + 30);
    QVERIFY(written.back()->next != early.next);
    session.write(taskOf(5), saved.id);
    QTRY_COMPARE(written.size(), std::size_t{15});
    Writing again = *written.back();
    QCOMPARE(again.checkpoint, saved.id);
    again.checkpoint = {};
    QVERIFY(again == early);
    session.write(taskOf(0));
    QTRY_COMPARE(written.size(), std::size_t{16});
    QCOMPARE(written.back()->next.size(), early.next.size()); // the whole vocabulary
}

/// Looking does not change what is learned.
void WritingTest::writesWhileItTrains() {
    std::vector<std::string> hashes;
    for (const bool looking : {false, true}) {
        const QTemporaryDir folder;
        TrainingSession session(sampleSource());
        SignalLog log(session);
        int written = 0;
        connect(&session, &TrainingSession::writingReady, &log, [&] { ++written; });
        SessionOptions options;
        options.steps = 60;
        session.create(sampleExperiment("text"), folder.filePath("run"), options);
        session.start();
        for (int i = 0; looking && i < 40; ++i)
            session.write(taskOf(2));
        QVERIFY(log.waitForEnd());
        hashes.push_back(log.checkpoints.back().sha256);
        if (looking)
            QTRY_COMPARE(written, 80);
    }
    QCOMPARE(hashes[0], hashes[1]);
}

void WritingTest::refusesWithoutText() {
    const QTemporaryDir folder;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder.filePath("run"), {});
    session.write(taskOf(3));
    QVERIFY(log.waitFor("warned"));
    QVERIFY(log.warnings.back().what.english().find("did not learn from text") != std::string::npos);
}

/// From the same beginning: what differs is the network.
void WritingTest::everyCheckpointHasASample() {
    const QTemporaryDir folder;
    std::vector<CheckpointInfo> saved;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.create(sampleExperiment("text"), folder.filePath("run"), {});
        session.saveCheckpoint("start");
        for (int i = 0; i < 40; ++i)
            session.step();
        session.saveCheckpoint("later");
        session.saveCheckpoint("the same again");
        QTRY_VERIFY(!log.checkpoints.empty() && log.checkpoints.back().name == "the same again");
        saved = log.checkpoints;
        session.stop();
        QVERIFY(log.waitForEnd());
    }
    const auto named = [&](const char* name) {
        return *std::ranges::find_if(saved, [name](const auto& each) { return each.name == name; });
    };
    for (const CheckpointInfo& each : saved)
        QVERIFY2(each.sample.starts_with("a cat") && each.sample.size() > 12, each.sample.c_str());
    QVERIFY(named("start").sample != named("later").sample);
    QCOMPARE(named("the same again").sample, named("later").sample);
    const auto store = RunStore::open(folder.filePath("run").toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(store->checkpoint(named("later").id)->sample, named("later").sample);

    Trainer trainer(sampleExperiment("text"), sampleData(sampleExperiment("text")), {.threads = 1});
    trainer.restore(store->load(named("later").id));
    QCOMPARE(textSample(trainer), named("later").sample);
}

void WritingTest::othersHaveNone() {
    const QTemporaryDir folder;
    TrainingSession session(sampleSource());
    SignalLog log(session);
    session.create(sampleExperiment("mlp"), folder.filePath("run"), {});
    session.saveCheckpoint("points");
    QVERIFY(log.waitFor("checkpoint"));
    QVERIFY(log.checkpoints.back().sample.empty());
    Experiment twoWays = sampleExperiment("text");
    twoWays.network[2].options["causal"] = false; // needs the whole text at once
    Trainer trainer(twoWays, sampleData(twoWays), {.threads = 1});
    QVERIFY(textSample(trainer).empty());
}

QTEST_GUILESS_MAIN(WritingTest)
#include "writing_test.moc"
