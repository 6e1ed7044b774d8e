// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "timeline_example.h"
#include "widgets/budget_dialog.h"
#include "widgets/timeline_view.h"

using namespace neurarium;

/// What saves take, for what, and what they may take.
class TestBudgetDialog : public QObject {
    Q_OBJECT
private slots:
    void sharesAddUp();
    void aSaveIsChosen();
    void whatWouldGoIsToldFirst();
    void anUnusualBudgetIsAChoiceToo();
    void onlyLookedAt();
    void staysAsItIsWhileItTrains();
    void theTimelineShowsTheSum();
};

namespace {

Timeline takingRoom() {
    Timeline timeline = forkedTimeline();
    timeline.bytes = 0;
    for (const CheckpointInfo& each : timeline.checkpoints)
        timeline.bytes += each.bytes;
    return timeline;
}

std::int64_t savesIn(const QTreeWidget& tree) {
    std::int64_t saves = 0;
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        saves += tree.topLevelItem(i)->childCount();
    return saves;
}

int indexOf(const QComboBox& choice, std::int64_t bytes) {
    return choice.findData(QVariant::fromValue<qlonglong>(bytes));
}

} // namespace

void TestBudgetDialog::sharesAddUp() {
    BudgetDialog dialog;
    Timeline timeline = takingRoom();
    dialog.setTimeline(timeline);
    QCOMPARE(savesIn(*dialog.saves()), std::ssize(timeline.checkpoints));
    QCOMPARE(dialog.saves()->topLevelItem(0)->text(0), QStringLiteral("Saved or named by you"));
    QVERIFY(dialog.sentence().contains("537 MB"));
    QCOMPARE(dialog.budget().bytes, kUsualDiskBudget.bytes);
    timeline.bytes += 5'000'000; // of damaged files, which are no saves any more
    dialog.setTimeline(timeline);
    const QTreeWidgetItem* last = dialog.saves()->topLevelItem(dialog.saves()->topLevelItemCount() - 1);
    QCOMPARE(last->text(0), QStringLiteral("Damaged"));
    QCOMPARE(last->text(2), QStringLiteral("5 MB"));
}

void TestBudgetDialog::aSaveIsChosen() {
    BudgetDialog dialog;
    dialog.setTimeline(takingRoom());
    QList<std::int64_t> chosen;
    connect(&dialog, &BudgetDialog::checkpointChosen, this,
            [&chosen](CheckpointId checkpoint) { chosen << checkpoint.value; });
    QTreeWidgetItem* kind = dialog.saves()->topLevelItem(0);
    dialog.saves()->setCurrentItem(kind); // a kind is no save
    QVERIFY(chosen.isEmpty());
    dialog.saves()->setCurrentItem(kind->child(0));
    QCOMPARE(chosen.size(), 1);
    const auto kept = keptFor(takingRoom());
    QVERIFY(kept.at({chosen.front()}) == KeptFor::Person);
}

void TestBudgetDialog::whatWouldGoIsToldFirst() {
    BudgetDialog dialog;
    dialog.setTimeline(takingRoom());
    QVERIFY(!dialog.setButton()->isEnabled()); // that is set already
    dialog.setEffect({2, 1'800'000, 18'000'000});
    QVERIFY(dialog.effectText().contains("with the next one"));
    std::int64_t considered = -1, set = -1;
    connect(&dialog, &BudgetDialog::considered, this, [&](const DiskBudget& budget) {
        considered = budget.bytes;
        dialog.setEffect({7, 6'300'000, 18'000'000});
    });
    connect(&dialog, &BudgetDialog::budgetChosen, this,
            [&set](const DiskBudget& budget) { set = budget.bytes; });
    dialog.choice()->setCurrentIndex(indexOf(*dialog.choice(), 10'000'000));
    QCOMPARE(considered, std::int64_t{10'000'000});
    QVERIFY(dialog.effectText().contains("7 automatic") && dialog.effectText().contains("at once") &&
            dialog.effectText().contains("6.3 MB"));
    QVERIFY(dialog.effectText().contains("18 MB")); // and that is still more
    QCOMPARE(set, std::int64_t{-1});
    QTest::mouseClick(dialog.setButton(), Qt::LeftButton);
    QCOMPARE(set, std::int64_t{10'000'000});
    dialog.choice()->setCurrentIndex(indexOf(*dialog.choice(), 0));
    dialog.setEffect({});
    QVERIFY(dialog.effectText().contains("Nothing"));
}

void TestBudgetDialog::anUnusualBudgetIsAChoiceToo() {
    BudgetDialog dialog;
    Timeline timeline = takingRoom();
    timeline.budget = {123'456};
    dialog.setTimeline(timeline);
    QCOMPARE(dialog.budget().bytes, std::int64_t{123'456});
    QVERIFY(indexOf(*dialog.choice(), kUsualDiskBudget.bytes) >= 0);
    timeline.budget = {0};
    dialog.setTimeline(timeline);
    QCOMPARE(dialog.budget().bytes, std::int64_t{0});
    QVERIFY(indexOf(*dialog.choice(), 123'456) < 0);
    QVERIFY(dialog.sentence().contains("without a limit"));
}

void TestBudgetDialog::onlyLookedAt() {
    BudgetDialog dialog;
    dialog.setTimeline(takingRoom());
    dialog.setSettable(false);
    dialog.choice()->setCurrentIndex(0);
    QVERIFY(!dialog.choice()->isEnabled() && !dialog.setButton()->isEnabled());
    QVERIFY(dialog.effectText().contains("looking only"));
    QVERIFY(savesIn(*dialog.saves()) > 0);
}

/// Every save brings a new timeline: what the person is doing stays.
void TestBudgetDialog::staysAsItIsWhileItTrains() {
    BudgetDialog dialog;
    Timeline timeline = takingRoom();
    dialog.setTimeline(timeline);
    QTreeWidgetItem* kind = dialog.saves()->topLevelItem(0);
    kind->setExpanded(true);
    dialog.saves()->setCurrentItem(kind->child(1));
    const QString chosen = kind->child(1)->text(0);
    dialog.choice()->setCurrentIndex(0);
    const std::int64_t budget = dialog.budget().bytes;
    int told = 0;
    connect(&dialog, &BudgetDialog::checkpointChosen, this, [&told] { ++told; });
    timeline.checkpoints.push_back(exampleCheckpoint(900, {2}, {}, 28));
    timeline.bytes += timeline.checkpoints.back().bytes;
    dialog.setTimeline(timeline);
    QVERIFY(dialog.saves()->topLevelItem(0)->isExpanded());
    QCOMPARE(dialog.saves()->currentItem()->text(0), chosen);
    QCOMPARE(dialog.budget().bytes, budget);
    QCOMPARE(told, 0);
}

void TestBudgetDialog::theTimelineShowsTheSum() {
    TimelineView view;
    view.setTimeline({});
    QVERIFY(view.roomButton()->isHidden()); // there are no saves
    Timeline timeline = takingRoom();
    timeline.bytes = 38'000'000;
    view.setTimeline(timeline);
    QCOMPARE(view.roomButton()->text(), QStringLiteral("Saves: 38 MB of 537 MB"));
    timeline.budget = {0};
    view.setTimeline(timeline);
    QCOMPARE(view.roomButton()->text(), QStringLiteral("Saves: 38 MB"));
    QSignalSpy asked(&view, &TimelineView::roomRequested);
    view.roomButton()->click();
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestBudgetDialog)
#include "test_budget_dialog.moc"
