// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "app/lab_page.h"
#include "widgets/augmentation_knob.h"
#include "widgets/data_card.h"
#include "widgets/knob.h"
#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/recipe_panel.h"
#include "widgets/switch.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr int kQuiet = 500; ///< milliseconds in which a second mark would have come

void turn(KnobValue* value) {
    QTest::keyClick(value->slider(), Qt::Key_Right);
}

} // namespace

/// Every live knob, moved while the network trains: one mark a change, which can be taken back.
class WindowKnobsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void eachChangeIsOneMarkAndCanBeUndone_data();
    void eachChangeIsOneMarkAndCanBeUndone();
    void anOlderKnobIsUndoneAtItsOwnButton();
    void bracketsAreOneChangeEach();
    void changesWhilePausedAreOneMark();
    void batchSizeWaitsForTheNextEpoch();
    void cleanupTestCase();

private:
    std::vector<Change> waitForMark(std::size_t before);
    void move(const QString& knob);

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowKnobsTest::initTestCase() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->train("cat-sketches", 3));
}

/// The changes of the one mark that came; empty when it was not one.
std::vector<Change> WindowKnobsTest::waitForMark(std::size_t before) {
    if (!m_driver->waitFor([&] { return m_driver->marks.size() > before; }))
        return {};
    QTest::qWait(kQuiet);
    return m_driver->marks.size() == before + 1 ? m_driver->marks.back().changes : std::vector<Change>{};
}

void WindowKnobsTest::move(const QString& knob) {
    DataCard& data = *m_driver->page().recipe().dataCard();
    TrainingCard& training = *m_driver->page().recipe().trainingCard();
    AugmentationKnob& augment = *data.augmentation();
    const QStringList ways{"flip", "rotate", "shift", "zoom", "brightness", "holes"};
    if (knob == "dropout")
        QTest::mouseClick(training.dropout()->switchButton(), Qt::LeftButton);
    else if (knob == "dropout rate")
        turn(training.dropout()->knobValue());
    else if (knob == "learning rate")
        turn(training.learningRate()->knobValue());
    else if (knob == "every way")
        QTest::mouseClick(augment.switchButton(), Qt::LeftButton);
    else if (knob == "amount of shift")
        turn(augment.amount(AugmentationKnob::Shift));
    else
        QTest::mouseClick(augment.chip(static_cast<AugmentationKnob::Way>(ways.indexOf(knob))),
                          Qt::LeftButton);
}

void WindowKnobsTest::eachChangeIsOneMarkAndCanBeUndone_data() {
    QTest::addColumn<QString>("knob");
    for (const char* knob : {"dropout", "dropout rate", "learning rate", "flip", "rotate", "shift", "zoom",
                             "brightness", "holes", "every way", "amount of shift"})
        QTest::newRow(knob) << knob;
}

void WindowKnobsTest::eachChangeIsOneMarkAndCanBeUndone() {
    QFETCH(QString, knob);
    const LiveSettings before = m_driver->lab().settings();
    const std::size_t marks = m_driver->marks.size();
    move(knob);
    const std::vector<Change> there = waitForMark(marks);
    QVERIFY(!there.empty());
    QVERIFY(m_driver->lab().settings() != before);
    const Mark mark = m_driver->marks.back();
    m_driver->press(Qt::Key_Z, Qt::ControlModifier); // the weights are taken back, too
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
    QVERIFY(m_driver->waitFor([&] { return m_driver->lab().place().here().step == mark.step; }));
    QCOMPARE(m_driver->lab().settings(), before);
    QTest::qWait(kQuiet);
    QCOMPARE(m_driver->marks.size(), marks + 1);
    const std::size_t steps = m_driver->steps.size();
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(steps + 2));
    QCOMPARE(m_driver->steps[steps].step, mark.step + 1);
    QCOMPARE(m_driver->lab().settings(), before);
}

void WindowKnobsTest::anOlderKnobIsUndoneAtItsOwnButton() {
    const LiveSettings before = m_driver->lab().settings();
    std::size_t marks = m_driver->marks.size();
    move("dropout");
    QVERIFY(!waitForMark(marks++).empty());
    move("learning rate");
    QVERIFY(!waitForMark(marks++).empty());
    const LiveSettings changed = m_driver->lab().settings();
    QVERIFY(changed.learningRate != before.learningRate);
    Knob* dropout = m_driver->page().recipe().trainingCard()->dropout();
    for (QPushButton* button : dropout->findChildren<QPushButton*>())
        QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!waitForMark(marks++).empty());
    QCOMPARE(m_driver->lab().settings().dropoutOn, before.dropoutOn);
    QCOMPARE(m_driver->lab().settings().learningRate, changed.learningRate);
}

void WindowKnobsTest::bracketsAreOneChangeEach() {
    m_driver->page().setFocus();
    const double before = m_driver->lab().settings().learningRate;
    const std::size_t marks = m_driver->marks.size();
    m_driver->press(Qt::Key_BracketLeft);
    QVERIFY(!waitForMark(marks).empty());
    QVERIFY(m_driver->lab().settings().learningRate < before);
    m_driver->press(Qt::Key_BracketRight);
    QVERIFY(!waitForMark(marks + 1).empty());
    QVERIFY(qFuzzyCompare(m_driver->lab().settings().learningRate, before));
}

void WindowKnobsTest::changesWhilePausedAreOneMark() {
    QVERIFY(m_driver->pause());
    const std::size_t marks = m_driver->marks.size();
    move("dropout");
    QTest::qWait(50);
    move("flip");
    QTest::qWait(kQuiet);
    QCOMPARE(m_driver->marks.size(), marks);
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QCOMPARE(waitForMark(marks).size(), std::size_t(2));
}

void WindowKnobsTest::batchSizeWaitsForTheNextEpoch() {
    const std::int64_t size = m_driver->lab().settings().batchSize;
    const std::size_t marks = m_driver->marks.size();
    turn(m_driver->page().recipe().trainingCard()->batchSize()->knobValue());
    const std::vector<Change> changes = waitForMark(marks);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes.front().kind, ChangeKind::BatchSize);
    QVERIFY(m_driver->lab().settings().batchSize != size);
}

void WindowKnobsTest::cleanupTestCase() {
    QVERIFY(m_driver->problems.empty());
    m_driver.reset();
}

int main(int argc, char* argv[]) {
    WindowKnobsTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_knobs_test.moc"
