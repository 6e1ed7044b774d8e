// SPDX-License-Identifier: GPL-3.0-or-later
// How long one redraw of the word map takes with 2,000 words and trails of ten epochs. It counts processor
// time, so that other programs do not disturb it.
#include <cstdio>
#include <ctime>

#include <QApplication>
#include <QPainter>

#include "tests/widgets/word_map_example.h"
#include "widgets/map_painter.h"

using namespace neurarium;

namespace {

constexpr int kWords = 2000, kNamed = 16, kRuns = 40;

MapScene sceneOf(int dimensions) {
    MapScene scene;
    for (std::int64_t epoch = 20; epoch <= 30; ++epoch) {
        const auto words = wordExample(epoch, kWords - kNamed);
        scene.things = words;
        scene.trail.add(pcaExample(*words, dimensions));
    }
    scene.current = 0;
    scene.measured = {0, 4, 8};
    return scene;
}

/// Milliseconds of a redraw; `work` is told which.
template <typename Work>
double measured(Work work) {
    const std::clock_t begin = std::clock();
    for (int run = 0; run < kRuns; ++run)
        work(run);
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kRuns;
}

void measure(int dimensions, const QSize& size) {
    MapScene scene = sceneOf(dimensions);
    QPixmap picture(size);
    MapPainter painter;
    const QRectF area(QPointF(), size);
    const auto redraw = [&](int) {
        painter.layOut(scene, area, {});
        picture.fill(Qt::white);
        QPainter on(&picture);
        painter.paint(on, scene);
    };
    redraw(0); // letters are shaped once
    const double turning = measured([&](int run) {
        scene.camera = turned(scene.camera, {1.0 + run % 3, 0.5});
        redraw(run);
    });
    const double same = measured([&](int) {
        QPainter on(&picture);
        painter.paint(on, scene);
    });
    std::printf("%d-D %5d x %-5d names %3d   moved: %6.2f ms   painted again: %6.2f ms\n", dimensions,
                size.width(), size.height(), static_cast<int>(painter.namedThings().size()), turning, same);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    for (const int dimensions : {2, 3})
        for (const QSize size : {QSize(360, 300), QSize(700, 500), QSize(1500, 850)})
            measure(dimensions, size);
    return 0;
}
