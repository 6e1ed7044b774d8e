// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QTest>

#include "app/lab_page.h"
#include "widgets/knob.h"
#include "widgets/recipe_panel.h"
#include "widgets/switch.h"
#include "widgets/timeline_view.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

/// Ctrl+Z takes back any change, the weights that were trained since included, and Ctrl+Shift+Z makes it
/// again.
class WindowUndoTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_driver.reset(); }
    void changesOfTheRecipe();
    void aKnobThatWaits();
    void aKnobWithTheWeights();
    void twoKnobsThatWereMovedTogether();
    void goingBack();
    void goingOnFromALook();
    void thePlannedEnd();
    void changesOfARunThatIsOpened();

private:
    void steps(int count);
    /// Saves and tells the state's hash.
    std::string saved();
    void undo() { m_driver->press(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { m_driver->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    bool arrivesAt(std::int64_t step) {
        return m_driver->waitFor([&] { return m_driver->lab().place().here().step == step; });
    }
    void switchDropout() {
        QTest::mouseClick(m_driver->page().recipe().trainingCard()->dropout()->switchButton(),
                          Qt::LeftButton);
        m_driver->page().setFocus();
    }
    QString menuText(const QString& beginning) const;
    Lab& lab() { return m_driver->lab(); }

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowUndoTest::init() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->openReady(moonExperiment("undo")));
}

void WindowUndoTest::steps(int count) {
    const std::size_t wanted = m_driver->steps.size() + static_cast<std::size_t>(count);
    for (int i = 0; i < count; ++i)
        m_driver->press(Qt::Key_Period);
    QVERIFY(m_driver->waitForSteps(wanted));
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
}

std::string WindowUndoTest::saved() {
    const std::size_t before = m_driver->checkpoints.size();
    m_driver->press(Qt::Key_F5);
    m_driver->waitFor([&] {
        return m_driver->checkpoints.size() > before &&
               m_driver->checkpoints.back().origin == CheckpointOrigin::Person;
    });
    return m_driver->checkpoints.back().sha256;
}

QString WindowUndoTest::menuText(const QString& beginning) const {
    for (const QAction* action : m_driver->window().actions())
        if (action->text().startsWith(beginning) && action->isEnabled())
            return action->text();
    return {};
}

void WindowUndoTest::changesOfTheRecipe() {
    const Experiment first = lab().experiment();
    Experiment second = first;
    second.optimizer.options["lr"] = 0.5;
    lab().edit(second);
    Experiment third = second;
    third.batchSize = 7;
    lab().edit(third);
    QCOMPARE(menuText("Undo"), QString("Undo: mini-batch size"));
    undo();
    QVERIFY(lab().experiment() == second);
    QCOMPARE(m_driver->page().timeline().notice(), QString("Taken back: mini-batch size"));
    QCOMPARE(menuText("Undo"), QString("Undo: learning rate"));
    undo();
    QVERIFY(lab().experiment() == first);
    QCOMPARE(menuText("Undo"), QString());
    redo();
    redo();
    QVERIFY(lab().experiment() == third);
    QCOMPARE(menuText("Redo"), QString());
    steps(1); // and can be trained
}

void WindowUndoTest::aKnobThatWaits() {
    steps(10);
    const LiveSettings before = lab().settings();
    switchDropout();
    const LiveSettings after = lab().settings();
    QVERIFY(after != before);
    QCOMPARE(menuText("Undo"), QString("Undo: dropout"));
    undo();
    QVERIFY(lab().settings() == before);
    redo();
    QVERIFY(lab().settings() == after);
    undo();
    steps(1);
    QVERIFY(m_driver->marks.empty());
    QCOMPARE(lab().timeline().branches.size(), std::size_t(1));
}

void WindowUndoTest::aKnobWithTheWeights() {
    steps(10);
    const std::string before = saved();
    const LiveSettings knobs = lab().settings();
    switchDropout();
    steps(10);
    const std::string after = saved();
    QCOMPARE(m_driver->marks.size(), std::size_t(1));
    undo();
    QVERIFY(arrivesAt(10));
    QVERIFY(lab().settings() == knobs);
    QVERIFY(m_driver->waitFor([&] { return m_driver->page().timeline().notice().contains("dropout"); }));
    QCOMPARE(saved(), before);
    redo();
    QVERIFY(arrivesAt(20));
    QVERIFY(lab().settings() != knobs);
    QCOMPARE(saved(), after);
    undo();
    QVERIFY(arrivesAt(10));
    steps(1);
    QCOMPARE(lab().timeline().branches.size(), std::size_t(2)); // the old way stays
    QVERIFY(m_driver->problems.empty());
}

/// With no step between they are one mark; each is taken back by itself all the same.
void WindowUndoTest::twoKnobsThatWereMovedTogether() {
    steps(10);
    const LiveSettings before = lab().settings();
    lab().setLearningRate(before.learningRate * 2);
    const LiveSettings between = lab().settings();
    switchDropout();
    steps(5);
    QCOMPARE(m_driver->marks.size(), std::size_t(1));
    QCOMPARE(m_driver->marks.front().changes.size(), std::size_t(2));
    undo();
    QVERIFY(arrivesAt(10));
    QVERIFY(m_driver->waitFor([&] { return lab().settings() == between; }));
    steps(5);
    QCOMPARE(m_driver->marks.size(), std::size_t(2));
    QCOMPARE(m_driver->marks.back().changes.size(), std::size_t(1));
    undo();
    QVERIFY(arrivesAt(10));
    QVERIFY(m_driver->waitFor([&] { return lab().settings() == before; }));
}

void WindowUndoTest::goingBack() {
    steps(10);
    saved();
    const CheckpointId slot = m_driver->newestSlot().id;
    steps(20);
    const std::string end = saved();
    lab().saves().goBackTo(slot);
    QVERIFY(arrivesAt(10));
    QVERIFY(m_driver->waitFor([&] { return menuText("Undo") == "Undo: going back to A"; }));
    undo();
    QVERIFY(arrivesAt(30));
    QCOMPARE(saved(), end);
    redo();
    QVERIFY(arrivesAt(10));
    steps(5); // a way of its own, which redo comes back to
    undo();
    QVERIFY(arrivesAt(30));
    redo();
    QVERIFY(arrivesAt(15));
    QCOMPARE(lab().timeline().branches.size(), std::size_t(2));
    QVERIFY(m_driver->problems.empty());
}

void WindowUndoTest::goingOnFromALook() {
    steps(30);
    lab().place().lookAt({{1}, 12});
    QVERIFY(m_driver->waitFor([&] { return lab().place().isLooking(); }));
    QCOMPARE(menuText("Undo"), QString()); // looking changes nothing
    switchDropout();
    QVERIFY(!lab().place().isLooking()); // but a change there is to be trained on with
    steps(4);
    QCOMPARE(menuText("Undo"), QString("Undo: dropout"));
    undo();
    QVERIFY(arrivesAt(12));
    QCOMPARE(menuText("Undo"), QString("Undo: going on from step 12"));
    undo();
    QVERIFY(arrivesAt(30));
    QCOMPARE(lab().place().here().branch, BranchId{1});
    QVERIFY(m_driver->problems.empty());
}

void WindowUndoTest::thePlannedEnd() {
    steps(10);
    const std::int64_t before = lab().plannedEpochs();
    lab().setEpochs(before + 5);
    QVERIFY(m_driver->waitFor([&] { return lab().timeline().plannedEpochs == before + 5; }));
    undo();
    QVERIFY(m_driver->waitFor([&] { return lab().timeline().plannedEpochs == before; }));
    QCOMPARE(lab().place().here().step, 10);
    redo();
    QVERIFY(m_driver->waitFor([&] { return lab().timeline().plannedEpochs == before + 5; }));
}

void WindowUndoTest::changesOfARunThatIsOpened() {
    steps(10);
    switchDropout();
    steps(10);
    saved();
    const QString folder = lab().runFolder();
    m_driver->close();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    m_driver->window().openPath(folder);
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
    QVERIFY(m_driver->waitFor([&] { return menuText("Undo").startsWith("Undo: dropout"); }));
    undo();
    QVERIFY(arrivesAt(10));
    redo();
    QVERIFY(arrivesAt(20));
}

int main(int argc, char* argv[]) {
    WindowUndoTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_undo_test.moc"
