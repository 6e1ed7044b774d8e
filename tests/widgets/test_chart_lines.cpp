// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <QTest>

#include "example_run.h"
#include "widgets/chart_axes.h"
#include "widgets/chart_labels.h"
#include "widgets/chart_line_writer.h"
#include "widgets/chart_lines.h"
#include "widgets/chart_scale.h"

using namespace neurarium;

namespace {

constexpr double kWidth = 700;

PlotFrame frameOf(double left, double right, double top) {
    PlotFrame frame;
    frame.area = QRectF(40, 30, kWidth, 300);
    frame.left = left;
    frame.right = right;
    frame.top = top;
    return frame;
}

void fill(ChartData& data, const ExampleRun& run) {
    data.setTimeline(run.timeline);
    data.addSteps(run.steps);
    for (const EpochReport& epoch : run.epochs)
        data.addEpoch(epoch);
}

/// The most points of the line that share a pixel column.
int mostInColumn(const PlotLine& line, const PlotFrame& frame) {
    std::map<int, int> columns;
    for (const QPointF& point : line.points)
        ++columns[static_cast<int>(std::floor(frame.xOf(point.x()) + 1e-9))];
    int most = 0;
    for (const auto& [column, count] : columns)
        most = std::max(most, count);
    return most;
}

double highest(const PlotLine& line) {
    double value = -1;
    for (const QPointF& point : line.points)
        value = std::max(value, point.y());
    return value;
}

} // namespace

class TestChartLines : public QObject {
    Q_OBJECT

private slots:
    void theNameOfTrainingStandsAtItsLine() {
        ChartData data;
        Timeline timeline;
        timeline.stepsPerEpoch = 10;
        timeline.current = {1};
        timeline.branches.push_back({{1}, {}, {}, 0, 0, 14, 2, false});
        data.setTimeline(timeline);
        std::vector<StepReport> steps;
        for (std::int64_t step = 1; step <= 14; ++step)
            steps.push_back({{1},
                             step,
                             (step - 1) / 10 + 1,
                             step <= 10      ? 3.0F
                             : step % 2 == 0 ? 1.0F
                                             : 2.0F,
                             0});
        const auto training = [&] {
            const ChartLines lines = chartLines(data, {}, frameOf(0, 2, 4), Theme::light());
            return lines.ends.at(0).value;
        };
        data.addSteps({steps.begin(), steps.begin() + 10});
        EpochReport epoch;
        epoch.branch = {1};
        epoch.epoch = 1;
        epoch.step = 10;
        epoch.trainLoss = 2.5;
        data.addEpoch(epoch);
        QCOMPARE(training(), 2.5);
        data.addSteps({steps.begin() + 10, steps.end()});
        QCOMPARE(training(), 1.5); // of the second epoch so far
    }

    void theTrainingLossOfAPlaceIsItsEpochsMeanOrThatOfTheLastSteps() {
        ChartData data;
        const ExampleRun run(2);
        fill(data, run);
        constexpr std::int64_t kEnd = 9 * ExampleRun::kStepsPerEpoch;
        QCOMPARE(data.trainingLossAt({1}, kEnd), std::optional(run.epochs[8].trainLoss));
        QCOMPARE(data.trainingLossAt({2}, kEnd), std::optional(run.epochs[8].trainLoss)); // before the fork
        double mean = 0;
        for (std::int64_t step = kEnd + 1; step <= kEnd + 3; ++step)
            mean += static_cast<double>(run.steps[static_cast<std::size_t>(step - 1)].loss) / 3;
        QCOMPARE(data.trainingLossAt({1}, kEnd + 3).value(), mean);
        QVERIFY(!data.trainingLossAt({7}, kEnd));
        QVERIFY(!data.trainingLossAt({1}, 0));
    }

    void aSpikeAmongAMillionStepsStaysAtEachZoom() {
        constexpr std::int64_t kSteps = 1'000'000, kSpike = 654'321;
        ChartData data;
        Timeline timeline;
        timeline.stepsPerEpoch = 1000;
        timeline.current = {1};
        timeline.branches.push_back({{1}, {}, {}, 0, 0, kSteps, kSteps / 1000, false});
        data.setTimeline(timeline);
        std::vector<StepReport> steps;
        for (std::int64_t step = 1; step <= kSteps; ++step)
            steps.push_back({{1}, step, (step - 1) / 1000 + 1, step == kSpike ? 1.9F : 0.5F, 0});
        data.addSteps(steps);
        const double spike = static_cast<double>(kSpike) / 1000;
        for (double width = 1000; width > 0.002; width /= 3) {
            const PlotFrame frame = frameOf(std::max(0.0, spike - width / 2.7), spike + width / 2, 2);
            const ChartLines lines = chartLines(data, {}, frame, Theme::light());
            const PlotLine& training = lines.lines.front();
            QVERIFY(!training.points.isEmpty());
            QVERIFY2(mostInColumn(training, frame) <= 3,
                     "two points a column, and one where the line is cut");
            QVERIFY(training.points.size() <= static_cast<qsizetype>(2 * kWidth) + 4);
            QVERIFY(std::abs(highest(training) - 1.9) < 1e-6);
        }
    }

    void noLineRunsBackwardsOrLeavesTheFrame_data() {
        QTest::addColumn<ChartUnit>("unit");
        QTest::addColumn<bool>("logarithmic");
        QTest::newRow("epochs") << ChartUnit::Epochs << false;
        QTest::newRow("steps") << ChartUnit::Steps << false;
        QTest::newRow("seconds") << ChartUnit::Seconds << true;
    }

    void noLineRunsBackwardsOrLeavesTheFrame() {
        QFETCH(ChartUnit, unit);
        QFETCH(bool, logarithmic);
        ChartData data;
        fill(data, ExampleRun(2));
        ChartOptions options;
        options.unit = unit;
        options.logarithmic = logarithmic;
        options.smoothing = 0.9;
        const double last = data.lastPlace(unit);
        for (const auto& [from, to] : {std::pair{0.0, 1.2}, std::pair{0.35, 0.6}, std::pair{0.402, 0.404}}) {
            PlotFrame frame = frameOf(from * last, to * last, logarithmic ? 0 : 0.5);
            frame.logarithmic = logarithmic;
            frame.bottom = logarithmic ? -2 : 0.1;
            for (const PlotLine& line : chartLines(data, options, frame, Theme::light()).lines) {
                double before = -1;
                for (const QPointF& point : line.points) {
                    QVERIFY(point.x() >= before);
                    QVERIFY(point.x() >= frame.left - 1e-9 && point.x() <= frame.right + 1e-9);
                    QVERIFY(point.y() >= frame.bottom && point.y() <= frame.top);
                    before = point.x();
                }
            }
        }
    }

    void aForkStartsOnItsParentsLine() {
        ChartData data;
        const ExampleRun run(2);
        fill(data, run);
        const PlotFrame frame = frameOf(0, 40, 1);
        const ChartLines lines = chartLines(data, {}, frame, Theme::light());
        QCOMPARE(lines.lines.size(), std::size_t{4}); // branch 1 thin, thick; branch 2 thin, thick
        const std::int64_t fork = 12 * ExampleRun::kStepsPerEpoch;
        QCOMPARE(lines.lines[2].points.front().x(), 12.0);
        const float loss = run.steps[static_cast<std::size_t>(fork - 1)].loss;
        QVERIFY(std::abs(lines.lines[2].points.front().y() - static_cast<double>(loss)) < 1e-6);
        QCOMPARE(lines.lines[3].points.front(), QPointF(12.0, *run.epochs[11].validationLoss));
        QVERIFY(lines.lines[1].width < lines.lines[3].width); // the branch that does not play is thinner
        QVERIFY(lines.lines[1].color.alphaF() < 1);
    }

    void whatIsNotANumberEndsInACross() {
        ChartData data;
        const float nan = std::numeric_limits<float>::quiet_NaN();
        data.addSteps({{{1}, 1, 1, 1.0F, 0}, {{1}, 2, 1, 2.0F, 0}, {{1}, 3, 1, nan, 0}});
        EpochReport epoch;
        epoch.branch = {1};
        epoch.epoch = 1;
        epoch.step = 3;
        epoch.trainLoss = std::nan("");
        epoch.validationLoss = std::nan("");
        data.addEpoch(epoch);
        const ChartLines lines = chartLines(data, {}, frameOf(0, 5, 3), Theme::light());
        for (const PlotLine& line : lines.lines)
            for (const QPointF& point : line.points)
                QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
        QCOMPARE(lines.broken.size(), std::size_t{1});
        QCOMPARE(lines.broken.front().y(), 2.0);
        QVERIFY(!data.best());
    }

    void smoothingKeepsTheRawLine() {
        ChartData data;
        fill(data, ExampleRun(1));
        const PlotFrame frame = frameOf(0, 40, 1);
        ChartOptions options;
        options.smoothing = 0.9;
        const ChartLines lines = chartLines(data, options, frame, Theme::light());
        QCOMPARE(lines.lines.size(), std::size_t{3});
        QVERIFY(std::abs(lines.lines[0].color.alphaF() - 0.15F) < 0.01F);
        const auto roughness = [](const PlotLine& line) {
            double sum = 0;
            for (qsizetype i = 1; i < line.points.size(); ++i)
                sum += std::abs(line.points[i].y() - line.points[i - 1].y());
            return sum;
        };
        QVERIFY(roughness(lines.lines[1]) < roughness(lines.lines[0]) / 4);
    }

    void weightsOnlyBranchesCountOnFromTheFork() {
        ChartData data;
        Timeline timeline = ExampleRun(1).timeline;
        timeline.branches.push_back({{2}, {1}, {2}, 180, 12, 0, 0, true});
        timeline.current = {2};
        data.setTimeline(timeline);
        data.addSteps({{{2}, 1, 1, 0.5F, 0}, {{2}, 2, 1, 0.4F, 0}});
        QCOMPARE(data.current()->steps.firstStep(), std::int64_t{181});
        QVERIFY(data.current()->at(181, ChartUnit::Epochs) > 12);
    }

    void aSpikeDoesNotFlattenTheChart() {
        ChartData data;
        std::vector<StepReport> steps;
        for (std::int64_t step = 1; step <= 2000; ++step)
            steps.push_back({{1}, step, 1, step == 1500 ? 1e9F : 0.7F, 0});
        data.addSteps(steps);
        QVERIFY(ChartAxes::range(data, {}).top <= 3.0);
        QVERIFY(ChartAxes::range(data, {}).top >= 0.7);
    }

    void theAxisEndsALittleLater() {
        for (double last = 3.7; last < 1e6; last *= 1.013) {
            const double end = axisEnd(last);
            QVERIFY(end >= 1.1 * last * (1 - 1e-9) && end <= 1.5 * last);
        }
        QVERIFY(axisEnd(0) >= 1);
    }

    void axesHaveAFewRoundNumbers() {
        for (double top = 1e-6; top < 1e9; top *= 1.37)
            for (int most = 2; most <= 8; ++most) {
                const std::vector<double> ticks = linearTicks(0, top, most);
                QVERIFY(static_cast<int>(ticks.size()) <= most);
                QVERIFY(most < 4 || ticks.size() >= 2);
                QVERIFY(roundAbove(top) >= top * (1 - 1e-9) && roundAbove(top) <= 2 * top);
            }
        QCOMPARE(logarithmicTicks(-3, 1, 6).size(), std::size_t{5});
        QCOMPARE(tickText(0.30000000000000004, 0.1), QStringLiteral("0.3"));
        QCOMPARE(tickText(20000, 5000), QStringLiteral("20,000"));
    }

    void labelsNeverTouch_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("height");
        for (const int count : {1, 2, 5, 12, 40})
            for (const double height : {40.0, 200.0, 700.0})
                QTest::addRow("%d in %g", count, height) << count << height;
    }

    void labelsNeverTouch() {
        QFETCH(int, count);
        QFETCH(double, height);
        for (int seed = 0; seed < 50; ++seed) {
            std::mt19937 random(static_cast<unsigned>(seed));
            std::uniform_real_distribution<double> place(-20, height + 20), room(10, 20);
            std::vector<PlacedLabel> labels;
            for (int i = 0; i < count; ++i)
                labels.push_back({place(random), room(random), i});
            spreadLabels(labels, 0, height);
            std::vector<PlacedLabel> shown;
            std::copy_if(labels.begin(), labels.end(), std::back_inserter(shown),
                         [](const PlacedLabel& label) { return label.shown; });
            QVERIFY(!shown.empty());
            QVERIFY(labels.front().shown); // the most important one
            std::sort(shown.begin(), shown.end(),
                      [](const PlacedLabel& a, const PlacedLabel& b) { return a.wanted < b.wanted; });
            double end = 0;
            for (const PlacedLabel& label : shown) {
                QVERIFY(label.place - label.room / 2 >= end - 1e-9);
                end = label.place + label.room / 2;
            }
            QVERIFY(end <= height + 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestChartLines)
#include "test_chart_lines.moc"
