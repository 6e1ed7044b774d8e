// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "checkpoint/run_store.h"
#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// The program may be closed at any moment: it is gone soon, and the last state is there.
class ClosingTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheLastState();
    void endsALongImport();
};

void ClosingTest::keepsTheLastState() {
    const QTemporaryDir folder;
    for (int i = 0; i < soak(50); ++i) {
        const QString where = folder.filePath(QString::number(i) + ".neurarium");
        auto session = std::make_unique<TrainingSession>(sampleSource());
        SignalLog log(*session);
        session->create(sampleExperiment(i % 2 == 0 ? "mlp" : "cnn"), where);
        session->start();
        if (i % 3 == 0)
            session->saveCheckpoint("now");
        const QElapsedTimer started = [] {
            QElapsedTimer timer;
            timer.start();
            return timer;
        }();
        const int moment = QRandomGenerator::global()->bounded(60);
        while (started.elapsed() < moment)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        const std::int64_t seen = log.steps.empty() ? 0 : log.steps.back().step;
        QElapsedTimer timer;
        timer.start();
        session.reset();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        if (!QFileInfo::exists(where)) {
            QCOMPARE(seen, 0);
            continue;
        }
        const auto store = RunStore::open(where.toStdString(), RunStore::Access::ReadWrite);
        const CheckpointInfo last = store->find("last");
        QVERIFY(last.step >= seen);
        QCOMPARE(stateHash(store->load(last.id)), last.sha256);
    }
}

void ClosingTest::endsALongImport() {
    const auto slow = [](const Experiment& experiment,
                         const std::function<bool(const ImportProgress&)>& progress) {
        for (int i = 0; i < 10000; ++i) {
            QThread::msleep(2);
            if (!progress({i, 10000, {}}))
                throw Error(ProblemKind::Failure, {}, explain("Problem", "cancelled"));
        }
        return sampleData(experiment);
    };
    const QTemporaryDir folder;
    auto session = std::make_unique<TrainingSession>(slow);
    SignalLog log(*session);
    session->create(sampleExperiment("mlp"), folder.filePath("run"));
    QTest::qWait(100);
    session->stop();
    QVERIFY(log.waitForEnd(1000));
    QCOMPARE(log.outcome.reason, FinishReason::StoppedByUser);
    session->create(sampleExperiment("mlp"), folder.filePath("run"));
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    session.reset();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(!QFileInfo::exists(folder.filePath("run")));
}

QTEST_GUILESS_MAIN(ClosingTest)
#include "closing_test.moc"
