// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

namespace neurarium {

class Theme;

/// Paints a bar that fills a share of its place, 0 ... 1.
void paintShareBar(QPainter& painter, const Theme& theme, double share, const QRectF& place);

/// A bar beside a number; the number tells it to those who do not see it.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget* parent = nullptr);

    void setShare(double share);
    double share() const { return m_share; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

/// Paints a bar where a table's cell keeps a share in the user role; other cells as usual.
class ShareBarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace neurarium
