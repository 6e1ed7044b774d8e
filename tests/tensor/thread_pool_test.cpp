// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <limits>
#include <thread>
#include <vector>

#include <QFile>

#include <unistd.h>

#include "tensor/thread_pool.h"

using namespace neurarium;

namespace {

/// What the system tells about a thread of this process: "S (sleeping)".
QByteArray statusOf(int task, const QByteArray& entry) {
    QFile file(QString("/proc/self/task/%1/status").arg(task));
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (line.startsWith(entry))
                return line.mid(entry.size()).trimmed();
    return {};
}

} // namespace

class ThreadPoolTest : public QObject {
    Q_OBJECT
private slots:
    void runsEveryPieceOnce_data();
    void runsEveryPieceOnce();
    void worksAloneWhenTold();
    void onePieceStaysWithTheCaller();
    void sleepsAndWakes();
    void flushesDenormals();
};

void ThreadPoolTest::runsEveryPieceOnce_data() {
    QTest::addColumn<int>("threads");
    for (int threads = 1; threads <= 8; ++threads)
        QTest::addRow("%d threads", threads) << threads;
}

void ThreadPoolTest::runsEveryPieceOnce() {
    QFETCH(int, threads);
    constexpr int kMostPieces = 19;
    ThreadPool pool(threads);
    QCOMPARE(pool.threads(), threads);
    std::vector<std::thread::id> ids(static_cast<std::size_t>(threads));
    ids[0] = std::this_thread::get_id();
    for (int round = 0; round < 120; ++round) {
        const int pieces = round % (kMostPieces + 1);
        std::vector<int> calls(kMostPieces), by(kMostPieces);
        std::vector<std::thread::id> doneBy(kMostPieces);
        pool.run(pieces, [&](int piece, int thread) {
            const auto at = static_cast<std::size_t>(piece);
            ++calls[at];
            by[at] = thread;
            doneBy[at] = std::this_thread::get_id();
        });
        for (int piece = 0; piece < kMostPieces; ++piece) {
            const auto at = static_cast<std::size_t>(piece);
            QCOMPARE(calls[at], piece < pieces ? 1 : 0);
            if (piece >= pieces)
                continue;
            const int expected = pieces == 1 ? 0 : piece % threads;
            QCOMPARE(by[at], expected);
            std::thread::id& id = ids[static_cast<std::size_t>(expected)];
            if (id == std::thread::id())
                id = doneBy[at];
            QVERIFY2(id == doneBy[at], "one thread of the pool keeps its number");
        }
    }
    for (std::size_t i = 1; i < ids.size(); ++i)
        QVERIFY2(ids[i] != ids[0] && ids[i] != std::thread::id(), "pieces are shared");
}

void ThreadPoolTest::worksAloneWhenTold() {
    ThreadPool pool(4);
    for (const bool alone : {true, false}) {
        pool.setAlone(alone);
        std::vector<std::thread::id> doneBy(8);
        pool.run(
            8, [&](int piece, int) { doneBy[static_cast<std::size_t>(piece)] = std::this_thread::get_id(); });
        QCOMPARE(std::count(doneBy.begin(), doneBy.end(), std::this_thread::get_id()), alone ? 8 : 2);
    }
}

void ThreadPoolTest::onePieceStaysWithTheCaller() {
    ThreadPool pool(4);
    std::vector<int> tasks(4);
    pool.run(4, [&](int, int thread) { tasks[static_cast<std::size_t>(thread)] = gettid(); });
    tasks.erase(tasks.begin()); // the caller
    const auto asleep = [&] {
        return std::all_of(tasks.begin(), tasks.end(),
                           [](int task) { return statusOf(task, "State:").startsWith('S'); });
    };
    QTRY_VERIFY(asleep());
    QByteArrayList before;
    for (const int task : tasks)
        before << statusOf(task, "voluntary_ctxt_switches:");
    for (int round = 0; round < 100; ++round) {
        std::thread::id doneBy;
        pool.run(1, [&](int, int) { doneBy = std::this_thread::get_id(); });
        QVERIFY(doneBy == std::this_thread::get_id());
    }
    pool.run(0, [](int, int) { QFAIL("there is nothing to do"); });
    QTRY_VERIFY(asleep());
    for (std::size_t i = 0; i < tasks.size(); ++i)
        QCOMPARE(statusOf(tasks[i], "voluntary_ctxt_switches:"), before[static_cast<qsizetype>(i)]);
}

void ThreadPoolTest::sleepsAndWakes() {
    ThreadPool pool(3);
    for (int round = 0; round < 20; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // longer than a thread waits awake
        std::vector<int> calls(9);
        pool.run(9, [&](int piece, int) { ++calls[static_cast<std::size_t>(piece)]; });
        QCOMPARE(calls, std::vector<int>(9, 1));
    }
    for (int round = 0; round < 50; ++round) // started and ended without any work
        ThreadPool idle(1 + round % 4);
}

void ThreadPoolTest::flushesDenormals() {
#if defined(__SSE2__)
    constexpr float kSmallest = std::numeric_limits<float>::min();
    volatile float factor = 0.5F;
    const auto half = [&] { return kSmallest * factor; };
    QVERIFY(half() > 0);
    ThreadPool pool(3);
    std::vector<float> halves(6, 1.0F);
    pool.run(6, [&](int piece, int) { halves[static_cast<std::size_t>(piece)] = half(); });
    QCOMPARE(halves, std::vector<float>(6, 0.0F));
    QVERIFY2(half() > 0, "the caller has its own rules again");
#endif
}

QTEST_GUILESS_MAIN(ThreadPoolTest)
#include "thread_pool_test.moc"
