// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_place.h"

#include <algorithm>
#include <utility>

#include "app/lab.h"

namespace neurarium {

namespace {

bool isSame(const StepPlace& a, const StepPlace& b) {
    return a.branch == b.branch && a.step == b.step;
}

StepPlace placeOf(const Timeline& timeline) {
    return {timeline.current, timeline.currentStep, timeline.currentEpoch};
}

/// The same step on the branch that it was made on: steps before a fork are the parent's.
StepPlace onItsBranch(const Timeline& timeline, StepPlace place) {
    for (std::size_t left = timeline.branches.size(); left > 0; --left) {
        const auto branch = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                         [&](const Branch& each) { return each.id == place.branch; });
        if (branch == timeline.branches.end() || !branch->parent || branch->weightsOnly ||
            place.step >= branch->forkStep)
            break;
        place.branch = branch->parent;
    }
    return place;
}

/// The current branch has just left from there.
bool isForkAt(const Timeline& timeline, const StepPlace& place) {
    return std::any_of(timeline.branches.begin(), timeline.branches.end(), [&](const Branch& each) {
        return each.id == timeline.current && each.parent == place.branch && each.forkStep == place.step;
    });
}

/// The newest checkpoint of exactly that step: changes that were made there are in it.
CheckpointId newestAt(const Timeline& timeline, const StepPlace& place) {
    CheckpointId newest;
    for (const CheckpointInfo& each : timeline.checkpoints)
        if (each.branch == place.branch && each.step == place.step)
            newest = std::max(newest, each.id);
    return newest;
}

} // namespace

RunPlace::RunPlace(Lab& lab, QObject* parent)
    : QObject(parent)
    , m_lab(lab) {
    connectTraining();
    connectSaves();
}

void RunPlace::connectTraining() {
    connect(&m_lab, &Lab::experimentChanged, this, &RunPlace::begin);
    connect(&m_lab, &Lab::timelineChanged, this, &RunPlace::takeTimeline);
    connect(&m_lab, &Lab::stepsFinished, this, &RunPlace::takeSteps);
}

void RunPlace::connectSaves() {
    SavedGames& saves = m_lab.saves();
    connect(&saves, &SavedGames::wentToStep, this, &RunPlace::arriveAt);
    connect(&saves, &SavedGames::wentBack, this, &RunPlace::arriveBack);
    connect(&saves, &SavedGames::undid, this,
            [this](MarkId, const StepPlace& place) { stand(place, false); });
    connect(&saves, &SavedGames::cancelled, this, [this](SavedGames::Work work) {
        if (work != SavedGames::Work::GoToStep || m_wishes.empty())
            return;
        m_wishes.pop_front();
        if (m_wishes.empty())
            emit lookEnded();
    });
}

void RunPlace::begin() {
    m_here = m_origin = m_live = {};
    m_wishes.clear();
    m_ownReturn = m_weightsOf = {};
    if (std::exchange(m_looking, false))
        emit lookingChanged(false);
}

Timeline RunPlace::timeline() const {
    Timeline timeline = m_lab.timeline();
    if (!m_looking && !isLookWished())
        return timeline;
    timeline.current = live().branch;
    timeline.currentStep = live().step;
    timeline.currentEpoch = live().epoch;
    return timeline;
}

/// A place that is looked at is told of when one stands there, not by the timeline that comes before.
void RunPlace::takeTimeline(const Timeline& timeline) {
    const StepPlace place = placeOf(timeline);
    const bool isLook = isLookWished() && isSame(place, m_wishes.front().to);
    if (m_looking || isLook)
        return;
    m_here = place;
    if (!m_origin.branch || isForkAt(timeline, m_origin))
        m_origin = place;
}

void RunPlace::takeSteps(const std::vector<StepReport>& steps) {
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [this](const StepReport& step) {
        return step.branch == m_lab.timeline().current; // others are a twin's
    });
    if (last == steps.rend())
        return;
    settle();
    m_here = m_origin = {last->branch, last->step, last->epoch};
    m_weightsOf = {};
}

void RunPlace::settle() {
    if (!m_looking)
        return;
    const Standing from = standing();
    m_looking = false;
    m_weightsOf = {};
    emit settled(m_here, from);
    emit lookingChanged(false);
}

void RunPlace::lookAt(const StepPlace& wished) {
    const StepPlace place = onItsBranch(m_lab.timeline(), wished);
    if (m_wishes.empty() && isSame(place, m_here))
        return emit lookEnded();
    if (m_looking && isSame(place, m_live))
        return returnToLive();
    m_lab.pause();
    m_wishes.push_back({place, true});
    m_lab.saves().goToStep(place.branch, place.step);
}

void RunPlace::returnToLive() {
    if (!m_wishes.empty())
        m_lab.saves().cancel();
    if (m_looking)
        returnTo(standing());
}

void RunPlace::returnTo(const Standing& standing) {
    m_ownReturn = standing.weightsOf ? standing.weightsOf : newestAt(m_lab.timeline(), standing.place);
    if (standing.weightsOf)
        return m_lab.saves().takeWeightsOf(standing.weightsOf);
    if (m_ownReturn)
        return m_lab.saves().goBackTo(m_ownReturn);
    m_wishes.push_back({standing.place, false});
    m_lab.saves().goToStep(standing.place.branch, standing.place.step);
}

bool RunPlace::isLookWished() const {
    return !m_wishes.empty() && m_wishes.front().onlyLook;
}

void RunPlace::arriveAt(const StepPlace& place) {
    const bool onlyLook = isLookWished();
    if (!m_wishes.empty())
        m_wishes.pop_front();
    stand(place, onlyLook && !isSame(place, live()));
}

void RunPlace::arriveBack(const CheckpointInfo& checkpoint) {
    const bool ownReturn = std::exchange(m_ownReturn, {}) == checkpoint.id;
    const Standing from{m_looking ? m_live : m_origin, m_weightsOf};
    m_weightsOf = m_lab.saves().tookOnlyWeights() ? checkpoint.id : CheckpointId{};
    stand({checkpoint.branch, checkpoint.step, checkpoint.epoch, checkpoint.id}, false);
    if (!ownReturn)
        emit wentBack(checkpoint, from);
}

void RunPlace::stand(const StepPlace& place, bool looking) {
    if (looking && !m_looking)
        m_live = m_here;
    m_here = m_origin = place;
    const bool changed = std::exchange(m_looking, looking) != looking;
    emit moved(place);
    if (changed)
        emit lookingChanged(looking);
}

} // namespace neurarium
