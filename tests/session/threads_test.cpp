// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "session_samples.h"
#include "signal_log.h"
#include "tests/measuring.h"

using namespace neurarium;

/// How many threads train, and how they stand towards the rest of the computer.
class ThreadsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void asManyAsAskedFor();
    void changeWithoutATrace();
    void standBackBesideAWindow_data();
    void standBackBesideAWindow();

private:
    QString folder() { return m_folder.filePath(QString("run-%1").arg(++m_runs)); }

    QTemporaryDir m_folder;
    int m_runs = 0;
};

void ThreadsTest::initTestCase() {
    if (!std::filesystem::exists("/proc/self/task"))
        QSKIP("this system does not list the threads of a process");
}

/// The system lists a thread for a moment after it was joined.
void ThreadsTest::init() {
    QTRY_VERIFY(trainingThreads().empty());
}

void ThreadsTest::asManyAsAskedFor() {
    TrainingSession session(sampleSource());
    SignalLog log(session);
    SessionOptions options;
    options.trainer.threads = 1;
    session.create(sampleExperiment("mlp"), folder(), options);
    session.step();
    QVERIFY(log.waitFor("steps"));
    const auto alone = trainingThreads().size();
    session.setThreads(3);
    session.step();
    QVERIFY(log.waitFor("steps", 2));
    QTRY_COMPARE(trainingThreads().size(), alone + 2);
    session.setThreads(2);
    session.step();
    QVERIFY(log.waitFor("steps", 3));
    QTRY_COMPARE(trainingThreads().size(), alone + 1);
}

void ThreadsTest::changeWithoutATrace() {
    std::vector<std::string> last;
    for (const bool changing : {false, true}) {
        TrainingSession session(sampleSource());
        SignalLog log(session);
        session.create(sampleExperiment("cnn"), folder());
        session.step();
        QVERIFY(log.waitFor("paused"));
        LiveSettings settings = log.settings;
        settings.batchSize = 12; // waits for the next epoch
        session.change(settings);
        for (const int threads : {1, 3, 2, 4}) {
            session.step();
            if (changing)
                session.setThreads(threads);
        }
        session.start();
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.warnings.size(), std::size_t(0));
        last.push_back(log.checkpoints.back().sha256);
    }
    QCOMPARE(last[1], last[0]);
}

void ThreadsTest::standBackBesideAWindow_data() {
    QTest::addColumn<bool>("low");
    QTest::newRow("beside a window") << true;
    QTest::newRow("on the command line") << false;
}

void ThreadsTest::standBackBesideAWindow() {
    QFETCH(bool, low);
    const int mine = getpriority(PRIO_PROCESS, 0);
    TrainingSession session(sampleSource(), low ? Priority::Low : Priority::Normal);
    SignalLog log(session);
    SessionOptions options;
    options.trainer.threads = 3;
    session.create(sampleExperiment("cnn"), folder(), options);
    session.step();
    QVERIFY(log.waitFor("steps"));
    const std::vector<int> threads = trainingThreads();
    QVERIFY(threads.size() >= 3);
    for (const int niceness : threads)
        QCOMPARE(niceness, low ? std::max(mine, 10) : mine);
    QCOMPARE(getpriority(PRIO_PROCESS, 0), mine);
}

QTEST_GUILESS_MAIN(ThreadsTest)
#include "threads_test.moc"
