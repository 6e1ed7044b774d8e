// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "report/epoch_history.h"

using namespace neurarium;

namespace {

EpochReport epochWith(std::int64_t number, std::optional<double> validationLoss) {
    EpochReport epoch;
    epoch.epoch = number;
    epoch.step = 10 * number;
    epoch.trainLoss = 1;
    epoch.validationLoss = validationLoss;
    epoch.seconds = 0.5;
    return epoch;
}

/// A level loss with one dip and one spike.
double lossOf(std::int64_t number) {
    return number == 77 ? 0.25 : number == 1234 ? 4 : 1 + 1e-3 * static_cast<double>(number % 7);
}

} // namespace

class TestEpochHistory : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryEpochUntilItIsFull() {
        EpochHistory history(64);
        for (std::int64_t i = 1; i <= 64; ++i)
            history.append(epochWith(i, lossOf(i)));
        QCOMPARE(history.size(), std::size_t(64));
        QCOMPARE(history.begin()->epoch, std::int64_t(1));
        QCOMPARE(history.back().epoch, std::int64_t(64));
    }

    void staysBoundedAndKeepsWhatMatters() {
        EpochHistory history(64);
        for (std::int64_t i = 1; i <= 100000; ++i) {
            history.append(epochWith(i, lossOf(i)));
            QVERIFY(history.size() <= 64);
        }
        const auto has = [&](std::int64_t number) {
            return std::any_of(history.begin(), history.end(),
                               [number](const EpochReport& each) { return each.epoch == number; });
        };
        QVERIFY(has(77));
        QVERIFY(has(1234));
        QVERIFY(std::is_sorted(history.begin(), history.end(),
                               [](const EpochReport& a, const EpochReport& b) { return a.step < b.step; }));
        double seconds = 0;
        for (const EpochReport& each : history)
            seconds += each.seconds;
        QCOMPARE(seconds, 50000.0);
        QCOMPARE(history.best()->epoch, std::int64_t(77));
        QCOMPARE(history.back().epoch, std::int64_t(100000));
    }

    void repeatedEpochsAreIgnored() {
        EpochHistory history;
        history.append(epochWith(1, 1.0));
        history.append(epochWith(1, 0.5));
        QCOMPARE(history.size(), std::size_t(1));
        QCOMPARE(*history.best()->validationLoss, 1.0);
    }

    void findsTheEpochBeforeAStep() {
        EpochHistory history;
        QVERIFY(history.lastUntil(5) == history.end());
        history.append(epochWith(1, 1.0));
        history.append(epochWith(2, 1.0));
        QVERIFY(history.lastUntil(9.9) == history.end());
        QCOMPARE(history.lastUntil(10)->epoch, std::int64_t(1));
        QCOMPARE(history.lastUntil(19.9)->epoch, std::int64_t(1));
        QCOMPARE(history.lastUntil(1e9)->epoch, std::int64_t(2));
    }

    void theBestIsFiniteAndValidated() {
        EpochHistory history;
        history.append(epochWith(1, std::nullopt));
        history.append(epochWith(2, std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(!history.best());
        history.append(epochWith(3, 0.5));
        history.append(epochWith(4, 0.5));
        QCOMPARE(history.best()->epoch, std::int64_t(3));
    }
};

QTEST_GUILESS_MAIN(TestEpochHistory)
#include "test_epoch_history.moc"
