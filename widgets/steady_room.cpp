// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/steady_room.h"

#include <QEvent>

namespace neurarium {

SteadyRoom::SteadyRoom(QWidget* child, int lines, QWidget* parent)
    : QWidget(parent)
    , m_child(child)
    , m_lines(lines) {
    m_child->setParent(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int SteadyRoom::neededHeight() const {
    m_child->ensurePolished();
    if (m_lines > 0) {
        const QStringList lines(m_lines, QStringLiteral("g가")); // letters of both languages
        return m_child->fontMetrics().boundingRect(QRect(), 0, lines.join(u'\n')).height();
    }
    const int wrapped = width() > 0 ? m_child->heightForWidth(width()) : -1;
    return wrapped >= 0 ? wrapped : m_child->sizeHint().height();
}

QSize SteadyRoom::sizeHint() const {
    return {0, neededHeight()};
}

QSize SteadyRoom::minimumSizeHint() const {
    return sizeHint();
}

/// Without a layout of its own it is the room that is told that the child's words have changed.
bool SteadyRoom::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest && neededHeight() > height())
        updateGeometry();
    return QWidget::event(event);
}

void SteadyRoom::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void SteadyRoom::resizeEvent(QResizeEvent* event) {
    m_child->setGeometry(rect());
    if (neededHeight() != height())
        updateGeometry();
    QWidget::resizeEvent(event);
}

} // namespace neurarium
