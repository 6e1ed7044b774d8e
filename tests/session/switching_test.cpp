// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "session/replay.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// Everything that can be pressed is pressed at random while it trains; the record replays to the same
/// states.
class SwitchingTest : public QObject {
    Q_OBJECT
private slots:
    void survivesImpatience();

private:
    void press(TrainingSession& session, const SignalLog& log);
};

void SwitchingTest::press(TrainingSession& session, const SignalLog& log) {
    auto& random = *QRandomGenerator::global();
    LiveSettings settings = log.settings;
    switch (random.bounded(10)) {
    case 0:
        settings.dropoutOn = !settings.dropoutOn;
        return session.change(settings);
    case 1:
        settings.dropout = random.bounded(0.8);
        return session.change(settings);
    case 2:
        settings.learningRate = random.bounded(0.01) + 1e-5;
        return session.change(settings);
    case 3:
        settings.augment.rotate = random.bounded(20);
        settings.augment.flip = random.bounded(2) == 1;
        settings.batchSize = 8 + random.bounded(16);
        return session.change(settings);
    case 4:
        return session.pause();
    case 5:
        return session.step();
    case 6:
        return session.saveCheckpoint("pressed");
    case 7:
        if (!log.timeline->checkpoints.empty()) {
            const auto count = static_cast<int>(log.timeline->checkpoints.size());
            const auto which = static_cast<std::size_t>(random.bounded(count));
            session.goBackTo(log.timeline->checkpoints[which].id);
        }
        break;
    default:
        break;
    }
    session.start();
}

void SwitchingTest::survivesImpatience() {
    const QTemporaryDir folder;
    const QString where = folder.filePath("run.neurarium");
    Experiment experiment = sampleExperiment("cnn");
    experiment.network.insert(experiment.network.end() - 1, {"dropout", {}, {{"rate", 0.2}}, {}, {}});
    experiment.epochs = 1000000;
    {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        SessionOptions options;
        options.stepsPerSecond = 400; // so that replaying stays short
        session.create(experiment, where, options);
        QVERIFY(log.waitFor("started"));
        session.start();
        QElapsedTimer timer;
        timer.start();
        const qint64 milliseconds = 8000LL * soak(1);
        while (timer.elapsed() < milliseconds) {
            press(session, log);
            QTest::qWait(50);
        }
        session.interrupt();
        QVERIFY(log.waitForEnd());
        QVERIFY2(log.warnings.empty(), log.warnings.empty() ? "" : log.warnings.front().english().c_str());
        QVERIFY(log.marks.size() > 3);
        QCOMPARE(log.count("finished"), 1);
    }
    const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadOnly);
    const ReplayResult result = replayRun(*store, sampleData(experiment), {1, false});
    QVERIFY(!result.checkpoints.empty());
    for (const ReplayedCheckpoint& each : result.checkpoints)
        QVERIFY2(each.equal, qPrintable(QString("checkpoint %1 of branch %2 at step %3: %4")
                                            .arg(each.checkpoint.id.value)
                                            .arg(each.checkpoint.branch.value)
                                            .arg(each.checkpoint.step)
                                            .arg(QString::fromStdString(each.firstDifference))));
}

QTEST_GUILESS_MAIN(SwitchingTest)
#include "switching_test.moc"
