// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "app/lab_page.h"
#include "app/stage.h"
#include "widgets/error_banner.h"
#include "widgets/loss_chart.h"
#include "widgets/option_editor.h"
#include "widgets/segmented_control.h"
#include "widgets/slot_details.h"
#include "widgets/timeline_canvas.h"
#include "widgets/timeline_view.h"
#include "widgets/twin_dialog.h"
#include "window_driver.h"

using namespace neurarium;

/// One change tried in the window: asked for, trained beside the old way, shown and told.
class WindowTwinTest : public QObject {
    Q_OBJECT
private slots:
    void fromASlotWithItsOwnSettings();
    void fromAStepThatIsLookedAt();
    void fromWhereOneStands();
    void pausesWhereItIsAskedFor();
    void aLayersOption();
    void isCancelled();
    void aRefusalIsToldInTheBanner();

private:
    static bool steps(WindowDriver& driver, int count);
    static TwinDialog* dialog(WindowDriver& driver);
    static void give(TwinDialog& dialog, const QString& thing, const QString& value);
    /// For so many steps.
    static void start(TwinDialog& dialog, int steps);
    static std::vector<StepReport> of(const WindowDriver& driver, BranchId branch);
    static QPushButton* button(const QWidget& within, const QString& text);
};

bool WindowTwinTest::steps(WindowDriver& driver, int count) {
    const std::size_t before = driver.steps.size();
    for (int i = 0; i < count; ++i)
        driver.press(Qt::Key_Period);
    return driver.waitForSteps(before + static_cast<std::size_t>(count));
}

TwinDialog* WindowTwinTest::dialog(WindowDriver& driver) {
    TwinDialog* open = nullptr;
    driver.waitFor([&] { return (open = driver.window().findChild<TwinDialog*>()) != nullptr; });
    return open;
}

void WindowTwinTest::give(TwinDialog& dialog, const QString& thing, const QString& value) {
    dialog.things()->setCurrentText(thing);
    auto* field = dialog.editor()->findChild<QLineEdit*>();
    field->selectAll();
    QTest::keyClicks(field, value);
}

void WindowTwinTest::start(TwinDialog& dialog, int steps) {
    dialog.unit()->setChosen(1);
    dialog.length()->setValue(steps);
    QTest::mouseClick(dialog.startButton(), Qt::LeftButton);
}

std::vector<StepReport> WindowTwinTest::of(const WindowDriver& driver, BranchId branch) {
    std::vector<StepReport> found;
    for (const StepReport& step : driver.steps)
        if (step.branch == branch)
            found.push_back(step);
    return found;
}

QPushButton* WindowTwinTest::button(const QWidget& within, const QString& text) {
    for (auto* each : within.findChildren<QPushButton*>())
        if (each->text() == text && each->isVisible())
            return each;
    return nullptr;
}

/// The knobs were moved after the save: what is offered is what the save has. 320 points, a fifth kept for
/// validation: 16 steps are an epoch.
void WindowTwinTest::fromASlotWithItsOwnSettings() {
    WindowDriver driver;
    driver.window().resize(1600, 1000);
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("twin")));
    QVERIFY(steps(driver, 16));
    driver.press(Qt::Key_F5);
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().id.value != 0; }));
    const CheckpointInfo slot = driver.newestSlot();
    QVERIFY(steps(driver, 40));
    driver.lab().setDropout(0.7, true);
    driver.lab().setLearningRate(0.5);
    QVERIFY(steps(driver, 1));
    TimelineView& timeline = driver.page().timeline();
    timeline.setChosen(slot.id);
    button(*timeline.findChild<SlotDetails*>(), "Try one change")->click();
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    QVERIFY(!open->startButton()->isEnabled());
    open->things()->setCurrentText("Learning rate");
    QVERIFY(open->chosen().before == OptionValue(0.01));
    give(*open, "Dropout", "0.5");
    QVERIFY(open->chosen().before == OptionValue(0.2));
    start(*open, 32);
    QVERIFY(driver.waitFor([&] { return timeline.notice().startsWith("With dropout 50 %"); }));
    QVERIFY2(timeline.notice().contains("the validation loss after 32 steps is"),
             qPrintable(timeline.notice()));
    const ChartFigure& chart = driver.page().stage().lossChart().figure();
    const std::optional<TwinPair> twins = chart.shownTwins();
    QVERIFY(twins);
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(3));
    const std::vector<StepReport> old = of(driver, slot.branch), same = of(driver, twins->same),
                                  other = of(driver, twins->other);
    QCOMPARE(same.size(), std::size_t(32));
    QCOMPARE(other.size(), std::size_t(32));
    bool differs = false;
    for (std::size_t i = 0; i < same.size(); ++i) {
        QCOMPARE(same[i].loss, old[16 + i].loss); // the past is repeated, exactly
        differs |= same[i].loss != other[i].loss;
    }
    QVERIFY(differs);
    QCOMPARE(chart.csv().count("\nstep_difference,3-2,"), 32);
    QVERIFY(driver.waitFor([&] { return chart.csv().count("\nepoch_difference,3-2,") == 2; }));
    QCOMPARE(driver.lab().place().here().step, 57); // what is stood on stays
    QVERIFY(driver.problems.empty());
}

/// It is no save yet: an automatic one is made of it.
void WindowTwinTest::fromAStepThatIsLookedAt() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("hollow")));
    QVERIFY(steps(driver, 40));
    driver.lab().place().lookAt({driver.lab().timeline().current, 21});
    QVERIFY(driver.waitFor([&] { return driver.lab().place().isLooking(); }));
    driver.press(Qt::Key_F6);
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    give(*open, "Learning rate", "0.02");
    start(*open, 10);
    TimelineView& timeline = driver.page().timeline();
    QVERIFY(driver.waitFor([&] { return timeline.notice().startsWith("With learning rate 0.02"); }));
    const auto twins = driver.page().stage().lossChart().figure().shownTwins();
    QVERIFY(twins);
    const std::vector<StepReport> old = of(driver, BranchId{1}), same = of(driver, twins->same);
    QCOMPARE(same.size(), std::size_t(10));
    QCOMPARE(same.front().step, std::int64_t(22));
    for (std::size_t i = 0; i < same.size(); ++i)
        QCOMPARE(same[i].loss, old[21 + i].loss);
    QVERIFY(driver.lab().place().isLooking());
    QCOMPARE(driver.lab().place().live().step, std::int64_t(40));
    driver.lab().place().returnToLive();
    QVERIFY(driver.waitFor([&] { return !driver.lab().place().isLooking(); }));
    QCOMPARE(driver.lab().place().here().step, std::int64_t(40));
    QVERIFY(driver.problems.empty());
}

void WindowTwinTest::fromWhereOneStands() {
    WindowDriver driver;
    driver.window().resize(1600, 1000);
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("here")));
    QVERIFY(steps(driver, 5));
    button(driver.page().timeline(), "Try one change")->click();
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    give(*open, "Dropout", "0");
    QTest::mouseClick(open->startButton(), Qt::LeftButton); // to the end of the next epoch
    TimelineView& timeline = driver.page().timeline();
    QVERIFY(driver.waitFor([&] { return timeline.notice().startsWith("With dropout off"); }));
    QVERIFY2(timeline.notice().contains("after 27 steps"), qPrintable(timeline.notice()));
    QCOMPARE(driver.lab().timeline().currentStep, std::int64_t(5));
    QVERIFY(steps(driver, 20)); // and it goes on from there as if nothing had been
    QVERIFY(driver.problems.empty());
}

void WindowTwinTest::pausesWhereItIsAskedFor() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", 100));
    driver.press(Qt::Key_F6);
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY(!driver.checkpoints.empty());
    QCOMPARE(driver.checkpoints.back().step, driver.lab().timeline().currentStep);
    QCOMPARE(driver.lab().place().here().step, driver.checkpoints.back().step);
    open->reject();
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(1));
    QVERIFY(driver.problems.empty());
}

void WindowTwinTest::aLayersOption() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("layer")));
    QVERIFY(steps(driver, 5));
    driver.press(Qt::Key_F6);
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    open->things()->setCurrentText("Layer 2, ReLU: Activation");
    QCOMPARE(open->chosen().layer, std::string("network[1]"));
    auto* kinds = open->editor()->findChild<QComboBox*>();
    kinds->setCurrentText("Tanh");
    emit kinds->activated(kinds->currentIndex());
    start(*open, 10);
    TimelineView& timeline = driver.page().timeline();
    QVERIFY(driver.waitFor([&] { return timeline.notice().startsWith("With Tanh in layer 2"); }));
    QCOMPARE(driver.lab().timeline().marks.back().changes[0].after, std::string("tanh"));
    QVERIFY(driver.problems.empty());
}

void WindowTwinTest::isCancelled() {
    WindowDriver driver;
    driver.window().resize(1600, 1000);
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("cancelled")));
    QVERIFY(steps(driver, 5));
    driver.press(Qt::Key_F6);
    TwinDialog* open = dialog(driver);
    QVERIFY(open != nullptr);
    give(*open, "Dropout", "0.5");
    start(*open, 100'000);
    QVERIFY(driver.waitFor([&] { return button(driver.page().timeline(), "Cancel") != nullptr; }));
    QVERIFY(driver.page().stage().lossChart().figure().shownTwins()); // while they train
    button(driver.page().timeline(), "Cancel")->click();
    QVERIFY(driver.waitFor([&] { return !driver.lab().saves().work(); }));
    const auto& branches = driver.lab().timeline().branches;
    QCOMPARE(branches.size(), std::size_t(3));
    QVERIFY(driver.page().timeline().notice().startsWith("With dropout 50 %"));
    QVERIFY(driver.problems.empty());
}

void WindowTwinTest::aRefusalIsToldInTheBanner() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("refused")));
    QVERIFY(steps(driver, 5));
    LiveSettings both = driver.lab().settings();
    both.learningRate *= 2;
    both.dropout = 0.4;
    driver.lab().saves().save();
    QVERIFY(driver.waitFor([&] { return driver.newestSlot().id.value != 0; }));
    driver.lab().saves().runTwin(driver.newestSlot().id, both, 10);
    QVERIFY(driver.waitFor([&] { return driver.page().banner().isVisible(); }));
    QVERIFY(driver.page().banner().what().contains("exactly one thing"));
    QVERIFY(!driver.lab().saves().work());
    driver.lab().saves().prepareTwin(CheckpointId{999});
    QVERIFY(driver.waitFor([&] { return driver.problems.size() == 2; }));
    QVERIFY(driver.window().findChild<TwinDialog*>() == nullptr);
}

int main(int argc, char* argv[]) {
    WindowTwinTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_twin_test.moc"
