// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/budget_flow.h"

#include <algorithm>

#include "app/lab.h"
#include "checkpoint/thinning.h"
#include "widgets/timeline_view.h"

namespace neurarium {

namespace {

/// What would go if the run had that budget now.
BudgetDialog::Effect effectOf(const DiskBudget& budget, Timeline timeline) {
    timeline.budget = budget;
    const std::vector<CheckpointId> going = thinnable(timeline);
    BudgetDialog::Effect effect;
    effect.saves = std::ssize(going);
    for (const CheckpointInfo& each : timeline.checkpoints)
        if (std::binary_search(going.begin(), going.end(), each.id))
            effect.bytes += each.bytes;
    effect.remaining = timeline.bytes - effect.bytes;
    return effect;
}

} // namespace

BudgetFlow::BudgetFlow(Lab& lab, TimelineView& timeline, QWidget* window)
    : QObject(window)
    , m_lab(lab)
    , m_timeline(timeline)
    , m_window(window) {
    connect(&m_timeline, &TimelineView::roomRequested, this, &BudgetFlow::open);
    connect(&m_lab, &Lab::timelineChanged, this, &BudgetFlow::show);
    connect(&m_lab, &Lab::phaseChanged, this, &BudgetFlow::show);
}

void BudgetFlow::open() {
    if (!m_dialog) {
        m_dialog = new BudgetDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connectDialog();
    }
    show();
    m_dialog->show();
    m_dialog->raise();
}

void BudgetFlow::connectDialog() {
    connect(m_dialog, &BudgetDialog::considered, this,
            [this](const DiskBudget& budget) { m_dialog->setEffect(effectOf(budget, m_lab.timeline())); });
    connect(m_dialog, &BudgetDialog::checkpointChosen, &m_timeline, &TimelineView::choose);
    connect(m_dialog, &BudgetDialog::budgetChosen, &m_lab.session(), &TrainingSession::setDiskBudget);
}

void BudgetFlow::show() {
    if (!m_dialog)
        return;
    m_dialog->setSettable(m_lab.hasRun() && !m_lab.isLookingOnly());
    m_dialog->setTimeline(m_lab.timeline());
}

} // namespace neurarium
