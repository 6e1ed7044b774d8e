// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "training/thread_choice.h"

using namespace neurarium;

namespace {

/// Steps that take so long on all threads and on one, for a while; how much of it passed alone.
double shareAlone(ThreadChoice& choice, double shared, double one, double seconds) {
    double all = 0, alone = 0;
    for (std::int64_t samples = 16; all < seconds; samples = samples == 16 ? 4 : 16) { // a smaller batch, too
        const double step = (choice.alone() ? one : shared) * static_cast<double>(samples) / 16;
        alone += choice.alone() ? step : 0;
        all += step;
        choice.stepTook(step, samples);
    }
    return alone / all;
}

} // namespace

class ThreadChoiceTest : public QObject {
    Q_OBJECT
private slots:
    void trialsCostLittle_data();
    void trialsCostLittle();
    void noticesThatACoreGotBusy();
    void isNotMisledByOneDisturbance();
};

void ThreadChoiceTest::trialsCostLittle_data() {
    QTest::addColumn<double>("one");
    QTest::newRow("2 microseconds") << 2e-6;
    QTest::newRow("a millisecond") << 1e-3;
    QTest::newRow("a second") << 1.0;
}

void ThreadChoiceTest::trialsCostLittle() {
    QFETCH(double, one);
    ThreadChoice quick, slow;
    const double seconds = 1000 * std::max(one, 1e-3);
    QVERIFY(shareAlone(quick, one / 2, one, seconds) < 0.03);
    QVERIFY(shareAlone(slow, one * 3, one, seconds) > 0.9);
}

void ThreadChoiceTest::noticesThatACoreGotBusy() {
    ThreadChoice choice;
    shareAlone(choice, 0.5e-3, 1e-3, 10);
    QVERIFY(shareAlone(choice, 4e-3, 1e-3, 30) > 0.8);
    QVERIFY(shareAlone(choice, 0.5e-3, 1e-3, 30) < 0.2);
}

/// Whichever of the trials is slow for a reason of its own.
void ThreadChoiceTest::isNotMisledByOneDisturbance() {
    for (int disturbed = 0; disturbed < 4; ++disturbed) {
        ThreadChoice choice;
        int trial = 0;
        bool before = choice.alone();
        choice.stepTook(1e-3, 16); // the first does not count
        for (int step = 0; step < 1000 && trial < 4; ++step) {
            const double usual = choice.alone() ? 1e-3 : 0.6e-3;
            choice.stepTook(trial == disturbed ? 5 * usual : usual, 16);
            trial += choice.alone() != before;
            before = choice.alone();
        }
        QVERIFY2(!choice.alone(), qPrintable(QString::number(disturbed)));
    }
}

QTEST_GUILESS_MAIN(ThreadChoiceTest)
#include "thread_choice_test.moc"
