// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <vector>

#include <QTest>

#include "report/verdict.h"

using namespace neurarium;
using Losses = std::vector<double>;

Q_DECLARE_METATYPE(neurarium::VerdictKind)
Q_DECLARE_METATYPE(Losses)

namespace {

std::vector<EpochReport> epochsOf(const Losses& training, const Losses& validation) {
    std::vector<EpochReport> epochs;
    for (std::size_t i = 0; i < training.size(); ++i) {
        EpochReport epoch;
        epoch.epoch = static_cast<std::int64_t>(i + 1);
        epoch.trainLoss = training[i];
        if (!validation.empty())
            epoch.validationLoss = validation[i];
        epochs.push_back(epoch);
    }
    return epochs;
}

Losses line(double from, double to, int count) {
    Losses values;
    for (int i = 0; i < count; ++i)
        values.push_back(from + (to - from) * i / (count - 1));
    return values;
}

Losses joined(Losses first, const Losses& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void oneEpoch_data() {
        QTest::addColumn<Losses>("training");
        QTest::addColumn<Losses>("validation");
        QTest::addColumn<int>("planned");
        QTest::addColumn<double>("guessing"); // 0: unknown
        QTest::addColumn<VerdictKind>("kind");
        QTest::addColumn<double>("percent");
        QTest::addColumn<int>("epochs");

        const Losses falling = line(0.7, 0.3, 6);
        QTest::newRow("two epochs") << Losses{1, 0.5} << Losses{1, 0.5} << 60 << 0.0
                                    << VerdictKind::JustStarted << 0.0 << 0;
        QTest::newRow("fell 8 %") << falling << Losses{1, .98, .96, .95, .94, .92} << 60 << 0.0
                                  << VerdictKind::LearningWell << 8.0 << 5;
        QTest::newRow("fell just 2 %")
            << falling << Losses{1, 1, 1, 1, 1, .98} << 60 << 0.0 << VerdictKind::LearningWell << 2.0 << 5;
        QTest::newRow("fell 1.5 %") << falling << Losses{1, 1, 1, 1, 1, .985} << 60 << 0.0
                                    << VerdictKind::LearningSlowly << 1.5 << 5;
        QTest::newRow("moved 0.5 %") << falling << Losses{1, 1, 1, 1, 1, .995} << 60 << 0.0
                                     << VerdictKind::Stuck << 0.5 << 5;
        QTest::newRow("rose 0.5 %") << falling << Losses{1, 1, 1, 1, 1, 1.005} << 60 << 0.0
                                    << VerdictKind::Stuck << 0.5 << 5;
        QTest::newRow("rose 5 % just now")
            << falling << Losses{1, 1, 1, 1, 1, 1.05} << 60 << 0.0 << VerdictKind::Unclear << 5.0 << 5;
        QTest::newRow("three epochs, falling")
            << Losses{1, .9, .8} << Losses{1, .95, .9} << 60 << 0.0 << VerdictKind::LearningWell << 10.0 << 2;
        QTest::newRow("four epochs, level")
            << Losses{1, 1, 1, 1} << Losses{1, 1, 1, 1} << 60 << 0.0 << VerdictKind::JustStarted << 0.0 << 0;
        QTest::newRow("no validation")
            << Losses{1, 1, 1, 1, 1, .9} << Losses{} << 60 << 0.0 << VerdictKind::LearningWell << 10.0 << 5;
        QTest::newRow("guessing") << line(0.70, 0.69, 6) << line(0.70, 0.69, 6) << 60 << std::log(2.0)
                                  << VerdictKind::Guessing << 0.0 << 6;
        QTest::newRow("not guessing any more")
            << line(0.7, 0.67, 6) << line(0.70, 0.67, 6) << 60 << std::log(2.0) << VerdictKind::LearningWell
            << 100 * 0.03 / 0.70 << 5;
        QTest::newRow("guessing wins over learning")
            << line(5, 3, 6) << line(5, 3, 6) << 60 << std::log(2.0) << VerdictKind::Guessing << 0.0 << 6;
        const Losses worse = joined(line(1.0, 0.5, 6), line(0.511, 0.60, 6));
        QTest::newRow("overfitting") << line(1.0, 0.2, 12) << worse << 60 << 0.0 << VerdictKind::Overfitting
                                     << 20.0 << 6;
        QTest::newRow("worse, but training too") << line(1.0, 1.2, 12) << worse << 60 << 0.0
                                                 << VerdictKind::Unclear << 100 * (0.60 - 0.511) / 0.511 << 5;
        QTest::newRow("worse for four epochs only")
            << line(1.0, 0.2, 10) << joined(line(1.0, 0.5, 6), line(0.52, 0.63, 4)) << 60 << 0.0
            << VerdictKind::Unclear << 5.0 << 5;
        QTest::newRow("the window grows with the plan")
            << Losses(11, 1.0) << joined({2}, Losses(10, 1.0)) << 200 << 0.0 << VerdictKind::LearningWell
            << 50.0 << 10;
    }

    void oneEpoch() {
        QFETCH(Losses, training);
        QFETCH(Losses, validation);
        QFETCH(int, planned);
        QFETCH(double, guessing);
        QFETCH(VerdictKind, kind);
        QFETCH(double, percent);
        QFETCH(int, epochs);
        VerdictSettings settings;
        settings.plannedEpochs = planned;
        if (guessing > 0)
            settings.guessingLoss = guessing;
        const Verdict verdict = judgeEpochs(epochsOf(training, validation), settings);
        QCOMPARE(verdict.kind, kind);
        QVERIFY(std::abs(verdict.percent - percent) < 1e-6);
        QCOMPARE(verdict.epochs, static_cast<std::int64_t>(epochs));
    }

    void aLongTrainingIsJudgedByItsBestEpoch() {
        constexpr std::int64_t kEpochs = 20000, kBest = 100;
        VerdictTracker tracker;
        tracker.restart({kEpochs, 10, std::nullopt});
        for (std::int64_t i = 1; i <= kEpochs; ++i) {
            EpochReport epoch;
            epoch.epoch = i;
            epoch.trainLoss = 1.0 / static_cast<double>(i);
            epoch.validationLoss = i == kBest ? 0.5 : 1.0;
            tracker.addEpoch(epoch);
        }
        QCOMPARE(tracker.verdict().kind, VerdictKind::Overfitting);
        QCOMPARE(tracker.verdict().epochs, kEpochs - kBest);
        QVERIFY(std::abs(tracker.verdict().percent - 100) < 1e-9);
    }

    void aVerdictMustHoldForTwoEpochs() {
        VerdictTracker tracker;
        tracker.restart({60, 10, std::nullopt});
        const Losses validation{1.0, 0.9, 0.8, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7};
        const std::vector<VerdictKind> shown{VerdictKind::JustStarted,  VerdictKind::JustStarted,
                                             VerdictKind::JustStarted,  VerdictKind::LearningWell,
                                             VerdictKind::LearningWell, VerdictKind::LearningWell,
                                             VerdictKind::LearningWell, VerdictKind::LearningWell,
                                             VerdictKind::LearningWell, VerdictKind::Stuck};
        const std::vector<EpochReport> epochs = epochsOf(validation, validation);
        for (std::size_t i = 0; i < epochs.size(); ++i) {
            tracker.addEpoch(epochs[i]);
            QCOMPARE(tracker.verdict().kind, shown[i]);
        }
    }

    void explodingIsSaidAtOnce() {
        VerdictTracker tracker;
        tracker.restart({60, 10, std::nullopt});
        for (int i = 0; i < 10; ++i)
            tracker.addStep(0.5F);
        tracker.addEpoch(epochsOf({0.5}, {0.5}).front());
        tracker.addStep(4.5F);
        QVERIFY(tracker.verdict().kind != VerdictKind::Exploding); // one hard mini-batch
        for (int i = 0; i < 4; ++i)
            tracker.addStep(4.5F);
        QCOMPARE(tracker.verdict().kind, VerdictKind::Exploding);
        QVERIFY(std::abs(tracker.verdict().times - 9.0) < 1e-6);
        for (int i = 0; i < 5; ++i)
            tracker.addStep(0.5F);
        QVERIFY(tracker.verdict().kind != VerdictKind::Exploding);
    }

    void notANumberIsExploding() {
        VerdictTracker tracker;
        tracker.restart({60, 10, std::nullopt});
        tracker.addStep(std::numeric_limits<float>::quiet_NaN());
        QCOMPARE(tracker.verdict().kind, VerdictKind::Exploding);
        for (int i = 0; i < 10; ++i)
            tracker.addStep(0.5F);
        QCOMPARE(tracker.verdict().kind, VerdictKind::Exploding);
        tracker.restart({60, 10, std::nullopt});
        QCOMPARE(tracker.verdict().kind, VerdictKind::JustStarted);
        const Losses ended{1, std::numeric_limits<double>::infinity()};
        QCOMPARE(judgeEpochs(epochsOf(ended, {}), {}).kind, VerdictKind::Exploding);
    }

    void aSmallLossMayJumpAbout() {
        VerdictTracker tracker;
        tracker.restart({60, 10, std::nullopt});
        tracker.addEpoch(epochsOf({0.7}, {0.7}).front());
        tracker.addEpoch(epochsOf({0.001}, {0.7}).front());
        for (int i = 0; i < 10; ++i)
            tracker.addStep(0.01F);
        QVERIFY(tracker.verdict().kind != VerdictKind::Exploding);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "test_verdict.moc"
