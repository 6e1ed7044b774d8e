// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "timeline_example.h"
#include "widgets/chart_scale.h"
#include "widgets/epoch_scale.h"
#include "widgets/timeline_lanes.h"
#include "widgets/timeline_layout.h"

using namespace neurarium;

namespace {

constexpr double kTolerance = 1e-9;

double spanOf(const Timeline& timeline) {
    const EpochScale epochs(timeline);
    double last = 0;
    for (const Branch& branch : timeline.branches)
        last = std::max(last, epochs.at(branch.id, branch.lastStep));
    return axisEnd(last);
}

TimelineLayout layOut(const Timeline& timeline, TimelineSpace space = {}) {
    if (space.size.isEmpty())
        space.size = QSizeF(1260, 172);
    space.span = spanOf(timeline);
    return layOutTimeline(timeline, EpochScale(timeline), space);
}

const SlotPlace& slotOf(const TimelineLayout& layout, const Timeline& timeline, std::int64_t id) {
    for (const SlotPlace& slot : layout.saves)
        if (timeline.checkpoints[slot.checkpoint].id.value == id)
            return slot;
    throw std::runtime_error("no such slot");
}

} // namespace

class TestTimelineLayout : public QObject {
    Q_OBJECT

private slots:
    void branchesNeverShareALaneAndForksCrossNothing_data() {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("branches");
        for (unsigned seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed << static_cast<int>(2 + seed % 25);
    }

    void branchesNeverShareALaneAndForksCrossNothing() {
        QFETCH(unsigned, seed);
        QFETCH(int, branches);
        const Timeline timeline = wildTimeline(seed, branches, 0);
        const EpochScale epochs(timeline);
        const std::vector<int> lanes = assignLanes(timeline, epochs, spanOf(timeline));
        QCOMPARE(lanes[0], 0);
        const auto laneOf = [&](BranchId id) { return lanes[static_cast<std::size_t>(id.value - 1)]; };
        for (const Branch& fork : timeline.branches) {
            const double at = epochs.start(fork.id);
            if (fork.parent)
                QVERIFY(laneOf(fork.parent) < laneOf(fork.id));
            for (const Branch& other : timeline.branches) {
                const double from = epochs.start(other.id);
                const double to = epochs.at(other.id, other.lastStep);
                const int lane = laneOf(other.id);
                if (other.id != fork.id && lane == laneOf(fork.id))
                    QVERIFY(to < at || epochs.at(fork.id, fork.lastStep) < from);
                const bool between = fork.parent && laneOf(fork.parent) < lane && lane < laneOf(fork.id);
                QVERIFY(!between || at <= from || to <= at);
            }
        }
    }

    void anEndedBranchLeavesItsLaneToTheNext() {
        Timeline timeline = forkedTimeline();
        timeline.branches[1].lastStep = 14 * kExampleStepsPerEpoch;
        Branch late;
        late.id = {3};
        late.parent = {1};
        late.forkStep = 25 * kExampleStepsPerEpoch;
        late.lastStep = 28 * kExampleStepsPerEpoch;
        timeline.branches.push_back(late);
        timeline.current = {3};
        QCOMPARE(assignLanes(timeline, EpochScale(timeline), 36), (std::vector<int>{0, 1, 1}));
    }

    void cardsShrinkToLettersWhenTheyTouch() {
        Timeline timeline = exampleTimeline();
        const TimelineLayout roomy = layOut(timeline);
        QCOMPARE(slotOf(roomy, timeline, 1).form, SlotForm::Card);
        QCOMPARE(slotOf(roomy, timeline, 3).form, SlotForm::Card);
        timeline.checkpoints.push_back(exampleCheckpoint(4, {1}, "D", 19));
        const TimelineLayout crowded = layOut(timeline);
        QCOMPARE(slotOf(crowded, timeline, 1).form, SlotForm::Card);
        QCOMPARE(slotOf(crowded, timeline, 3).form, SlotForm::Letter);
        QCOMPARE(slotOf(crowded, timeline, 4).form, SlotForm::Letter);
    }

    void slotsNeverCoverEachOther() {
        const Timeline timeline = wildTimeline(3, 3, 200);
        const TimelineLayout layout = layOut(timeline);
        for (const SlotPlace& a : layout.saves)
            for (const SlotPlace& b : layout.saves)
                if (&a != &b && a.form != SlotForm::Dot && b.form != SlotForm::Dot)
                    QVERIFY(!a.place.intersects(b.place));
    }

    void aCardNearAnEndOfTheAxisIsNotCut() {
        Timeline timeline = exampleTimeline();
        timeline.branches.resize(1);
        std::erase_if(timeline.checkpoints, [](const auto& each) { return !isSlot(each); });
        timeline.checkpoints.resize(1);
        timeline.marks.clear();
        for (const std::int64_t step : {std::int64_t{1}, timeline.branches[0].lastStep}) {
            timeline.checkpoints[0].step = step;
            TimelineSpace space;
            space.size = QSizeF(300, 172);
            const TimelineLayout layout = layOut(timeline, space);
            const SlotPlace& slot = layout.saves.at(0);
            QCOMPARE(slot.form, SlotForm::Card);
            QVERIFY(QRectF(0, 0, 300, 172).contains(slot.place));
            QCOMPARE(slot.anchor.x(), layout.xAt(EpochScale(timeline).at(timeline.branches[0].id, step)));
        }
    }

    void moreThanThreeLanesHaveLettersOnlyAndScroll() {
        const Timeline timeline = wildTimeline(5, 12, 60);
        const TimelineLayout layout = layOut(timeline);
        for (const SlotPlace& slot : layout.saves)
            QVERIFY(slot.form != SlotForm::Card);
        QVERIFY(layout.lanesHeight > layout.axis - layout.top);
    }

    void theChosenSlotKeepsItsLetter() {
        Timeline timeline = exampleTimeline();
        for (int i = 0; i < 24; ++i)
            timeline.checkpoints.push_back(exampleCheckpoint(50 + i, {1}, "X", 18));
        TimelineSpace space;
        space.chosen = {60};
        QCOMPARE(slotOf(layOut(timeline, space), timeline, 60).form, SlotForm::Letter);
    }

    void aForkStartsOnItsParentAtItsEpoch() {
        const Timeline timeline = forkedTimeline();
        const TimelineLayout layout = layOut(timeline);
        const QPainterPath& path = layout.branches[1].path;
        const SlotPlace& left = slotOf(layout, timeline, 2);
        QVERIFY(std::abs(path.elementAt(0).x - left.place.center().x()) < kTolerance);
        QVERIFY(std::abs(path.elementAt(0).y - layout.branches[0].end.y()) < kTolerance);
        QVERIFY(std::abs(path.currentPosition().x() - layout.xAt(27)) < kTolerance);
        QVERIFY(path.currentPosition().y() > layout.branches[0].end.y());
        const double mouth = layout.xAt(12) + 44;
        QCOMPARE(layout.marks.size(), std::size_t{1});
        QVERIFY(std::abs(layout.marks[0].place.x() - mouth) < 1);
        QCOMPARE(layout.marks[0].place.y(), layout.branches[1].end.y());
    }

    void otherChangesHangBelowTheLine() {
        const TimelineLayout layout = layOut(exampleTimeline());
        QVERIFY(layout.marks[0].hanging);
        QCOMPARE(layout.marks[0].place.y() - layout.marks[0].anchor.y(), 48.0);
        QVERIFY(!layout.marks[0].label.isEmpty());
        TimelineSpace compact;
        compact.size = QSizeF(1000, 76);
        compact.compact = true;
        const Timeline timeline = exampleTimeline();
        const TimelineLayout low = layOut(timeline, compact);
        QVERIFY(!low.marks[0].hanging);
        QVERIFY(low.marks[0].place.x() > slotOf(low, timeline, 2).place.right());
    }

    void thePlanEndsAtTheAxisWithAnArrow() {
        Timeline timeline = exampleTimeline();
        const TimelineLayout beyond = layOut(timeline);
        QVERIFY(beyond.branches[0].arrow);
        QCOMPARE(beyond.branches[0].plannedTo, beyond.right);
        timeline.plannedEpochs = 25;
        const TimelineLayout within = layOut(timeline);
        QVERIFY(!within.branches[0].arrow);
        QCOMPARE(within.branches[0].plannedTo, within.xAt(25));
        timeline.plannedEpochs = 24;
        QCOMPARE(layOut(timeline).branches[0].plannedTo, 0.0);
    }

    void hittingFindsSlotsBeforeTicks() {
        const Timeline timeline = exampleTimeline();
        const TimelineLayout layout = layOut(timeline);
        const SlotPlace& slot = slotOf(layout, timeline, 2);
        QCOMPARE(layout.checkpointAt(slot.place.center()).value(), slot.checkpoint);
        const double y = layout.branches[0].end.y();
        const auto tick = layout.checkpointAt(QPointF(layout.xAt(22) + 2, y));
        QCOMPARE(timeline.checkpoints[tick.value()].epoch, 22);
        QVERIFY(!layout.checkpointAt(QPointF(layout.xAt(29), y)));
    }

    void theStarIsTheLowestLossOfAllBranches() {
        Timeline timeline = forkedTimeline();
        const TimelineLayout layout = layOut(timeline);
        QCOMPARE(timeline.checkpoints[layout.best].id.value, 4);
    }

    void aBranchWithOnlyTheWeightsGoesOnWhereItLeft() {
        Timeline timeline = forkedTimeline();
        timeline.branches[1].weightsOnly = true;
        timeline.branches[1].lastStep = 3 * kExampleStepsPerEpoch;
        const EpochScale epochs(timeline);
        QCOMPARE(epochs.at({2}, 0), 12.0);
        QCOMPARE(epochs.at({2}, 3 * kExampleStepsPerEpoch), 15.0);
        QCOMPARE(epochs.stepAt({2}, 13), kExampleStepsPerEpoch);
    }

    void measuredEpochsMoveTheAxis() {
        EpochScale epochs(exampleTimeline());
        EpochReport report;
        report.branch = {1};
        for (std::int64_t epoch = 1; epoch <= 4; ++epoch) {
            report.epoch = epoch;
            report.step = epoch <= 2 ? 15 * epoch : 30 + 30 * (epoch - 2);
            epochs.addEpoch(report);
        }
        QCOMPARE(epochs.at({1}, 30), 2.0);
        QCOMPARE(epochs.at({1}, 45), 2.5);
        QCOMPARE(epochs.at({1}, 90), 4.0);
        QCOMPARE(epochs.at({1}, 105), 5.0);
        QCOMPARE(epochs.stepAt({1}, 3), 60);
    }
};

QTEST_GUILESS_MAIN(TestTimelineLayout)
#include "test_timeline_layout.moc"
