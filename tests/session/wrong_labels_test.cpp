// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "session/picture_samples.h"
#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Wrong labels, slipped in by the experiment or by the knob.
class WrongLabelsTest : public QObject {
    Q_OBJECT
private slots:
    void theRecipeLeavesNoMark();
    void theKnobOverridesTheRecipe();
    void theKnobIsRecorded();
    void aTwinWithCleanLabels();
    void theBatchShowsWhatIsTrainedOn();

private:
    /// Trains to the end in a run of its own.
    void train(TrainingSession& session, SignalLog& log, const Experiment& experiment);
    ReplayResult replayed() const;

    QTemporaryDir m_folder;
    QString m_run;
};

namespace {

constexpr std::int64_t kFromEpoch = 3, kEpochs = 5, kStepsPerEpoch = 10;

Experiment sampleOf(double fraction) {
    Experiment experiment = sampleExperiment("cnn");
    experiment.epochs = kEpochs;
    experiment.checkpointEvery = 1;
    experiment.mislabel = {fraction, kFromEpoch};
    return experiment;
}

std::vector<float> lossesOf(const SignalLog& log) {
    std::vector<float> losses;
    for (const StepReport& step : log.steps)
        losses.push_back(step.loss);
    return losses;
}

} // namespace

void WrongLabelsTest::train(TrainingSession& session, SignalLog& log, const Experiment& experiment) {
    static int number = 0;
    m_run = m_folder.filePath(QString::number(++number) + ".neurarium");
    session.create(experiment, m_run);
    session.start();
    QVERIFY(log.waitForEnd());
}

ReplayResult WrongLabelsTest::replayed() const {
    const auto store = RunStore::open(m_run.toStdString(), RunStore::Access::ReadOnly);
    return replayRun(*store, sampleData(sampleExperiment("cnn")));
}

void WrongLabelsTest::theRecipeLeavesNoMark() {
    std::vector<float> clean, spoiled;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        train(session, log, sampleOf(0));
        clean = lossesOf(log);
    }
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        train(session, log, sampleOf(0.5));
        spoiled = lossesOf(log);
        QVERIFY(log.marks.empty());
        QVERIFY(!log.settings.wrongLabels);
        QVERIFY(log.epochs[kFromEpoch - 1].trainLoss > log.epochs[kFromEpoch - 2].trainLoss);
    }
    constexpr std::size_t kFirst = (kFromEpoch - 1) * kStepsPerEpoch;
    for (std::size_t i = 0; i < kFirst; ++i)
        QCOMPARE(spoiled[i], clean[i]);
    QVERIFY(spoiled[kFirst] != clean[kFirst]);
    QVERIFY(replayed().equal());
}

void WrongLabelsTest::theKnobOverridesTheRecipe() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    train(session, log, sampleOf(0));
    const std::vector<float> clean = lossesOf(log);
    const std::size_t first = log.steps.size();
    session.create(sampleOf(0.5), m_folder.filePath("overridden"));
    session.step();
    QVERIFY(log.waitFor("paused", 2));
    LiveSettings settings = log.settings;
    settings.wrongLabels = 0.0;
    session.change(settings);
    session.start();
    QVERIFY(log.waitForEnd());
    for (std::size_t i = 0; i < clean.size(); ++i)
        QCOMPARE(log.steps[first + i].loss, clean[i]);
}

void WrongLabelsTest::theKnobIsRecorded() {
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        m_run = m_folder.filePath("knob");
        session.create(sampleOf(0), m_run);
        session.stepEpoch();
        QVERIFY(log.waitFor("paused", 1));
        const LiveSettings before = log.settings;
        LiveSettings settings = before;
        settings.wrongLabels = 0.4;
        session.change(settings);
        session.stepEpoch();
        QVERIFY(log.waitFor("paused", 2));
        QCOMPARE(log.marks.size(), std::size_t(1));
        const Change expected{ChangeKind::Labels, "wrong_labels", "own", "0.4"};
        QCOMPARE(log.marks[0].changes, std::vector<Change>{expected});
        session.undo(log.marks[0].id);
        QVERIFY(log.waitFor("undid"));
        QCOMPARE(log.settings, before);
        session.goBackTo(log.redo);
        QVERIFY(log.waitFor("wentBack"));
        QCOMPARE(log.settings, settings);
        session.start();
        QVERIFY(log.waitForEnd());
    }
    const ReplayResult result = replayed();
    QVERIFY(result.equal() && result.stepsTrained > 3 * kStepsPerEpoch);
}

void WrongLabelsTest::aTwinWithCleanLabels() {
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        train(session, log, sampleOf(0.5));
        LiveSettings clean = log.settings;
        clean.wrongLabels = 0.0;
        const CheckpointInfo spoiled = log.checkpoints[kFromEpoch - 1];
        session.runTwin(spoiled.id, clean, 2 * kStepsPerEpoch);
        QVERIFY(log.waitFor("twin"));
        QCOMPARE(log.twin->change.kind, ChangeKind::Labels);
        QCOMPARE(log.twin->sameEpochs.size(), std::size_t(2));
        QVERIFY(log.twin->otherEpochs.back().trainLoss < log.twin->sameEpochs.back().trainLoss);
    }
    QVERIFY(replayed().equal());
}

void WrongLabelsTest::theBatchShowsWhatIsTrainedOn() {
    const Experiment experiment = sampleOf(0);
    Trainer trainer(experiment, sampleData(experiment), {1, false});
    const auto shown = [&] {
        trainer.step();
        std::vector<bool> right;
        const BatchPictures batch = batchPictures(trainer, 16);
        for (std::size_t i = 0; i < batch.classes.size(); ++i)
            right.push_back(batch.classes[i] == trainer.lastSamples()[i] % 2); // as the stripes have it
        return right;
    };
    QCOMPARE(shown(), std::vector<bool>(16, true));
    LiveSettings settings = trainer.settings();
    settings.wrongLabels = 1;
    trainer.change(settings);
    QCOMPARE(shown(), std::vector<bool>(16, false));
}

QTEST_GUILESS_MAIN(WrongLabelsTest)
#include "wrong_labels_test.moc"
