// SPDX-License-Identifier: GPL-3.0-or-later
// How the word map is moved, turned and chosen from.
#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/map_canvas.h"

namespace neurarium {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kKeyTurn = 12; // pixels of a drag
constexpr double kKeyMove = 40; // pixels
constexpr double kClick = 4;    // a press that moves less is a click
constexpr double kWheelNotch = 120;

/// A unit vector on the screen; nothing for other keys.
std::optional<QPointF> directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

} // namespace

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_last = event->position();
    m_dragged = false;
}

/// A flat map is moved; a solid one is turned, and moved with Shift or another button.
void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressed) {
        const bool over = painter().thingAt(event->position()).has_value();
        setCursor(over ? Qt::PointingHandCursor : Qt::OpenHandCursor);
        return;
    }
    const QPointF away = event->position() - *m_pressed;
    if (!m_dragged && std::hypot(away.x(), away.y()) < kClick)
        return;
    m_dragged = true;
    setCursor(Qt::ClosedHandCursor);
    const QPointF step = event->position() - std::exchange(m_last, event->position());
    const bool turns = lens().isSolid() && event->buttons().testFlag(Qt::LeftButton) &&
                       !event->modifiers().testFlag(Qt::ShiftModifier);
    setCamera(turns ? turned(m_scene.camera, step) : lens().moved(step));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_pressed)
        return;
    m_pressed.reset();
    if (m_dragged || event->button() != Qt::LeftButton)
        return;
    const auto thing = painter().thingAt(event->position());
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (thing)
            emit measureToggled(*thing);
    } else {
        emit chosen(thing.value_or(-1));
    }
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / kWheelNotch;
    setCamera(lens().zoomed(std::pow(kZoomStep, notches), event->position()));
    event->accept();
}

/// Arrows turn a solid map and go to the next word on a flat one; with Shift they move the map, with Ctrl
/// they go to the next word on both.
bool MapCanvas::moveByKey(const QKeyEvent& event) {
    const auto direction = directionOf(event.key());
    if (!direction)
        return false;
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        setCamera(lens().moved(-*direction * kKeyMove));
    } else if (lens().isSolid() && !event.modifiers().testFlag(Qt::ControlModifier)) {
        setCamera(turned(m_scene.camera, *direction * kKeyTurn));
    } else if (m_scene.current) {
        if (const auto next = painter().nextTo(*m_scene.current, *direction))
            emit chosen(*next);
    } else {
        walk(1);
    }
    return true;
}

/// Through the words, the frequent ones first.
void MapCanvas::walk(int places) {
    const auto& order = m_painter.names().byFrequency();
    if (order.empty())
        return;
    const std::int64_t count = std::ssize(order);
    const auto now = m_scene.current ? std::find(order.begin(), order.end(), *m_scene.current) : order.end();
    std::int64_t place = places > 0 ? 0 : count - 1;
    if (now != order.end())
        place = (now - order.begin() + places + count) % count;
    emit chosen(order[static_cast<std::size_t>(place)]);
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (moveByKey(*event))
        return;
    const QPointF middle = mapArea().center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setCamera(lens().zoomed(kZoomStep, middle));
    case Qt::Key_Minus:
        return setCamera(lens().zoomed(1 / kZoomStep, middle));
    case Qt::Key_0:
        return fit();
    case Qt::Key_PageDown:
        return walk(1);
    case Qt::Key_PageUp:
        return walk(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.current)
            emit measureToggled(*m_scene.current);
        return;
    case Qt::Key_Escape:
        if (m_scene.current) {
            emit chosen(-1);
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MapCanvas::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto thing = painter().thingAt(help->pos());
    if (thing)
        QToolTip::showText(help->globalPos(), textOf(*thing), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace neurarium
