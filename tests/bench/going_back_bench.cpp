// SPDX-License-Identifier: GPL-3.0-or-later
// From the key press on a save slot of the cats' lesson to the first new step, in the window with all its
// views: going back and training on are asked for at once, as fast as nobody could.
//
//     going_back_bench [TIMES [THREADS]]
#include <algorithm>
#include <cstdio>

#include <QElapsedTimer>
#include <QTest>

#include "app/lab_page.h"
#include "tests/app/window/window_driver.h"
#include "widgets/timeline_canvas.h"
#include "widgets/timeline_view.h"

using namespace neurarium;

namespace {

constexpr const char* kLesson = "teach-it-cats";
constexpr int kSlots = 3, kEpochsBetween = 2, kStepsBefore = 5;

class Bench : public QObject {
    Q_OBJECT
public:
    int times = 20;
    int threads = 2;
private slots:
    void goesBack();

private:
    /// Trains on and saves; false when that did not happen in time.
    bool addSlot(WindowDriver& driver);
};

bool Bench::addSlot(WindowDriver& driver) {
    const std::size_t epochs = driver.epochs.size() + kEpochsBetween;
    const CheckpointId before = driver.newestSlot().id;
    driver.lab().train();
    const bool trained =
        driver.waitFor([&] { return driver.epochs.size() >= epochs; }, 120000) && driver.pause();
    driver.lab().saves().save({});
    return trained && driver.waitFor([&] { return driver.newestSlot().id != before; });
}

void Bench::goesBack() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().resize(1600, 1000);
    driver.window().openLesson(kLesson);
    driver.lab().setThreads(threads);
    driver.lab().setPace(0);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(1, 120000) && driver.pause());
    for (int slot = 0; slot < kSlots; ++slot)
        QVERIFY(addSlot(driver));

    TimelineCanvas* canvas = driver.page().timeline().canvas();
    std::vector<CheckpointId> saves;
    for (const CheckpointInfo& checkpoint : driver.checkpoints)
        if (!checkpoint.letter.empty())
            saves.push_back(checkpoint.id);
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        canvas->setChosen(saves[static_cast<std::size_t>(i) % saves.size()]);
        QTest::qWait(200);
        const int wentBack = driver.wentBack;
        const std::size_t steps = driver.steps.size();
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(canvas, Qt::Key_Backspace);
        driver.lab().train();
        while (driver.wentBack == wentBack || driver.steps.size() == steps)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        taken.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QVERIFY(driver.waitForSteps(steps + kStepsBefore) && driver.pause());
    }
    std::ranges::sort(taken);
    std::printf("| threads | times | ms from the key to the first new step, median | least | most |\n"
                "|---|---|---|---|---|\n| %d | %d | %.0f | %.0f | %.0f |\n",
                threads, times, taken[taken.size() / 2], taken.front(), taken.back());
}

} // namespace

int main(int argc, char* argv[]) {
    Bench bench;
    if (argc > 1)
        bench.times = std::max(1, std::atoi(argv[1]));
    if (argc > 2)
        bench.threads = std::max(1, std::atoi(argv[2]));
    return runWindowTest(bench, 1, argv);
}
#include "going_back_bench.moc"
