// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "widgets/twin_difference.h"

namespace neurarium {

/// The epochs of all branches as rows, and what twins differ by: the chart for those who read numbers, or
/// cannot see lines.
class ChartTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ChartTable(QObject* parent = nullptr);

    /// Takes over what is new; rows that are there already stay in place.
    void refresh(const ChartData& data, const std::optional<TwinPair>& twins = {});
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int branch = 1;
        int minus = 0; ///< the branch it is compared with; 0 for none
        EpochReport epoch;
        bool operator==(const Row&) const = default;
    };

    std::vector<Row> m_rows;
};

} // namespace neurarium
