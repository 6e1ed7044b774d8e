// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the chart: the reading line, zoom, and choosing slots.
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "widgets/chart_canvas.h"

namespace neurarium {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kWheelNotch = 120;
constexpr double kClick = 4; // pixels that a click may tremble

} // namespace

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_press = event->position();
    m_drag.reset();
    m_panning = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    const PlotFrame& frame = m_figure.frame();
    if (m_press && m_panning) {
        pan(m_press->x() - event->position().x());
        m_press = event->position();
        return;
    }
    if (m_press) {
        m_drag = event->position();
        update();
        return;
    }
    const double x = event->position().x();
    const bool inside = x >= frame.area.left() && x <= frame.area.right();
    setReading(inside ? std::optional<double>(frame.valueAt(x)) : std::nullopt);
    emit branchPointedAt(m_figure.branchNamedAt(event->position()));
    setCursor(m_figure.slotAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_press)
        return;
    const QRectF box = zoomBox();
    const bool click = (event->position() - *m_press).manhattanLength() < kClick && !m_panning;
    m_press.reset();
    m_drag.reset();
    m_panning = false;
    update();
    const std::optional<CheckpointId> slot = m_figure.slotAt(event->position());
    if (click && slot)
        emit slotClicked(*slot);
    else if (!box.isEmpty())
        zoomTo(box);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        fit();
}

void ChartCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / kWheelNotch;
    if (notches == 0)
        return;
    zoomAround(m_figure.frame().valueAt(event->position().x()), std::pow(kZoomStep, notches));
    event->accept();
}

void ChartCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveReading(event->key() == Qt::Key_Right ? 1 : -1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoom(1 / kZoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Escape:
        if (!m_reading)
            break;
        setReading(std::nullopt);
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartCanvas::leaveEvent(QEvent* event) {
    setReading(std::nullopt);
    emit branchPointedAt({});
    QWidget::leaveEvent(event);
}

} // namespace neurarium
