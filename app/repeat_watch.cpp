// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repeat_watch.h"

#include <algorithm>

#include "app/lab.h"
#include "widgets/chart_data.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr int kIdle = 150; ///< milliseconds: whoever trains on at once is not kept waiting
constexpr int kSteps = 20;

/// As it is counted on the screen, from 1.
int numberOf(const Timeline& timeline, BranchId id) {
    const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                    [id](const Branch& each) { return each.id == id; });
    return static_cast<int>(found - timeline.branches.begin()) + 1;
}

} // namespace

RepeatWatch::RepeatWatch(Lab& lab, const ChartData& data, QObject* parent)
    : QObject(parent)
    , m_lab(lab)
    , m_data(data) {
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_lab.phase() != LabPhase::Running)
            m_lab.saves().repeatSteps(m_goneTo, kSteps);
    });
    connectLab();
}

void RepeatWatch::connectLab() {
    connect(&m_lab, &Lab::experimentChanged, this, &RepeatWatch::forget);
    connect(&m_lab, &Lab::changeApplied, this, &RepeatWatch::forget);
    connect(&m_lab, &Lab::stepsFinished, this, &RepeatWatch::takeSteps);
    connect(&m_lab.place(), &RunPlace::moved, this, &RepeatWatch::forget);
    connect(&m_lab.place(), &RunPlace::wentBack, this, [this](const CheckpointInfo& checkpoint) {
        if (m_lab.saves().tookOnlyWeights())
            return;
        m_goneTo = checkpoint.id;
        m_idle.start();
    });
    connect(&m_lab.saves(), &SavedGames::repeated, this, &RepeatWatch::tellRepetition);
}

void RepeatWatch::forget() {
    m_idle.stop();
    m_branch = m_original = {};
    emit told({}, true);
}

void RepeatWatch::tellRepetition(const Repetition& repetition) {
    if (repetition.from.id != m_goneTo || m_branch)
        return;
    const QString place = repetition.from.letter.empty()
                              ? tr("epoch %1").arg(countText(repetition.from.epoch))
                              : QString::fromStdString(repetition.from.letter);
    if (repetition.firstDifferent == 0)
        emit told(
            tr("Back at %1: %n step(s) repeated, all the same", nullptr, static_cast<int>(repetition.steps))
                .arg(place),
            true);
    else
        emit told(tr("Back at %1: step %2 comes out differently than it did then")
                      .arg(place, countText(repetition.firstDifferent)),
                  false);
}

void RepeatWatch::takeSteps(const std::vector<StepReport>& steps) {
    const BranchId current = m_lab.timeline().current;
    for (const StepReport& step : steps) {
        if (step.branch != current)
            continue;
        if (m_branch != current)
            watch(current);
        if (m_original)
            compare(step);
    }
}

void RepeatWatch::watch(BranchId id) {
    m_idle.stop();
    m_branch = id;
    m_original = {};
    m_same = 0;
    const Timeline& timeline = m_lab.timeline();
    const auto branch = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                     [id](const Branch& each) { return each.id == id; });
    const bool changed = std::any_of(timeline.marks.begin(), timeline.marks.end(),
                                     [id](const Mark& mark) { return mark.branch == id; });
    if (branch == timeline.branches.end() || !branch->parent || branch->weightsOnly || changed)
        return;
    const ChartBranch* original = m_data.branch(branch->parent);
    if (original == nullptr || original->steps.stepsPerPlace() != 1)
        return;
    m_until = original->steps.lastStep() - original->offset;
    for (const Mark& mark : timeline.marks)
        if (mark.branch == branch->parent && mark.step >= branch->forkStep)
            m_until = std::min(m_until, mark.step); // from there on the old way had a change
    if (m_until > branch->forkStep)
        m_original = branch->parent;
}

void RepeatWatch::compare(const StepReport& step) {
    const Timeline& timeline = m_lab.timeline();
    const ChartBranch* original = m_data.branch(m_original);
    const QString own = QString::number(numberOf(timeline, m_branch)),
                  other = QString::number(numberOf(timeline, m_original));
    if (original->steps.at(step.step + original->offset) != step.loss) {
        m_original = {};
        emit told(tr("Step %1 of branch %2 differs from branch %3").arg(countText(step.step), own, other),
                  false);
        return;
    }
    ++m_same;
    const bool atEnd = step.step >= m_until;
    if (m_same == kSteps || atEnd)
        emit told(
            tr("Branch %1 repeats branch %2: %n step(s), all the same", nullptr, m_same).arg(own, other),
            true);
    if (atEnd)
        m_original = {};
}

} // namespace neurarium
