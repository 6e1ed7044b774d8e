// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do on the timeline.
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>

#include "widgets/timeline_canvas.h"
#include "widgets/timeline_walk.h"

namespace neurarium {

namespace {

constexpr double kGrip = 8;       ///< how near to the playhead a drag may begin
constexpr double kStart = 2;      ///< how far the mouse moves until that is a drag
constexpr double kOtherLane = 12; ///< how far up or down another branch is meant

} // namespace

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF point = event->position();
    const bool onFlag = point.y() <= layOut().top + 2;
    const bool onAxis = point.y() > layOut().axis;
    const bool nearPlayhead = std::abs(point.x() - playheadX()) <= kGrip;
    const auto under = layOut().checkpointAt(unscrolled(point));
    if (onAxis || (nearPlayhead && (onFlag || !under))) {
        m_dragging = !m_timeline.branches.empty();
        m_pressed = point;
        if (m_dragging && !nearPlayhead)
            aimAt(point);
        return;
    }
    if (under)
        choose(m_timeline.checkpoints[*under].id);
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF point = event->position();
    if (m_dragging) {
        if (m_aim || std::abs(point.x() - m_pressed.x()) >= kStart)
            aimAt(point);
        return;
    }
    const bool overSlot = layOut().checkpointAt(unscrolled(point)).has_value();
    const bool overPlayhead = std::abs(point.x() - playheadX()) <= kGrip || point.y() > layOut().axis;
    viewport()->setCursor(overSlot       ? Qt::PointingHandCursor
                          : overPlayhead ? Qt::SizeHorCursor
                                         : Qt::ArrowCursor);
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* /*event*/) {
    if (std::exchange(m_dragging, false))
        requestAim();
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto under = layOut().checkpointAt(unscrolled(event->position()));
    if (under)
        emit detailsRequested(m_timeline.checkpoints[*under].id);
    else if (m_lookingAt && std::abs(event->position().x() - playheadX()) <= kGrip)
        emit returnRequested();
}

/// The playhead follows the way that it is on, until it is dragged up or down to another branch.
void TimelineCanvas::aimAt(const QPointF& point) {
    if (std::abs(point.y() - m_pressed.y()) >= kOtherLane && point.y() > layOut().top &&
        point.y() <= layOut().axis)
        m_way = aim().branchNear(unscrolled(point));
    aimAt(aim().at(m_way ? m_way : m_timeline.current, point.x()));
}

void TimelineCanvas::aimAt(const StepPlace& place) {
    m_aim = place;
    m_way = place.branch;
    viewport()->update();
    emit aimed(place);
}

void TimelineCanvas::dropAim() {
    m_dragging = false;
    m_keyPause.stop();
    if (!std::exchange(m_aim, std::nullopt))
        return;
    viewport()->update();
    emit aimDropped();
}

void TimelineCanvas::requestAim() {
    if (m_aim)
        emit lookAtRequested(*m_aim);
}

/// With Control: a step or, with Shift, an epoch; another branch; the beginning; the live place.
bool TimelineCanvas::moveWithKey(const QKeyEvent& event) {
    if (!event.modifiers().testFlag(Qt::ControlModifier) || m_timeline.branches.empty() || m_dragging)
        return false;
    const bool epochs = event.modifiers().testFlag(Qt::ShiftModifier);
    const int direction = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : +1;
    const StepPlace from = playhead();
    StepPlace to;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        to = epochs ? aim().epochsOn(from, direction) : aim().stepsOn(from, direction);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        to = aim().onNextLane(from, direction);
        break;
    case Qt::Key_Home:
        to = aim().stepsOn(from, -from.step);
        break;
    case Qt::Key_End:
        dropAim();
        emit returnRequested();
        return true;
    default:
        return false;
    }
    aimAt(to);
    describe(playheadText());
    m_keyPause.start();
    return true;
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
    if (moveWithKey(*event))
        return;
    const bool withTicks = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return chooseBeside(-1, withTicks);
    case Qt::Key_Right:
        return chooseBeside(+1, withTicks);
    case Qt::Key_Up:
        return chooseLane(-1);
    case Qt::Key_Down:
        return chooseLane(+1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen)
            emit detailsRequested(m_chosen);
        return;
    case Qt::Key_Backspace:
        if (m_chosen && event->modifiers() == Qt::NoModifier)
            return emit goBackRequested(m_chosen);
        break;
    case Qt::Key_Escape:
        if (m_aim)
            return dropAim();
        if (m_lookingAt)
            return emit returnRequested();
        break;
    default:
        break;
    }
    event->ignore();
}

void TimelineCanvas::chooseBeside(int direction, bool withTicks) {
    const TimelineWalk walk(m_timeline, layOut());
    const CheckpointInfo* here = chosenCheckpoint();
    const auto next = here == nullptr
                          ? walk.first()
                          : walk.beside(static_cast<std::size_t>(here - m_timeline.checkpoints.data()),
                                        direction, withTicks);
    if (next)
        choose(m_timeline.checkpoints[*next].id);
}

void TimelineCanvas::chooseLane(int direction) {
    const TimelineWalk walk(m_timeline, layOut());
    const CheckpointInfo* here = chosenCheckpoint();
    const auto next =
        here == nullptr
            ? walk.first()
            : walk.inNextLane(static_cast<std::size_t>(here - m_timeline.checkpoints.data()), direction);
    if (next)
        choose(m_timeline.checkpoints[*next].id);
}

} // namespace neurarium
