// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "report/tokens.h"

namespace neurarium {

/// Pairs of neighbouring pieces and how often they stand side by side: those that may be merged, or those
/// that were.
class PairTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Kind { Common, Merged };
    enum Column { Pair, Count, Bar, ColumnCount };

    explicit PairTable(Kind kind, QObject* parent = nullptr);

    void setPairs(const std::vector<TokenPair>& pairs);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    Kind m_kind;
    std::vector<TokenPair> m_pairs;
    std::int64_t m_most = 0;
};

} // namespace neurarium
