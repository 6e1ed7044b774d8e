// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include "app/lab_page.h"
#include "checkpoint/run_store.h"
#include "datasets/catalogue.h"
#include "session/replay.h"
#include "widgets/knob.h"
#include "widgets/recipe_panel.h"
#include "widgets/switch.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr int kBetween = 50; ///< milliseconds between two presses: 20 a second
constexpr int kSeconds = 30;

Experiment smallSketches() {
    return parseExperiment(R"({"neurarium":1,"name":"switches","seed":11,
        "data":{"source":"cat-sketches","samples":120,"image_size":[16,16],"augment":{"flip":true,"shift":0.1}},
        "network":[{"type":"conv2d","out_channels":4,"kernel":3,"padding":1},{"type":"batch_norm"},
        {"type":"relu"},{"type":"max_pool2d","kernel":2},{"type":"flatten"},{"type":"dropout","rate":0.3},
        {"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.003},"batch_size":8,
        "epochs":100000}})");
}

} // namespace

/// A person who presses everything: nothing hangs, and the record of it gives the same network again.
class WindowSwitchesTest : public QObject {
    Q_OBJECT
private slots:
    void anythingAtAnyTime_data();
    void anythingAtAnyTime();

private:
    void pressSomething(WindowDriver& driver);

    std::mt19937 m_random{7};
};

void WindowSwitchesTest::pressSomething(WindowDriver& driver) {
    const auto& checkpoints = driver.lab().timeline().checkpoints;
    switch (m_random() % 12) {
    case 0:
    case 1:
        return driver.press(Qt::Key_D, Qt::ControlModifier);
    case 2:
        return driver.press(Qt::Key_BracketLeft);
    case 3:
        return driver.press(Qt::Key_BracketRight);
    case 4:
        return driver.press(Qt::Key_Period);
    case 5:
        return driver.press(Qt::Key_Z, Qt::ControlModifier);
    case 6:
        return driver.press(Qt::Key_F5);
    case 7:
        if (!checkpoints.empty() && m_random() % 3 == 0)
            driver.lab().saves().goBackTo(checkpoints[m_random() % checkpoints.size()].id);
        return;
    case 8: {
        AugmentationOptions augment = driver.lab().settings().augment;
        augment.flip = !augment.flip;
        return driver.lab().setAugmentation(augment);
    }
    default:
        return driver.press(Qt::Key_Space);
    }
}

void WindowSwitchesTest::anythingAtAnyTime_data() {
    QTest::addColumn<double>("pace");
    QTest::newRow("without waiting") << 0.0;
    QTest::newRow("60 steps a second") << 60.0;
}

void WindowSwitchesTest::anythingAtAnyTime() {
    QFETCH(double, pace);
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(smallSketches()));
    driver.lab().setPace(pace);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(3));
    QEventLoop loop;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &driver, [&] { pressSomething(driver); });
    timer.start(kBetween);
    QTimer::singleShot(soaked(kSeconds) * 500, &loop, &QEventLoop::quit);
    loop.exec();
    timer.stop();
    driver.lab().pause();
    driver.lab().saves().save("the end"); // when that is told, all that was wished before has been done
    QVERIFY(driver.waitFor(
        [&] { return !driver.checkpoints.empty() && driver.checkpoints.back().name == "the end"; }));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    const LiveSettings settings = driver.lab().settings();
    driver.lab().stepEpoch();
    QVERIFY(driver.waitFor([&] { return driver.lab().phase() == LabPhase::Running; }, 1000) ||
            driver.lab().phase() == LabPhase::Paused);
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QCOMPARE(driver.lab().settings(), settings);
    QTest::qWait(200);
    const QString folder = driver.lab().runFolder();
    const std::size_t marks = driver.marks.size();
    QVERIFY(driver.problems.empty());
    QVERIFY(driver.close() < 2000);

    const auto store = RunStore::open(folder.toStdString(), RunStore::Access::ReadOnly);
    QCOMPARE(store->timeline().marks.size(), marks);
    for (std::size_t i = 0; i < marks; ++i)
        QCOMPARE(store->timeline().marks[i].number, std::int64_t(i) + 1);
    const ReplayResult result = replayRun(*store, readData(parseExperiment(store->experimentJson()), {}),
                                          {.trainer = {.threads = 1}});
    qInfo("%zu marks, %zu branches, %zu checkpoints, %lld steps trained again", marks,
          store->timeline().branches.size(), result.checkpoints.size(),
          static_cast<long long>(result.stepsTrained));
    for (const ReplayedCheckpoint& each : result.checkpoints)
        QVERIFY2(each.equal, each.firstDifference.c_str());
    QVERIFY(!result.checkpoints.empty());
}

int main(int argc, char* argv[]) {
    WindowSwitchesTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_switches_test.moc"
