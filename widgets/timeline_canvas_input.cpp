// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do on the timeline.
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>

#include "widgets/timeline_canvas.h"
#include "widgets/timeline_walk.h"

namespace neurarium {

namespace {

constexpr double kGrip = 8; ///< how near to the playhead a drag may begin

} // namespace

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const bool onFlag = event->position().y() <= layOut().top + 2;
    const bool nearPlayhead = std::abs(event->position().x() - playheadX()) <= kGrip;
    const auto under = layOut().checkpointAt(unscrolled(event->position()));
    if (nearPlayhead && (onFlag || !under)) {
        m_dragging = !m_timeline.branches.empty();
        return;
    }
    if (under)
        choose(m_timeline.checkpoints[*under].id);
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging) {
        lookAtX(event->position().x());
        return;
    }
    const bool overSlot = layOut().checkpointAt(unscrolled(event->position())).has_value();
    const bool overPlayhead = std::abs(event->position().x() - playheadX()) <= kGrip;
    viewport()->setCursor(overSlot       ? Qt::PointingHandCursor
                          : overPlayhead ? Qt::SizeHorCursor
                                         : Qt::ArrowCursor);
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* /*event*/) {
    m_dragging = false;
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto under = layOut().checkpointAt(unscrolled(event->position()));
    if (under)
        emit detailsRequested(m_timeline.checkpoints[*under].id);
    else if (m_lookingAt && std::abs(event->position().x() - playheadX()) <= kGrip)
        emit lookAtEnded();
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
    const bool withTicks = event->modifiers().testFlag(Qt::ControlModifier);
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
        if (m_lookingAt)
            return emit lookAtEnded();
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
