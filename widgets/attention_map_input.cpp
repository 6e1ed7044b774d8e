// SPDX-License-Identifier: GPL-3.0-or-later
// How an attention map answers mouse and keys.
#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "widgets/attention_map.h"

namespace neurarium {

namespace {

constexpr double kZoom = 1.5;

int zoomed(int count, bool in) {
    const double wanted = in ? count / kZoom : count * kZoom;
    return static_cast<int>(in ? std::floor(wanted) : std::ceil(wanted));
}

} // namespace

std::optional<AttentionCell> AttentionMap::meant(const QPointF& point) const {
    const AttentionLayout& place = places();
    if (const auto cell = place.cellAt(point))
        return cell;
    const AttentionCell kept = m_marked.value_or(AttentionCell{m_window.row, m_window.column});
    if (const auto row = place.rowAt(point))
        return AttentionCell{*row, m_marked ? kept.column : *row};
    if (const auto column = place.columnAt(point))
        return AttentionCell{m_marked ? kept.row : *column, *column};
    return std::nullopt;
}

void AttentionMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (const auto cell = meant(event->position()))
        choose(*cell);
}

void AttentionMap::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        point(places().cellAt(event->position()));
        return;
    }
    if (const auto cell = meant(event->position()))
        choose(*cell);
}

void AttentionMap::leaveEvent(QEvent* event) {
    point(std::nullopt);
    QWidget::leaveEvent(event);
}

void AttentionMap::wheelEvent(QWheelEvent* event) {
    const auto cell = places().cellAt(event->position());
    if (!cell || event->angleDelta().y() == 0)
        return QWidget::wheelEvent(event);
    zoomTo(zoomed(m_window.count, event->angleDelta().y() > 0), *cell);
}

void AttentionMap::keyPressEvent(QKeyEvent* event) {
    if (tokens() == 0)
        return QWidget::keyPressEvent(event);
    const AttentionCell first{m_window.row, m_window.column};
    const AttentionCell at = m_marked.value_or(first);
    const auto go = [&](int down, int right) {
        // The first key marks where the keys begin.
        choose(m_marked ? AttentionCell{at.row + down, at.column + right} : first);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(0, -1);
    case Qt::Key_Right:
        return go(0, 1);
    case Qt::Key_Up:
        return go(-1, 0);
    case Qt::Key_Down:
        return go(1, 0);
    case Qt::Key_Home:
        return choose({at.row, 0});
    case Qt::Key_End:
        return choose({at.row, m_maps->causal ? at.row : tokens() - 1});
    case Qt::Key_PageUp:
        emit headStepRequested(-1);
        return;
    case Qt::Key_PageDown:
        emit headStepRequested(1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomTo(zoomed(m_window.count, true), at);
    case Qt::Key_Minus:
        return zoomTo(zoomed(m_window.count, false), at);
    case Qt::Key_0:
        return zoomTo(tokens(), at);
    default:
        QWidget::keyPressEvent(event);
    }
}

void AttentionMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void AttentionMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace neurarium
