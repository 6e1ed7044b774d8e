// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline_wires.h"

#include "app/lab.h"
#include "app/stage.h"
#include "widgets/chart_scale.h"
#include "widgets/loss_chart.h"
#include "widgets/timeline_view.h"

namespace neurarium {

namespace {

constexpr int kThumbnail = 96;

} // namespace

TimelineWires::TimelineWires(Lab& lab, TimelineView& timeline, Stage& stage, QObject* parent)
    : QObject(parent)
    , m_lab(lab)
    , m_timeline(timeline)
    , m_stage(stage)
    , m_chart(stage.lossChart()) {
    connectWishes();
    connectHistory();
}

void TimelineWires::connectWishes() {
    SavedGames& saves = m_lab.saves();
    connect(&m_timeline, &TimelineView::goBackRequested, &saves, &SavedGames::goBackTo);
    connect(&m_timeline, &TimelineView::takeWeightsRequested, &saves, &SavedGames::takeWeightsOf);
    connect(&m_timeline, &TimelineView::renameRequested, &saves, &SavedGames::rename);
    connect(&m_timeline, &TimelineView::saveRequested, &saves, [&saves] { saves.save(); });
    connect(&m_timeline, &TimelineView::selected, this,
            [this](CheckpointId checkpoint) { m_chart.setChosen(checkpoint); });
    connect(&m_chart, &LossChart::slotChosen, &m_timeline, &TimelineView::setChosen);
    connect(&m_timeline, &TimelineView::lookAtRequested, this, [this](std::int64_t, std::int64_t step) {
        m_timeline.setLookingAt(step);
        m_chart.setPlayhead(static_cast<double>(step));
    });
    connect(&m_timeline, &TimelineView::lookAtEnded, this, [this] {
        m_timeline.setLookingAt(std::nullopt);
        m_chart.setPlayhead(std::nullopt);
    });
}

void TimelineWires::connectHistory() {
    connect(&m_lab, &Lab::timelineChanged, this, [this](const Timeline& timeline) {
        m_chart.setTimeline(timeline);
        m_timeline.setTimeline(timeline);
        shareSpan();
    });
    connect(&m_lab, &Lab::historyLoaded, this, &TimelineWires::showHistory);
    connect(&m_lab, &Lab::stepsFinished, this, [this](const std::vector<StepReport>& steps) {
        m_chart.addSteps(steps);
        if (steps.empty())
            return;
        m_timeline.setLiveStep(steps.back().step);
        shareSpan();
    });
    connect(&m_lab, &Lab::epochsFinished, this, [this](const std::vector<EpochReport>& reports) {
        m_chart.addEpochs(reports);
        m_timeline.addEpochs(reports);
        shareSpan();
    });
    connect(&m_lab.saves(), &SavedGames::wentBack, this, [this](const CheckpointInfo& checkpoint) {
        m_timeline.setLiveStep(checkpoint.step);
        m_chart.setPlayhead(std::nullopt);
    });
    connect(&m_lab.saves(), &SavedGames::saved, this, &TimelineWires::showThumbnail);
}

void TimelineWires::showHistory(const std::vector<StepReport>& steps,
                                const std::vector<EpochReport>& epochs) {
    m_chart.setHistory(m_lab.timeline(), steps, epochs);
    m_timeline.addEpochs(epochs);
    shareSpan();
    if (!epochs.empty() && epochs.back().branch == m_lab.timeline().current)
        m_timeline.setLiveStep(epochs.back().step); // a run that is opened stands where it was left
}

/// A save's card shows the decision boundary, where there is one.
void TimelineWires::showThumbnail(const CheckpointInfo& checkpoint) {
    QWidget* view = m_stage.view("decision");
    if (checkpoint.letter.empty() || view == nullptr || !view->isVisible())
        return;
    m_timeline.setThumbnail(checkpoint.id, view->grab().toImage().scaled(kThumbnail, kThumbnail,
                                                                         Qt::KeepAspectRatioByExpanding,
                                                                         Qt::SmoothTransformation));
}

/// Chart and timeline end at the same epoch.
void TimelineWires::shareSpan() {
    m_timeline.setSpan(axisEnd(m_chart.figure().data().lastPlace(ChartUnit::Epochs)));
}

} // namespace neurarium
