// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <QTest>

#include "report/step_history.h"

using namespace neurarium;

namespace {

LossRange slowRange(const std::vector<float>& losses, std::int64_t first, std::int64_t last) {
    LossRange found;
    for (std::int64_t step = std::max<std::int64_t>(first, 1); step <= last; ++step) {
        if (step > static_cast<std::int64_t>(losses.size()))
            break;
        const float loss = losses[static_cast<std::size_t>(step - 1)];
        found.include({loss, loss});
    }
    return found;
}

} // namespace

class TestStepHistory : public QObject {
    Q_OBJECT

private slots:
    void answersAsALoopOverAllStepsWould() {
        std::mt19937 random(7);
        std::uniform_real_distribution<float> loss(0, 5);
        StepHistory history;
        std::vector<float> losses;
        for (int i = 1; i <= 5000; ++i) {
            losses.push_back(loss(random));
            history.append(i, losses.back());
        }
        std::uniform_int_distribution<std::int64_t> step(-10, 5100);
        for (int i = 0; i < 5000; ++i) {
            const std::int64_t a = step(random), b = step(random);
            QCOMPARE(history.range(std::min(a, b), std::max(a, b)),
                     slowRange(losses, std::min(a, b), std::max(a, b)));
        }
        QCOMPARE(history.at(77), std::optional<float>(losses[76]));
        QVERIFY(!history.at(5001));
        QVERIFY(history.range(20, 10).empty());
    }

    void aSpikeOfOneStepIsSeenAtEachZoom() {
        constexpr std::int64_t kSteps = 5'000'000, kSpike = 1'234'567;
        StepHistory history;
        for (std::int64_t step = 1; step <= kSteps; ++step)
            history.append(step, step == kSpike ? 9.0F : 1.0F);
        QVERIFY(history.stepsPerPlace() > 1);
        for (std::int64_t width = kSteps; width >= 1; width /= 3) {
            const std::int64_t first = std::max<std::int64_t>(1, kSpike - width / 2);
            QCOMPARE(history.range(first, first + width).highest, 9.0F);
            QCOMPARE(history.range(1, kSpike - history.stepsPerPlace()).highest, 1.0F);
            QCOMPARE(history.range(kSpike + history.stepsPerPlace(), kSteps).highest, 1.0F);
        }
    }

    void memoryIsBounded() {
        StepHistory history(1 << 10);
        for (std::int64_t step = 1; step <= 2'000'000; ++step)
            history.append(step, static_cast<float>(step));
        QVERIFY(history.bytes() <= 20 * (1 << 10));
        QCOMPARE(history.range(1, 2'000'000), (LossRange{1.0F, 2'000'000.0F}));
        QCOMPARE(history.lastStep(), std::int64_t{2'000'000});
    }

    void everyStepIsKeptBelowTheCapacity() {
        StepHistory history;
        for (std::int64_t step = 1; step <= 1'000'000; ++step)
            history.append(step, static_cast<float>(step % 1000));
        QCOMPARE(history.stepsPerPlace(), std::int64_t{1});
        QCOMPARE(history.at(123'456), std::optional<float>(456.0F));
    }

    void holesStayEmptyAndOldStepsAreIgnored() {
        StepHistory history;
        history.append(100, 1);
        history.append(200, 2);
        history.append(200, 50);
        history.append(150, 50);
        QVERIFY(history.range(101, 199).empty());
        QCOMPARE(history.range(0, 1000), (LossRange{1, 2}));
        QCOMPARE(history.firstStep(), std::int64_t{100});
        history.append(std::numeric_limits<std::int64_t>::max(), 3);
        QCOMPARE(history.range(0, std::numeric_limits<std::int64_t>::max()), (LossRange{1, 3}));
        QVERIFY(history.bytes() < 64 * StepHistory::kDefaultCapacity);
    }

    void notANumberIsRememberedNotDrawn() {
        StepHistory history;
        history.append(1, 2);
        history.append(2, std::numeric_limits<float>::quiet_NaN());
        history.append(3, std::numeric_limits<float>::infinity());
        history.append(4, 1);
        QCOMPARE(history.firstNotFinite(), std::optional<std::int64_t>(2));
        QCOMPARE(history.range(1, 4), (LossRange{1, 2}));
        QVERIFY(!history.at(2));
        history.clear();
        QVERIFY(history.empty());
        QVERIFY(!history.firstNotFinite());
    }
};

QTEST_GUILESS_MAIN(TestStepHistory)
#include "test_step_history.moc"
