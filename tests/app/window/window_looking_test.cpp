// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/lab_page.h"
#include "app/stage.h"
#include "checkpoint/run_store.h"
#include "widgets/knob.h"
#include "widgets/loss_chart.h"
#include "widgets/recipe_panel.h"
#include "widgets/status_line.h"
#include "widgets/switch.h"
#include "widgets/timeline_canvas.h"
#include "widgets/timeline_view.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

/// The playhead looks at any step, and lets go of it again.
class WindowLookingTest : public QObject {
    Q_OBJECT
private slots:
    void showsTheNetworkAsItWas();
    void returnsToTheLivePlace();
    void aWaitingChangeOutlastsALook();
    void trainingOnGrowsABranchThatRepeats();
    void showsProgressAndCancels();
    void looksAtAnotherBranch();

private:
    /// Trains the small experiment for some epochs, with a save in the middle of one.
    bool train(WindowDriver& driver, std::size_t steps = 60);
    static TimelineCanvas& canvas(WindowDriver& driver) { return *driver.page().timeline().canvas(); }
    /// Drags the playhead by its flag to a step of the way it is on.
    static void drag(WindowDriver& driver, std::int64_t step);
    static bool lookAt(WindowDriver& driver, std::int64_t step);
    static QPushButton* button(WindowDriver& driver, const QString& text);
};

bool WindowLookingTest::train(WindowDriver& driver, std::size_t steps) {
    if (!driver.show() || !driver.openReady(moonExperiment("looking")))
        return false;
    driver.lab().setPace(0);
    driver.lab().setEpochs(1000);
    for (std::size_t i = 0; i < steps; ++i)
        driver.press(Qt::Key_Period);
    return driver.waitForSteps(steps) && driver.waitForPhase(LabPhase::Paused);
}

void WindowLookingTest::drag(WindowDriver& driver, std::int64_t step) {
    QWidget* target = canvas(driver).viewport();
    const Timeline& timeline = canvas(driver).timeline();
    const EpochScale epochs(timeline);
    const auto point = [&](std::int64_t wanted) {
        const double epoch = epochs.at(canvas(driver).playhead().branch, wanted);
        return QPoint(static_cast<int>(std::lround(canvas(driver).layOut().xAt(epoch))), 6);
    };
    QTest::mousePress(target, Qt::LeftButton, {}, point(canvas(driver).playhead().step));
    QTest::mouseMove(target, point(step));
    QTest::mouseRelease(target, Qt::LeftButton, {}, point(step));
}

bool WindowLookingTest::lookAt(WindowDriver& driver, std::int64_t step) {
    drag(driver, step);
    return driver.waitFor([&] { return driver.lab().place().isLooking(); });
}

QPushButton* WindowLookingTest::button(WindowDriver& driver, const QString& text) {
    for (auto* each : driver.page().timeline().findChildren<QPushButton*>())
        if (each->text() == text && each->isVisible())
            return each;
    return nullptr;
}

void WindowLookingTest::showsTheNetworkAsItWas() {
    WindowDriver driver;
    QVERIFY(train(driver, 20));
    std::vector<std::shared_ptr<const PlaygroundSnapshot>> seen;
    connect(&driver.lab(), &Lab::playgroundReady, &driver, [&](auto view) { seen.push_back(view); });
    driver.press(Qt::Key_Period); // what is seen after step 21
    QVERIFY(driver.waitFor([&] { return !seen.empty() && seen.back()->step == 21; }));
    const auto then = seen.back();
    for (int i = 0; i < 30; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(51));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY(lookAt(driver, 21));
    const StepPlace& here = driver.lab().place().here();
    QCOMPARE(driver.lab().place().live().step, 51);
    QVERIFY(std::abs(here.step - 21) <= 1); // as exactly as a pixel tells
    while (driver.lab().place().here().step != 21) {
        const Qt::Key key = driver.lab().place().here().step < 21 ? Qt::Key_Right : Qt::Key_Left;
        const StepPlace before = driver.lab().place().here();
        QTest::keyClick(&canvas(driver), key, Qt::ControlModifier);
        QVERIFY(driver.waitFor([&] { return driver.lab().place().here() != before; }));
    }
    QVERIFY(driver.waitFor([&] { return seen.back()->step == 21; }));
    QVERIFY(*seen.back() == *then);
    QCOMPARE(driver.page().stage().lossChart().statusLine().verdict().kind, VerdictKind::LookingBack);
    QVERIFY(driver.problems.empty());
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(1));
}

void WindowLookingTest::returnsToTheLivePlace() {
    WindowDriver driver;
    QVERIFY(train(driver));
    driver.press(Qt::Key_F5);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().letter == "A"; }));
    const CheckpointInfo live = driver.newestSlot();
    for (const bool byKey : {false, true}) {
        QVERIFY(lookAt(driver, 33));
        QVERIFY(button(driver, "Back to now") != nullptr);
        if (byKey)
            QTest::keyClick(&canvas(driver), Qt::Key_Escape);
        else
            button(driver, "Back to now")->click();
        QVERIFY(driver.waitFor([&] { return !driver.lab().place().isLooking(); }));
        QCOMPARE(driver.lab().place().here().step, 60);
        QVERIFY(button(driver, "Back to now") == nullptr);
    }
    driver.press(Qt::Key_F5);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().letter == "B"; }));
    QCOMPARE(driver.newestSlot().sha256, live.sha256);
    driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(61));
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(1)); // nothing but looking was done
    QVERIFY(driver.problems.empty());
}

void WindowLookingTest::aWaitingChangeOutlastsALook() {
    WindowDriver driver;
    QVERIFY(train(driver));
    QTest::mouseClick(driver.page().recipe().trainingCard()->dropout()->switchButton(), Qt::LeftButton);
    const LiveSettings changed = driver.lab().settings();
    QVERIFY(lookAt(driver, 20));
    QVERIFY(driver.lab().settings() != changed); // the knobs are as they were then
    driver.lab().place().returnToLive();
    QVERIFY(driver.waitFor([&] { return !driver.lab().place().isLooking(); }));
    driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(61));
    QVERIFY(driver.waitFor([&] { return driver.lab().settings() == changed; }));
    QCOMPARE(driver.marks.size(), std::size_t(1));
    QCOMPARE(driver.marks.front().step, 60);
}

void WindowLookingTest::trainingOnGrowsABranchThatRepeats() {
    WindowDriver driver;
    QVERIFY(train(driver));
    QVERIFY(lookAt(driver, 33));
    const std::int64_t from = driver.lab().place().here().step;
    const std::deque<StepReport> old = std::exchange(driver.steps, {});
    for (int i = 0; i < 10; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(10));
    QVERIFY(!driver.lab().place().isLooking());
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(2));
    QCOMPARE(driver.lab().timeline().branches.back().forkStep, from);
    QCOMPARE(driver.lab().place().here().step, from + 10);
    for (const StepReport& step : driver.steps) {
        const StepReport& then = old[static_cast<std::size_t>(step.step - 1)];
        QCOMPARE(then.step, step.step);
        QCOMPARE(then.loss, step.loss); // the old curve again, to the bit
    }
}

void WindowLookingTest::showsProgressAndCancels() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady("cat-sketches"));
    driver.lab().setPace(0);
    Experiment slow = driver.lab().experiment();
    slow.checkpointEvery = 1000; // a long way to go
    driver.lab().edit(slow);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(1));
    constexpr int kLongEnough = 3000; // to go there again takes about as long as it took
    QTest::qWait(kLongEnough);
    QVERIFY(driver.pause());
    const std::int64_t live = driver.lab().place().here().step;
    drag(driver, live - 2);
    QVERIFY(driver.waitFor([&] { return button(driver, "Cancel") != nullptr; }, 20000));
    driver.press(Qt::Key_Escape);
    QVERIFY(driver.waitFor([&] { return !driver.lab().saves().work(); }));
    QVERIFY(button(driver, "Cancel") == nullptr);
    QVERIFY(!driver.lab().place().isLooking());
    QCOMPARE(driver.lab().place().here().step, live);
    QCOMPARE(canvas(driver).playhead().step, live);
    QVERIFY(driver.problems.empty());
}

void WindowLookingTest::looksAtAnotherBranch() {
    WindowDriver driver;
    QVERIFY(train(driver));
    driver.press(Qt::Key_F5);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().letter == "A"; }));
    for (int i = 0; i < 20; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(80));
    driver.lab().saves().goBackTo(driver.newestSlot().id);
    QVERIFY(driver.waitFor([&] { return driver.wentBack == 1; }));
    for (int i = 0; i < 5; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(85));
    driver.lab().place().lookAt({{1}, 75});
    QVERIFY(driver.waitFor([&] { return driver.lab().place().isLooking(); }));
    QCOMPARE(canvas(driver).timeline().current, BranchId{2}); // where training stands
    QCOMPARE(canvas(driver).playhead().branch, BranchId{1});
    driver.lab().place().returnToLive();
    QVERIFY(driver.waitFor([&] { return !driver.lab().place().isLooking(); }));
    QCOMPARE(driver.lab().place().here().branch, BranchId{2});
    QCOMPARE(driver.lab().place().here().step, 65);
    driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(86));
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(2));
}

int main(int argc, char* argv[]) {
    WindowLookingTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_looking_test.moc"
