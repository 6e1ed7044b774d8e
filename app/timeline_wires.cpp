// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline_wires.h"

#include <algorithm>

#include "app/lab.h"
#include "app/repeat_watch.h"
#include "app/stage.h"
#include "widgets/change_panel.h"
#include "widgets/chart_scale.h"
#include "widgets/loss_chart.h"
#include "widgets/timeline_view.h"
#include "widgets/tree_way.h"

namespace neurarium {

namespace {

constexpr int kPatience = 1000; ///< milliseconds

/// What a slot is compared with first: the slot with a letter before it on its way, or else any earlier
/// checkpoint there; without any, where training stands.
CheckpointId earlierThan(CheckpointId checkpoint, const Timeline& timeline) {
    const std::vector<CheckpointInfo> way = checkpointsOnTheWayTo(checkpoint, timeline);
    const auto slot = std::find_if(way.rbegin(), way.rend(),
                                   [](const CheckpointInfo& each) { return !each.letter.empty(); });
    return slot != way.rend() ? slot->id : way.empty() ? CheckpointId{} : way.front().id;
}

} // namespace

TimelineWires::TimelineWires(Lab& lab, TimelineView& timeline, Stage& stage, QObject* parent)
    : QObject(parent)
    , m_lab(lab)
    , m_timeline(timeline)
    , m_stage(stage)
    , m_chart(stage.lossChart()) {
    connectWishes();
    connectPlayhead();
    connectProgress();
    connectHistory();
    connect(&m_lab.changes(), &ChangeHistory::told, this,
            [this](const QString& text) { m_timeline.setNotice(text); });
    auto* repeats = new RepeatWatch(m_lab, m_chart.figure().data(), this);
    connect(repeats, &RepeatWatch::told, this, [this](const QString& text, bool good) {
        m_timeline.setNotice(text, good ? TimelineStatus::Tone::Good : TimelineStatus::Tone::Bad);
    });
}

void TimelineWires::connectWishes() {
    SavedGames& saves = m_lab.saves();
    connect(&m_timeline, &TimelineView::goBackRequested, &saves, &SavedGames::goBackTo);
    connect(&m_timeline, &TimelineView::takeWeightsRequested, &saves, &SavedGames::takeWeightsOf);
    connect(&m_timeline, &TimelineView::renameRequested, &saves, &SavedGames::rename);
    connect(&m_timeline, &TimelineView::saveRequested, &saves, [&saves] { saves.save(); });
    connect(&m_timeline, &TimelineView::whatChangedRequested, this, &TimelineWires::compareWithEarlier);
    connect(&m_timeline, &TimelineView::selected, this,
            [this](CheckpointId checkpoint) { m_chart.setChosen(checkpoint); });
    connect(&m_chart, &LossChart::slotChosen, &m_timeline, &TimelineView::setChosen);
}

/// The playhead of both views is where it is put, or where the network is looked at, or where training
/// stands.
void TimelineWires::connectPlayhead() {
    RunPlace& place = m_lab.place();
    connect(&m_timeline, &TimelineView::aimed, this, [this](const StepPlace& aim) {
        m_chart.setPlayhead(aim);
        if (m_lab.phase() == LabPhase::Running)
            m_lab.pause();
    });
    connect(&m_timeline, &TimelineView::aimDropped, this, [this] {
        if (m_lab.saves().work() == SavedGames::Work::GoToStep)
            m_lab.saves().cancel();
        showPlace();
    });
    connect(&m_timeline, &TimelineView::lookAtRequested, &place, &RunPlace::lookAt);
    connect(&m_timeline, &TimelineView::returnRequested, &place, &RunPlace::returnToLive);
    connect(&place, &RunPlace::lookEnded, this, &TimelineWires::showPlace);
    connect(&place, &RunPlace::moved, this, &TimelineWires::showPlace);
    connect(&place, &RunPlace::lookingChanged, this, &TimelineWires::showTree);
}

void TimelineWires::connectProgress() {
    SavedGames& saves = m_lab.saves();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &TimelineWires::showProgress);
    connect(&saves, &SavedGames::workChanged, this, [this, &saves] {
        m_progress.reset();
        m_timeline.setProgress(std::nullopt);
        m_patience.stop();
        if (saves.work())
            m_patience.start();
    });
    connect(&saves, &SavedGames::progress, this, [this](qint64 done, qint64 total) {
        m_progress = {done, total};
        if (!m_patience.isActive())
            showProgress();
    });
    connect(&m_timeline, &TimelineView::cancelRequested, &saves, &SavedGames::cancel);
}

void TimelineWires::showProgress() {
    if (m_lab.saves().work())
        m_timeline.setProgress(m_progress.value_or(StepProgress{}));
}

void TimelineWires::connectHistory() {
    connect(&m_lab, &Lab::timelineChanged, this, &TimelineWires::showTree);
    connect(&m_lab, &Lab::historyLoaded, this, [this](const auto& steps, const auto& epochs) {
        m_chart.setHistory(m_lab.place().timeline(), steps, epochs);
        m_timeline.addEpochs(epochs);
        showTree();
    });
    connect(&m_lab, &Lab::stepsFinished, this, [this](const std::vector<StepReport>& steps) {
        m_chart.addSteps(steps);
        if (!steps.empty() && steps.back().branch == m_lab.place().here().branch)
            m_chart.setLive(std::nullopt);
        m_timeline.setLiveStep(m_lab.place().live().step);
        shareSpan();
    });
    connect(&m_lab, &Lab::epochsFinished, this, [this](const std::vector<EpochReport>& reports) {
        m_chart.addEpochs(reports);
        m_timeline.addEpochs(reports);
        shareSpan();
    });
}

void TimelineWires::showTree() {
    const Timeline timeline = m_lab.place().timeline();
    m_chart.setTimeline(timeline);
    m_timeline.setTimeline(timeline);
    shareSpan();
    showPlace();
}

void TimelineWires::showPlace() {
    const RunPlace& place = m_lab.place();
    const std::optional<StepPlace> looked = place.isLooking() ? std::optional(place.here()) : std::nullopt;
    m_timeline.setLiveStep(place.live().step);
    m_timeline.setLookingAt(looked);
    m_chart.setLive(place.live());
    m_chart.setPlayhead(looked);
}

void TimelineWires::compareWithEarlier(CheckpointId checkpoint) {
    m_stage.open("changes");
    auto* panel = dynamic_cast<ChangePanel*>(m_stage.view("changes"));
    const CheckpointId earlier = earlierThan(checkpoint, m_lab.timeline());
    if (earlier)
        panel->compare(earlier, checkpoint);
    else
        panel->compare(checkpoint, {});
    panel->setFocus();
}

/// Chart and timeline end at the same epoch.
void TimelineWires::shareSpan() {
    m_timeline.setSpan(axisEnd(m_chart.figure().data().lastPlace(ChartUnit::Epochs)));
}

} // namespace neurarium
