// SPDX-License-Identifier: GPL-3.0-or-later
// How long the timeline takes with 1,000 checkpoints on 50 branches: for its news, for a step of training,
// for a move of the playhead, each with the repaint that follows. It counts processor time, so that other
// programs do not disturb it; a frame may take 16 ms.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include "tests/widgets/timeline_example.h"
#include "widgets/theme.h"
#include "widgets/timeline_canvas.h"
#include "widgets/timeline_view.h"

using namespace neurarium;

namespace {

constexpr int kBranches = 50, kCheckpoints = 1000, kFrames = 100;

struct Cost {
    double median = 0;
    double most = 0;
};

/// Milliseconds of processor time a frame, repaint included; `work` is told which frame.
template <typename Work>
Cost measured(TimelineView& view, Work work) {
    std::vector<double> frames;
    for (int frame = 0; frame < kFrames; ++frame) {
        const std::clock_t begin = std::clock();
        work(frame);
        view.repaint();
        frames.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::ranges::sort(frames);
    return {frames[kFrames / 2], frames.back()};
}

void move(QWidget& viewport, QEvent::Type type, const QPointF& point) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, point, viewport.mapToGlobal(point), button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&viewport, &event);
}

void print(const char* what, const QSize& size, bool compact, const Cost& cost) {
    std::printf("| %s | %d × %d | %s | %.1f | %.1f |\n", what, size.width(), size.height(),
                compact ? "letters" : "cards", cost.median, cost.most);
}

void measure(const QSize& size, bool compact) {
    TimelineView view;
    view.setCompact(compact);
    const Timeline timeline = wildTimeline(7, kBranches, kCheckpoints);
    view.setTimeline(timeline);
    QImage picture(48, 48, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    for (const CheckpointInfo& checkpoint : timeline.checkpoints)
        if (!checkpoint.letter.empty())
            view.setThumbnail(checkpoint.id, picture);
    view.resize(size.width(), view.sizeHint().height());
    view.show();
    QApplication::processEvents();
    const QSize real = view.size();

    print("news of the tree", real, compact, measured(view, [&](int) { view.setTimeline(timeline); }));
    const std::int64_t live = timeline.currentStep;
    print("a step of training", real, compact,
          measured(view, [&](int frame) { view.setLiveStep(live + frame); }));
    QWidget& viewport = *view.canvas()->viewport();
    const auto at = [&](int frame) {
        return QPointF(60 + (viewport.width() - 120) * frame / double(kFrames), viewport.height() - 12);
    };
    move(viewport, QEvent::MouseButtonPress, at(0));
    print("the playhead is dragged", real, compact,
          measured(view, [&](int frame) { move(viewport, QEvent::MouseMove, at(frame)); }));
    move(viewport, QEvent::MouseButtonRelease, at(kFrames));
    QScrollBar& bar = *view.canvas()->verticalScrollBar();
    print("lanes are scrolled", real, compact,
          measured(view, [&](int frame) { bar.setValue(bar.maximum() * frame / kFrames); }));
    print("another slot is chosen", real, compact, measured(view, [&](int frame) {
              view.setChosen(timeline.checkpoints[static_cast<std::size_t>(frame) * 9].id);
          }));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    application.setPalette(Theme::light().palette());
    application.setStyleSheet(Theme::light().styleSheet(1));
    std::printf("| %d branches, %d checkpoints | pixels | shown as | ms, median | ms, most "
                "|\n|---|---|---|---|---|\n",
                kBranches, kCheckpoints);
    for (const QSize size : {QSize(1280, 212), QSize(1600, 212), QSize(1920, 212)})
        for (const bool compact : {false, true})
            measure(size, compact);
    return 0;
}
