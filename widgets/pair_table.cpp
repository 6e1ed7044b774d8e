// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pair_table.h"

#include <algorithm>

#include "widgets/recipe_words.h"
#include "widgets/token_text.h"

namespace neurarium {

PairTable::PairTable(Kind kind, QObject* parent)
    : QAbstractTableModel(parent)
    , m_kind(kind) {}

void PairTable::setPairs(const std::vector<TokenPair>& pairs) {
    if (pairs == m_pairs)
        return;
    beginResetModel();
    m_pairs = pairs;
    m_most = 0;
    for (const TokenPair& pair : pairs)
        m_most = std::max(m_most, pair.count);
    endResetModel();
}

void PairTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PairTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

/// What was merged has no bars: the counts are of different moments.
int PairTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_kind == Kind::Common ? int{ColumnCount} : int{Bar};
}

QString PairTable::text(int row, int column) const {
    const TokenPair& pair = m_pairs[static_cast<std::size_t>(row)];
    if (column == Count)
        return countText(pair.count);
    if (column != Pair)
        return {};
    const QString left = tokenText(pair.left), right = tokenText(pair.right);
    return m_kind == Kind::Common ? tr("%1 + %2").arg(left, right)
                                  : tr("%1. %2 + %3").arg(QString::number(row + 1), left, right);
}

QVariant PairTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Pair
                   ? text(index.row(), Pair) + QStringLiteral(", ") + text(index.row(), Count)
                   : text(index.row(), index.column());
    case Qt::UserRole:
        return index.column() == Bar && m_most > 0
                   ? QVariant(static_cast<double>(m_pairs[static_cast<std::size_t>(index.row())].count) /
                              static_cast<double>(m_most))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant PairTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Pair)
        return m_kind == Kind::Common ? tr("Side by side") : tr("Merged");
    return section == Count ? tr("How often") : QString();
}

} // namespace neurarium
