// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace neurarium {

/// A number with its name above, in figures of equal width.
class CounterWidget : public QWidget {
    Q_OBJECT
public:
    explicit CounterWidget(QWidget* parent = nullptr);

    void setName(const QString& name);
    /// "24" and "of 60": the second is smaller.
    void setValue(const QString& value, const QString& addition = {});
    /// The longest value that is to be expected, so that the bar does not move.
    void setWidest(const QString& value, const QString& addition = {});
    /// The sign of the branch before the name; 0 for none.
    void setBranch(int branch);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintBranch(QPainter& painter, const QRectF& place) const;

    QString m_name;
    QString m_value, m_addition;
    QString m_widest, m_widestAddition;
    int m_branch = 0;
};

} // namespace neurarium
