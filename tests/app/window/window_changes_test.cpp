// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/lab_page.h"
#include "app/stage.h"
#include "widgets/change_panel.h"
#include "widgets/checkpoint_chooser.h"
#include "widgets/flip_list.h"
#include "widgets/moved_tensors.h"
#include "widgets/slot_details.h"
#include "widgets/tile_grid.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

/// Drawings of two kinds of animals, small enough to be learnt in a moment.
Experiment sketches(const QString& name) {
    return parseExperiment(R"({"neurarium":1,"name":")" + name.toStdString() +
                           R"(","seed":3,"data":{"source":"cat-sketches","samples":200,"classes":2,
        "image_size":[16,16],"validation":0.5},
        "network":[{"type":"conv2d","out_channels":4,"kernel":3},{"type":"relu"},{"type":"flatten"},
        {"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.003},"batch_size":20,"epochs":400}})");
}

QPushButton* button(QWidget& parent, const QString& words) {
    for (auto* each : parent.findChildren<QPushButton*>())
        if (each->text() == words)
            return each;
    return nullptr;
}

} // namespace

/// "What changed?" of a slot, as a person asks it.
class WindowChangesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aSlotIsComparedWithTheOneBefore();
    void anyTwoStatesAreCompared();
    void closingBringsTheOtherViewBack();
    void pointsAreComparedByNumber();
    void anotherRunBeginsEmpty();
    void cleanupTestCase();

private:
    ChangePanel* panel() const;
    /// Trains on, pauses, saves, and chooses the new slot.
    CheckpointInfo saveAfter(std::size_t steps);
    std::shared_ptr<const Comparison> waitForComparison();

    std::unique_ptr<WindowDriver> m_driver;
    std::shared_ptr<const Comparison> m_comparison;
};

void WindowChangesTest::initTestCase() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    connect(&m_driver->lab().saves(), &SavedGames::compared, this,
            [this](const auto& comparison) { m_comparison = comparison; });
}

ChangePanel* WindowChangesTest::panel() const {
    return dynamic_cast<ChangePanel*>(m_driver->page().stage().view("changes"));
}

CheckpointInfo WindowChangesTest::saveAfter(std::size_t steps) {
    constexpr std::int64_t kEndless = 1'000'000;
    m_driver->lab().setEpochs(kEndless);
    if (steps == 1)
        m_driver->lab().step(); // training would be done with it all before it could be paused
    else
        m_driver->lab().train();
    if (!m_driver->waitForSteps(m_driver->steps.size() + steps) || !m_driver->pause())
        return {};
    const CheckpointId before = m_driver->newestSlot().id;
    m_driver->press(Qt::Key_F5);
    const auto onTheTimeline = [&] {
        const auto& saved = m_driver->lab().timeline().checkpoints;
        return std::any_of(saved.begin(), saved.end(),
                           [&](const CheckpointInfo& each) { return each.id == m_driver->newestSlot().id; });
    };
    if (!m_driver->waitFor([&] { return m_driver->newestSlot().id != before && onTheTimeline(); }))
        return {};
    m_driver->page().timeline().setChosen(m_driver->newestSlot().id);
    return m_driver->newestSlot();
}

std::shared_ptr<const Comparison> WindowChangesTest::waitForComparison() {
    m_comparison = nullptr;
    m_driver->waitFor([this] { return m_comparison != nullptr; });
    return m_comparison;
}

void WindowChangesTest::aSlotIsComparedWithTheOneBefore() {
    QVERIFY(m_driver->openReady(sketches("flips")));
    m_driver->lab().setPace(0);
    const CheckpointInfo first = saveAfter(1), second = saveAfter(40);
    QVERIFY(first.id && second.id);
    QVERIFY(panel() == nullptr);
    QTest::mouseClick(button(m_driver->page().timeline(), "What changed?"), Qt::LeftButton);
    QVERIFY(panel() != nullptr && panel()->isVisible());
    QVERIFY(waitForComparison() != nullptr);
    QCOMPARE(m_comparison->before.id, first.id);
    QCOMPARE(m_comparison->after.id, second.id);
    QCOMPARE(m_comparison->samples, 100);
    QCOMPARE(panel()->before()->shortText(), QStringLiteral("A"));
    QCOMPARE(panel()->after()->shortText(), QStringLiteral("B"));
    QVERIFY(panel()->gained()->count() > 0); // it has learnt something
    QCOMPARE(m_comparison->pictures->pictures.size(),
             m_comparison->lost.size() + m_comparison->gained.size());
    QVERIFY(!panel()->gained()->grid()->tiles().front().picture.isNull());
    QCOMPARE(panel()->moved()->model()->rowCount(), 4);
    QVERIFY(panel()->moved()->model()->index(0, 0).data().toString().contains("weights") ||
            panel()->moved()->model()->index(0, 0).data().toString().contains("biases"));
}

void WindowChangesTest::anyTwoStatesAreCompared() {
    panel()->after()->setCheckpoint({});
    emit panel()->after()->checkpointChosen({});
    QVERIFY(waitForComparison() != nullptr);
    QVERIFY(!m_comparison->after.id); // where training stands
    QCOMPARE(m_comparison->after.step, m_driver->steps.back().step);
    emit panel()->compareRequested(m_driver->newestSlot().id, {});
    QVERIFY(waitForComparison() != nullptr);
    QVERIFY(m_comparison->lost.empty() && m_comparison->gained.empty()); // it stands where B was saved
    for (const TensorMove& move : m_comparison->moves)
        QCOMPARE(move.moved, 0.0);
    const std::size_t problems = m_driver->problems.size();
    emit panel()->compareRequested({999}, {});
    QVERIFY(
        m_driver->waitFor([&] { return m_driver->problems.size() > problems; })); // told, and nothing else
}

void WindowChangesTest::closingBringsTheOtherViewBack() {
    Stage& stage = m_driver->page().stage();
    QVERIFY(stage.view("predictions") == nullptr); // in whose place it stands
    emit panel()->closeRequested();
    QVERIFY(panel() == nullptr);
    QVERIFY(stage.view("predictions") != nullptr);
}

void WindowChangesTest::pointsAreComparedByNumber() {
    QVERIFY(m_driver->openReady(moonExperiment("numbers")));
    m_driver->lab().setPace(0);
    const CheckpointInfo first = saveAfter(1);
    QVERIFY(first.id);
    QVERIFY(saveAfter(60).id);
    emit m_driver->page().timeline().whatChangedRequested(m_driver->newestSlot().id);
    QVERIFY(waitForComparison() != nullptr);
    QCOMPARE(m_comparison->before.id, first.id);
    QVERIFY(m_comparison->pictures == nullptr);
    QVERIFY(panel()->gained()->count() > 0);
}

void WindowChangesTest::anotherRunBeginsEmpty() {
    QVERIFY(m_driver->openReady(sketches("anew")));
    m_driver->page().stage().open("changes");
    QVERIFY(panel()->isEmpty());
    QCOMPARE(panel()->gained()->count(), 0);
    QCOMPARE(panel()->before()->count(), 1);
}

void WindowChangesTest::cleanupTestCase() {
    m_driver.reset();
}

int main(int argc, char* argv[]) {
    WindowChangesTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_changes_test.moc"
