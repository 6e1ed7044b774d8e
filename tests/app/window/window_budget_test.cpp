// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "app/budget_flow.h"
#include "app/lab_page.h"
#include "checkpoint/run_store.h"
#include "widgets/budget_dialog.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

/// How much room the saves of a lab take, and may take.
class WindowBudgetTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theTimelineOpensIt();
    void aSaveIsShownOnTheTimeline();
    void aSmallerBudgetThinsAndStays();
    void whatOneSavedStays();
    void onlyLookedAt();
    void cleanupTestCase();

private:
    BudgetDialog* dialog() { return m_driver->window().budget().dialog(); }
    std::size_t saves() { return m_driver->lab().timeline().checkpoints.size(); }

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowBudgetTest::initTestCase() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    Experiment experiment = moonExperiment("roomy");
    experiment.checkpointEvery = 1;
    QVERIFY(m_driver->openReady(experiment));
    m_driver->lab().setEpochs(1'000'000);
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitFor([this] { return saves() >= 12; }));
    m_driver->press(Qt::Key_F5);
    QVERIFY(m_driver->waitFor([this] { return bool(m_driver->newestSlot().id); }));
    QVERIFY(m_driver->pause());
}

void WindowBudgetTest::theTimelineOpensIt() {
    QVERIFY(dialog() == nullptr);
    QTest::mouseClick(m_driver->page().timeline().roomButton(), Qt::LeftButton);
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
    QCOMPARE(dialog()->budget().bytes, kUsualDiskBudget.bytes);
    QVERIFY(dialog()->effectText().contains("Nothing"));
}

void WindowBudgetTest::aSaveIsShownOnTheTimeline() {
    QTreeWidgetItem* kind = dialog()->saves()->topLevelItem(0);
    dialog()->saves()->setCurrentItem(kind->child(0));
    QCOMPARE(m_driver->page().timeline().chosen(), m_driver->newestSlot().id);
}

void WindowBudgetTest::aSmallerBudgetThinsAndStays() {
    const std::size_t before = saves();
    const DiskBudget half{m_driver->lab().timeline().bytes / 2};
    emit dialog()->budgetChosen(half);
    QVERIFY(m_driver->waitFor([&] { return m_driver->lab().timeline().budget == half; }));
    QVERIFY(saves() < before && saves() >= 3);
    QVERIFY(m_driver->lab().timeline().bytes <= half.bytes);
    QCOMPARE(dialog()->budget().bytes, half.bytes); // it is a choice now
    const int none = dialog()->choice()->findData(QVariant::fromValue<qlonglong>(0));
    dialog()->choice()->setCurrentIndex(none);
    QTest::mouseClick(dialog()->setButton(), Qt::LeftButton);
    QVERIFY(m_driver->waitFor([&] { return m_driver->lab().timeline().budget.bytes == 0; }));
    emit dialog()->budgetChosen(half);
    QVERIFY(m_driver->waitFor([&] { return m_driver->lab().timeline().budget == half; }));
    const std::filesystem::path run = m_driver->lab().runFolder().toStdString();
    QVERIFY(m_driver->waitFor([&] { // that it is on the disk
        return RunStore::open(run, RunStore::Access::ReadOnly)->timeline().budget == half;
    }));
}

void WindowBudgetTest::whatOneSavedStays() {
    emit dialog()->budgetChosen({1});
    QVERIFY(m_driver->waitFor([this] { return m_driver->lab().timeline().budget.bytes == 1; }));
    const auto& left = m_driver->lab().timeline().checkpoints;
    QVERIFY(std::any_of(left.begin(), left.end(),
                        [](const CheckpointInfo& each) { return each.origin == CheckpointOrigin::Person; }));
    for (const auto& [id, reason] : keptFor(m_driver->lab().timeline()))
        QVERIFY(reason != KeptFor::Older);
    QVERIFY(dialog()->effectText().contains("more")); // and it says so
    emit dialog()->budgetChosen({-1});
    QVERIFY(m_driver->waitFor([this] {
        return std::any_of(m_driver->problems.begin(), m_driver->problems.end(), [](const Problem& problem) {
            return problem.what.text.find("less than nothing") != std::string::npos;
        });
    }));
    QCOMPARE(m_driver->lab().timeline().budget.bytes, std::int64_t{1});
}

/// Another program trains it: shown, but not to be set.
void WindowBudgetTest::onlyLookedAt() {
    const QString run = m_driver->lab().runFolder();
    dialog()->reject(); // keys are for the lab again
    QVERIFY(m_driver->waitFor([this] { return dialog() == nullptr; }));
    QVERIFY(m_driver->train("spiral", 5));
    QVERIFY(m_driver->pause());
    QVERIFY(m_driver->waitFor([&] { return RunStore::holder(run.toStdString()).empty(); }));
    const auto other = RunStore::open(run.toStdString(), RunStore::Access::ReadWrite);
    m_driver->window().openPath(run);
    QVERIFY(m_driver->waitForPhase(LabPhase::Paused));
    QVERIFY(m_driver->lab().isLookingOnly());
    m_driver->window().budget().open();
    QVERIFY(m_driver->waitFor([this] { return dialog()->effectText().contains("looking only"); }));
    QVERIFY(!dialog()->choice()->isEnabled() && !dialog()->setButton()->isEnabled());
    QVERIFY(dialog()->saves()->topLevelItemCount() > 0);
    m_driver->window().openBuiltin("spiral");
    QVERIFY(!m_driver->lab().isLookingOnly());
    dialog()->reject();
    QVERIFY(m_driver->waitFor([this] { return dialog() == nullptr; }));
}

void WindowBudgetTest::cleanupTestCase() {
    m_driver.reset();
}

int main(int argc, char* argv[]) {
    WindowBudgetTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_budget_test.moc"
