// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/neighbour_list.h"

#include <QEvent>
#include <QHeaderView>

#include "widgets/map_rulers.h"

namespace neurarium {

NeighbourList::NeighbourList(QWidget* parent)
    : QTableWidget(0, 2, parent) {
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::cellActivated, this,
            [this](int row, int) { emit thingChosen(item(row, 0)->data(Qt::UserRole).toLongLong()); });
    connect(this, &QTableWidget::cellClicked, this,
            [this](int row, int) { emit thingChosen(item(row, 0)->data(Qt::UserRole).toLongLong()); });
    retranslate();
}

void NeighbourList::setRows(const std::vector<NeighbourRow>& rows) {
    setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const NeighbourRow& each = rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < 2; ++column)
            if (item(row, column) == nullptr)
                setItem(row, column, new QTableWidgetItem);
        item(row, 0)->setText(each.word);
        item(row, 0)->setData(Qt::UserRole, each.thing);
        item(row, 0)->setIcon(each.picture);
        item(row, 1)->setText(lengthText(each.length));
        item(row, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

void NeighbourList::setMeasureText(const QString& text) {
    m_measureText = text;
    retranslate();
}

void NeighbourList::retranslate() {
    setHorizontalHeaderLabels({tr("nearest"), m_measureText});
    setAccessibleName(tr("Nearest neighbours"));
}

void NeighbourList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableWidget::changeEvent(event);
}

} // namespace neurarium
