// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QPointF>
#include <QStyledItemDelegate>

namespace neurarium {

/// A line the size of a word: how one number went. Points go from left to right in the units of `right` and
/// `top`; the lower left corner is (left, 0).
struct Sparkline {
    QList<QPointF> points;
    double left = 0, right = 1;
    double top = 1;
};

/// Paints what a table's cell keeps as a Sparkline, left of the cell's number; other cells as usual.
class SparklineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace neurarium

Q_DECLARE_METATYPE(neurarium::Sparkline)
