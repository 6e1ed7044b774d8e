// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QIcon>
#include <QTableWidget>

namespace neurarium {

/// A row of the list.
struct NeighbourRow {
    qint64 thing = 0;
    QString word;
    double length = 0; ///< from the chosen one, in the full space
    QIcon picture;     ///< null for words
};

/// The nearest neighbours of the chosen word, nearest first, with their distances. It is a table, so that
/// keys and screen readers work as in any other.
class NeighbourList : public QTableWidget {
    Q_OBJECT
public:
    explicit NeighbourList(QWidget* parent = nullptr);

    void setRows(const std::vector<NeighbourRow>& rows);
    /// What the second column is.
    void setMeasureText(const QString& text);

    QSize sizeHint() const override { return {220, 200}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

signals:
    void thingChosen(qint64 thing);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_measureText;
};

} // namespace neurarium
