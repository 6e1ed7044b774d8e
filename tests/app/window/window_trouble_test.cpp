// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QPushButton>
#include <QTest>

#include "app/lab_page.h"
#include "widgets/error_banner.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

/// Explodes at a large learning rate: plain descent on squares of errors.
Experiment lineExperiment(const QString& name, double rate) {
    return parseExperiment(R"({"neurarium":1,"name":")" + name.toStdString() +
                           R"(","seed":3,"data":{"source":"toy","shape":"line","samples":400},
        "network":[{"type":"linear","out_features":16},{"type":"relu"},{"type":"linear","out_features":1}],
        "training":{"loss":"mse","optimizer":{"type":"sgd","lr":)" +
                           std::to_string(rate) + R"(},"batch_size":16,"epochs":100000}})");
}

} // namespace

/// What goes wrong is told with its place, and there is a way on.
class WindowTroubleTest : public QObject {
    Q_OBJECT
private slots:
    void aRefusedFileIsToldWithItsPlace_data();
    void aRefusedFileIsToldWithItsPlace();
    void divergenceIsRepairedByHalvingTheRate();
    void aRateThatExplodesFromTheStart();
    void anExperimentWithoutItsData();
};

void WindowTroubleTest::aRefusedFileIsToldWithItsPlace_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray good = QByteArray::fromStdString(experimentJson(moonExperiment("refused")));
    QTest::newRow("impossible value")
        << QByteArray(good).replace("\"out_features\": 12", "\"out_features\": 0")
        << "network[0].out_features";
    QTest::newRow("unknown key") << QByteArray(good).replace("\"batch_size\"", "\"bunch_size\"")
                                 << "bunch_size";
    QTest::newRow("no JSON") << QByteArray("{ \"neurarium\": 1, ") << "1:19";
    QTest::newRow("nothing") << QByteArray() << "1:1";
}

void WindowTroubleTest::aRefusedFileIsToldWithItsPlace() {
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QVERIFY(text != QByteArray::fromStdString(experimentJson(moonExperiment("refused"))));
    QFile file(QDir::home().filePath("refused.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().openPath(file.fileName());
    QVERIFY(driver.page().banner().isVisible());
    QVERIFY2(driver.page().banner().what().contains(place), qPrintable(driver.page().banner().what()));
    driver.press(Qt::Key_Escape);
    QVERIFY(!driver.page().banner().isVisible());
    QVERIFY(driver.train("spiral", 3));
}

void WindowTroubleTest::divergenceIsRepairedByHalvingTheRate() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(lineExperiment("explodes", 0.01)));
    driver.lab().setPace(0);
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(60));
    driver.lab().setLearningRate(1000);
    QVERIFY(driver.waitFor([&] { return driver.page().banner().isVisible(); }));
    QVERIFY(driver.waitForPhase(LabPhase::Paused));
    QVERIFY2(driver.page().banner().what().contains("infinite"), qPrintable(driver.page().banner().what()));
    const auto actions = driver.page().banner().actions();
    QVERIFY(!actions.empty());
    QCOMPARE(actions.front()->text(), QString("Go back, halve the learning rate"));
    driver.steps.clear();
    QTest::mouseClick(actions.front(), Qt::LeftButton);
    QVERIFY(driver.waitForSteps(100));
    QCOMPARE(driver.lab().phase(), LabPhase::Running);
    QVERIFY(!driver.page().banner().isVisible());
    QVERIFY(driver.lab().settings().learningRate < 1);
    for (const StepReport& step : driver.steps)
        QVERIFY(std::isfinite(step.loss));
    QVERIFY(driver.lab().timeline().branches.size() >= 2);
}

void WindowTroubleTest::aRateThatExplodesFromTheStart() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.openReady(lineExperiment("too-fast", 1000)));
    driver.lab().setPace(0);
    driver.press(Qt::Key_Space);
    double rate = 1000;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(driver.waitFor([&] { return driver.page().banner().isVisible(); }));
        QVERIFY(driver.waitForPhase(LabPhase::Paused));
        const auto actions = driver.page().banner().actions();
        QVERIFY(!actions.empty());
        QTest::mouseClick(actions.front(), Qt::LeftButton);
        rate /= 2;
        QVERIFY(driver.waitFor([&] { return driver.lab().settings().learningRate == rate; }));
    }
    driver.waitFor([&] { return driver.page().banner().isVisible(); }, 5000);
    QVERIFY(driver.problems.empty());
}

void WindowTroubleTest::anExperimentWithoutItsData() {
    Experiment experiment = moonExperiment("no-data");
    experiment.data = {"csv", {{"path", std::string("nowhere.csv")}, {"target", std::string("y")}}};
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.openReady(experiment);
    QCOMPARE(driver.lab().phase(), LabPhase::Failed);
    QVERIFY(driver.page().banner().isVisible());
    QVERIFY2(driver.page().banner().what().contains("nowhere.csv"),
             qPrintable(driver.page().banner().what()));
}

int main(int argc, char* argv[]) {
    WindowTroubleTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_trouble_test.moc"
