// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

#include "app/lab_page.h"
#include "app/stage.h"
#include "app/window_actions.h"
#include "checkpoint/run_store.h"
#include "widgets/guide_view.h"
#include "widgets/loss_chart.h"
#include "widgets/timeline_view.h"
#include "widgets/welcome_page.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr int kFirstCurve = 5000; ///< milliseconds from the last key press to points in the chart
constexpr int kManySteps = 30;

} // namespace

/// What a first lesson is made of: keys, saves, and going back.
class WindowLessonTest : public QObject {
    Q_OBJECT
private slots:
    void spaceAndSpaceDrawACurve();
    void pausesAndGoesStepByStep();
    void savesGetLettersAndComeBackExactly();
    void goingBackWhileTrainingBegins();
    void anotherLessonBeginsWhileOneTrains();
    void restartsTheSameRecipe();

private:
    void goTenSteps(WindowDriver& driver);
};

void WindowLessonTest::spaceAndSpaceDrawACurve() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.window().welcome().isVisible());
    driver.press(Qt::Key_Space);
    QVERIFY(driver.page().isVisible());
    QCOMPARE(driver.lab().experiment().name, std::string("cat-sketches"));
    QVERIFY(driver.page().guide().isVisible());
    driver.press(Qt::Key_Space);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(driver.waitFor([&] { return !driver.page().stage().lossChart().figure().data().empty(); }));
    qInfo("the first points came after %lld ms", clock.elapsed());
    QVERIFY2(clock.elapsed() <= kFirstCurve, "the first points came too late");
    QCOMPARE(driver.lab().phase(), LabPhase::Running);
    QVERIFY(driver.problems.empty());
}

void WindowLessonTest::pausesAndGoesStepByStep() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", kManySteps));
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QTest::qWait(100); // what was on its way has come
    const std::size_t before = driver.steps.size();
    for (int i = 0; i < 3; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(before + 3));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QTest::qWait(100);
    QCOMPARE(driver.steps.size(), before + 3);
    const std::size_t epochs = driver.epochs.size();
    driver.press(Qt::Key_Period, Qt::ShiftModifier);
    QVERIFY(driver.waitFor([&] { return driver.epochs.size() == epochs + 1; }));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QCOMPARE(driver.steps.back().step, driver.epochs.back().step);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(driver.steps.size() + 1));
    QCOMPARE(driver.lab().phase(), LabPhase::Running);
    for (std::size_t i = 1; i < driver.steps.size(); ++i)
        QCOMPARE(driver.steps[i].step, driver.steps[i - 1].step + 1);
}

void WindowLessonTest::goTenSteps(WindowDriver& driver) {
    const std::size_t before = driver.steps.size();
    for (int i = 0; i < 10; ++i)
        driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(before + 10));
    const std::size_t saved = driver.checkpoints.size();
    driver.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(driver.waitFor([&] { return driver.checkpoints.size() > saved; }));
}

void WindowLessonTest::savesGetLettersAndComeBackExactly() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("cat-sketches", kManySteps));
    driver.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(driver.waitFor([&] { return !driver.newestSlot().letter.empty(); }));
    const CheckpointInfo first = driver.newestSlot();
    QCOMPARE(first.letter, std::string("A"));
    QCOMPARE(first.sha256.size(), std::size_t(64));
    QVERIFY(driver.waitForSteps(driver.steps.size() + 5));
    std::vector<std::string> hashes;
    for (std::size_t branches = 2; branches <= 3; ++branches) {
        driver.page().timeline().setChosen(first.id);
        driver.press(Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(driver.waitFor([&] { return driver.wentBack == int(branches) - 1; }));
        QVERIFY(driver.waitForPhase(LabPhase::Paused));
        goTenSteps(driver);
        QCOMPARE(driver.newestSlot().step, first.step + 10);
        hashes.push_back(driver.newestSlot().sha256);
        QCOMPARE(driver.lab().timeline().branches.size(), branches);
        QCOMPARE(driver.lab().timeline().branches.back().forkStep, first.step);
    }
    QCOMPARE(hashes[0], hashes[1]);
    QVERIFY(hashes[0] != first.sha256);
    const auto store = RunStore::open(driver.lab().runFolder().toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(store->find(std::to_string(first.id.value)).sha256, first.sha256);
    QVERIFY(driver.problems.empty());
}

void WindowLessonTest::goingBackWhileTrainingBegins() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", kManySteps));
    driver.press(Qt::Key_F5);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().letter == "A"; }));
    const CheckpointInfo first = driver.newestSlot();
    driver.page().timeline().setChosen(first.id);
    driver.press(Qt::Key_F9);
    QVERIFY(driver.waitFor([&] { return driver.wentBack == 1; }));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    driver.steps.clear();
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(1));
    QCOMPARE(driver.steps.front().step, first.step + 1);
    QCOMPARE(driver.steps.front().branch, driver.lab().timeline().current);
}

void WindowLessonTest::anotherLessonBeginsWhileOneTrains() {
    WindowDriver driver;
    QVERIFY(driver.show());
    for (const char* lesson : {"teach-it-cats", "draw-the-border", "learning-by-heart", "saved-games"}) {
        driver.window().openLesson(lesson);
        QVERIFY(driver.steps.empty());
        driver.press(Qt::Key_Space);
        QVERIFY2(driver.waitForSteps(3), lesson);
        QCOMPARE(driver.lab().phase(), LabPhase::Running);
    }
    driver.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(driver.window().welcome().isVisible());
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY(driver.problems.empty());
}

void WindowLessonTest::restartsTheSameRecipe() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", kManySteps));
    const QString folder = driver.lab().runFolder();
    const StepReport first = driver.steps.front();
    driver.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(kManySteps));
    QVERIFY(driver.lab().runFolder() != folder);
    QCOMPARE(driver.steps.front().loss, first.loss);
    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadOnly);
    QVERIFY(!store->timeline().checkpoints.empty());
}

int main(int argc, char* argv[]) {
    WindowLessonTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_lesson_test.moc"
