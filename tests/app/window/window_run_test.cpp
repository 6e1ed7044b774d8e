// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QTest>

#include "app/lab_page.h"
#include "app/stage.h"
#include "widgets/error_banner.h"
#include "widgets/knob.h"
#include "widgets/loss_chart.h"
#include "widgets/network_card.h"
#include "widgets/option_editor.h"
#include "widgets/option_form.h"
#include "widgets/recipe_panel.h"
#include "widgets/switch.h"
#include "widgets/timeline_view.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

void plan(WindowDriver& driver, int epochs) {
    OptionForm* length = driver.page().recipe().trainingCard()->length();
    auto* field = length->editor("epochs")->findChild<QLineEdit*>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::number(epochs));
    QTest::keyClick(field, Qt::Key_Return);
    driver.page().setFocus();
}

} // namespace

/// How a run ends, goes on, and is opened again.
class WindowRunTest : public QObject {
    Q_OBJECT
private slots:
    void goesOnAfterItsLastEpoch();
    void stopsEarlyAndGoesOn();
    void opensAgainAsItWasLeft();
    void anotherWindowLooksOnly();
    void aRunThatIsGoneIsTold();
};

void WindowRunTest::goesOnAfterItsLastEpoch() {
    WindowDriver driver;
    QVERIFY(driver.show());
    Experiment experiment = moonExperiment("two-epochs");
    experiment.epochs = 2;
    QVERIFY(driver.openReady(experiment));
    driver.lab().setPace(0);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForPhase(LabPhase::Finished));
    QCOMPARE(driver.epochs.size(), std::size_t(2));
    plan(driver, 5);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitFor([&] { return driver.finished == 2; }));
    QCOMPARE(driver.epochs.size(), std::size_t(5));
    QCOMPARE(driver.lab().timeline().plannedEpochs, 5);
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(1));
}

void WindowRunTest::stopsEarlyAndGoesOn() {
    WindowDriver driver;
    QVERIFY(driver.show());
    Experiment experiment = moonExperiment("early");
    experiment.epochs = 10000;
    experiment.patience = 1;
    QVERIFY(driver.openReady(experiment));
    driver.lab().setPace(0);
    FinishReason reason = FinishReason::Completed;
    connect(&driver.lab(), &Lab::finished, &driver, [&](const Outcome& outcome) { reason = outcome.reason; });
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForPhase(LabPhase::Finished));
    QCOMPARE(reason, FinishReason::EarlyStopped);
    QVERIFY(driver.epochs.size() < 10000);
    const std::size_t before = driver.steps.size();
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(before + 50));
}

void WindowRunTest::opensAgainAsItWasLeft() {
    QString folder;
    Timeline timeline;
    LiveSettings settings;
    StepReport last;
    const auto networkSize = [](WindowDriver& driver) {
        return driver.page().recipe().networkCard()->heading()->toolTip();
    };
    QString size;
    {
        WindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.openReady(moonExperiment("again")));
        size = networkSize(driver);
        QCOMPARE(size, QStringLiteral("218")); // 2·12 + 12 and 12·12 + 12 and 12·2 + 2
        driver.press(Qt::Key_Space);
        QVERIFY(driver.waitForSteps(20));
        QTest::mouseClick(driver.page().recipe().trainingCard()->dropout()->switchButton(), Qt::LeftButton);
        QVERIFY(driver.waitFor([&] { return driver.marks.size() == 1; }));
        driver.press(Qt::Key_F5);
        QVERIFY(driver.waitFor([&] { return driver.newestSlot().origin == CheckpointOrigin::Person; }));
        QVERIFY(driver.waitForSteps(driver.steps.size() + 5));
        driver.lab().saves().goBackTo(driver.newestSlot().id);
        QVERIFY(driver.waitFor([&] { return driver.wentBack == 1; }));
        plan(driver, 70);
        driver.press(Qt::Key_Space);
        QVERIFY(driver.waitForSteps(driver.steps.size() + 5));
        QVERIFY(driver.pause());
        QTest::qWait(200);
        folder = driver.lab().runFolder();
        timeline = driver.lab().timeline();
        settings = driver.lab().settings();
        last = driver.steps.back();
        driver.close();
    }
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openPath(folder);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QTest::qWait(200);
    const Timeline& now = driver.lab().timeline();
    QCOMPARE(now.branches.size(), std::size_t(2));
    for (std::size_t i = 0; i < now.branches.size(); ++i) {
        QCOMPARE(now.branches[i].id, timeline.branches[i].id);
        QCOMPARE(now.branches[i].forkStep, timeline.branches[i].forkStep);
    }
    QCOMPARE(now.marks, timeline.marks);
    QCOMPARE(now.current, timeline.current);
    QCOMPARE(now.plannedEpochs, 70);
    QCOMPARE(driver.lab().settings(), settings);
    QCOMPARE(networkSize(driver), size);
    QVERIFY(!driver.page().stage().lossChart().figure().data().empty());
    QVERIFY(driver.problems.empty());
    driver.press(Qt::Key_Period);
    QVERIFY(driver.waitForSteps(1));
    QCOMPARE(driver.steps.front().step, last.step + 1);
    QCOMPARE(driver.lab().timeline().branches.size(), std::size_t(2));
}

void WindowRunTest::anotherWindowLooksOnly() {
    WindowDriver first;
    QVERIFY(first.show());
    QVERIFY(first.openReady(moonExperiment("shared")));
    first.press(Qt::Key_Space);
    QVERIFY(first.waitForSteps(20));
    WindowDriver second;
    QVERIFY(second.show());
    second.window().openPath(first.lab().runFolder());
    QVERIFY(second.waitForPhase(LabPhase::Paused));
    QVERIFY(second.waitFor([&] { return second.page().banner().isVisible(); }));
    const QString told = second.page().banner().what();
    QVERIFY2(told.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(told));
    QVERIFY(second.lab().timeline().branches.size() == 1);
    second.press(Qt::Key_Space);
    QVERIFY(second.waitFor([&] { return second.problems.size() == 2; }));
    QCOMPARE(second.lab().phase(), LabPhase::Paused);
    QTest::mouseClick(second.page().recipe().trainingCard()->dropout()->switchButton(), Qt::LeftButton);
    second.press(Qt::Key_F5);
    QTest::qWait(200);
    QVERIFY(second.checkpoints.empty());
    QVERIFY(first.waitForSteps(first.steps.size() + 5));
    QVERIFY(first.problems.empty());
}

void WindowRunTest::aRunThatIsGoneIsTold() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(moonExperiment("broken")));
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(20));
    const QString folder = driver.lab().runFolder();
    driver.window().openBuiltin("spiral");
    QVERIFY(driver.waitForPhase(LabPhase::Ready));
    QFile file(folder + "/run.sqlite");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database");
    file.close();
    driver.window().openPath(folder);
    QVERIFY(driver.waitForPhase(LabPhase::Failed));
    QVERIFY(driver.page().banner().isVisible());
    QVERIFY2(driver.page().banner().what().contains("broken"), qPrintable(driver.page().banner().what()));
}

int main(int argc, char* argv[]) {
    WindowRunTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_run_test.moc"
