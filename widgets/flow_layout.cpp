// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flow_layout.h"

#include <algorithm>

namespace neurarium {

FlowLayout::FlowLayout(QWidget* parent, int gap)
    : QLayout(parent)
    , m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    arrange(place, true);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::arrange(const QRect& place, bool move) const {
    std::vector<QLayoutItem*> line;
    int used = 0, y = place.y();
    const auto endLine = [&] {
        int high = 0, x = place.x();
        for (const QLayoutItem* item : line)
            high = std::max(high, item->sizeHint().height());
        for (QLayoutItem* item : line) {
            QSize size = item->sizeHint();
            if (item == line.back() && item->expandingDirections().testFlag(Qt::Horizontal))
                size.setWidth(std::max(size.width(), place.right() + 1 - x));
            if (move)
                item->setGeometry(QRect(QPoint(x, y + (high - size.height()) / 2), size));
            x += size.width() + m_gap;
        }
        y += high + m_gap;
        line.clear();
        used = 0;
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = item->sizeHint().width();
        if (!line.empty() && used + width > place.width())
            endLine();
        line.push_back(item);
        used += width + m_gap;
    }
    if (!line.empty())
        endLine();
    return std::max(0, y - m_gap - place.y());
}

} // namespace neurarium
