// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/lab_page.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

/// The window says that the past can be repeated, without being asked.
class WindowRepeatTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_driver.reset(); }
    void goingBackRepeatsSomeSteps();
    void trainingOnRepeatsTheOldBranch();
    void aChangeEndsTheRepetition();
    void trainingOnWinsOverRepeating();

private:
    void steps(int count);
    QString notice() const { return m_driver->page().timeline().notice(); }

    std::unique_ptr<WindowDriver> m_driver;
};

/// Fifteen steps, a save, thirty more, and back to the save.
void WindowRepeatTest::init() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->openReady(moonExperiment("repeat")));
    steps(15);
    m_driver->press(Qt::Key_F5);
    QVERIFY(m_driver->waitFor([&] { return m_driver->newestSlot().letter == "A"; }));
    steps(30);
    m_driver->lab().saves().goBackTo(m_driver->newestSlot().id);
    QVERIFY(m_driver->waitFor([&] { return m_driver->wentBack == 1; }));
}

void WindowRepeatTest::steps(int count) {
    const std::size_t wanted = m_driver->steps.size() + static_cast<std::size_t>(count);
    for (int i = 0; i < count; ++i)
        m_driver->press(Qt::Key_Period);
    QVERIFY(m_driver->waitForSteps(wanted));
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
}

void WindowRepeatTest::goingBackRepeatsSomeSteps() {
    QVERIFY(m_driver->waitFor([&] { return !notice().isEmpty(); }));
    QCOMPARE(notice(), QStringLiteral("Back at A: 20 steps repeated, all the same"));
    QCOMPARE(m_driver->lab().place().here().step, 15); // what is stood on stayed
    QCOMPARE(m_driver->lab().timeline().branches.size(), std::size_t(1));
}

void WindowRepeatTest::trainingOnRepeatsTheOldBranch() {
    steps(20);
    QCOMPARE(notice(), QStringLiteral("Branch 2 repeats branch 1: 20 steps, all the same"));
    steps(15); // ten are left of the old branch
    QCOMPARE(notice(), QStringLiteral("Branch 2 repeats branch 1: 30 steps, all the same"));
}

void WindowRepeatTest::aChangeEndsTheRepetition() {
    steps(20);
    QVERIFY(!notice().isEmpty());
    m_driver->lab().setLearningRate(m_driver->lab().settings().learningRate * 2);
    steps(10);
    QCOMPARE(notice(), QString());
}

void WindowRepeatTest::trainingOnWinsOverRepeating() {
    bool repeated = false;
    connect(&m_driver->lab().saves(), &SavedGames::repeated, m_driver.get(), [&] { repeated = true; });
    steps(5);
    QTest::qWait(500);
    QVERIFY(!repeated);
    QCOMPARE(notice(), QString());
}

int main(int argc, char* argv[]) {
    WindowRepeatTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_repeat_test.moc"
