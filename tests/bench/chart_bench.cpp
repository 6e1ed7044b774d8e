// SPDX-License-Identifier: GPL-3.0-or-later
// How long one redraw of the loss chart takes with a million steps and a thousand epochs on each of three
// branches. It counts processor time, so that other programs do not disturb it.
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

#include <QApplication>
#include <QImage>
#include <QPainter>

#include "widgets/chart_figure.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kSteps = 1'000'000, kStepsPerEpoch = 1000;

void addBranch(ChartData& data, std::int64_t id) {
    std::mt19937 random(static_cast<unsigned>(id));
    std::normal_distribution<float> noise;
    std::vector<StepReport> steps;
    for (std::int64_t step = 1; step <= kSteps; ++step)
        steps.push_back({{id},
                         step,
                         (step - 1) / kStepsPerEpoch + 1,
                         0.3F + std::exp(static_cast<float>(-step) / 2e5F) + 0.1F * noise(random),
                         0});
    data.addSteps(steps);
    for (std::int64_t epoch = 1; epoch <= kSteps / kStepsPerEpoch; ++epoch) {
        EpochReport report;
        report.branch = {id};
        report.epoch = epoch;
        report.step = epoch * kStepsPerEpoch;
        report.trainLoss = 0.3;
        report.validationLoss = 0.4 + std::exp(-static_cast<double>(epoch) / 200);
        report.seconds = 1;
        data.addEpoch(report);
    }
}

double redraw(ChartFigure& figure, const QSize& size, bool smooth) {
    QImage image(size, QImage::Format_RGB32);
    FigureLook look;
    look.smooth = smooth;
    constexpr int kRuns = 20;
    const std::clock_t begin = std::clock();
    for (int run = 0; run < kRuns; ++run) {
        QPainter painter(&image);
        figure.paint(painter, size, look);
    }
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kRuns;
}

void measure(ChartFigure& figure, const char* name, const QSize& size, const std::optional<ChartView>& view) {
    ChartOptions options;
    options.view = view;
    figure.setOptions(options);
    std::printf("%-14s %5d x %-5d %7.2f ms, antialiased %7.2f ms\n", name, size.width(), size.height(),
                redraw(figure, size, false), redraw(figure, size, true));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    ChartFigure figure;
    Timeline timeline;
    timeline.stepsPerEpoch = kStepsPerEpoch;
    for (std::int64_t id = 1; id <= 3; ++id) {
        timeline.branches.push_back({{id}, {}, {}, 0, 0, kSteps, kSteps / kStepsPerEpoch, false});
        timeline.current = {id};
        figure.data().setTimeline(timeline);
        addBranch(figure.data(), id);
        std::printf("%d branch(es), a million steps each\n", static_cast<int>(id));
        for (const QSize size : {QSize(604, 340), QSize(1000, 500), QSize(1580, 900)}) {
            measure(figure, "everything", size, std::nullopt);
            measure(figure, "a tenth", size, ChartView{500, 600, 0, 2});
            measure(figure, "three epochs", size, ChartView{500, 503, 0, 2});
        }
    }
    return 0;
}
