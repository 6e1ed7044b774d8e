// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_table.h"

#include <algorithm>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

enum Column {
    BranchColumn,
    EpochColumn,
    StepColumn,
    TrainingLossColumn,
    ValidationLossColumn,
    TrainingAccuracyColumn,
    ValidationAccuracyColumn,
    RateColumn,
    SecondsColumn,
    ColumnCount
};

QString lossOrDash(const std::optional<double>& loss) {
    return loss ? lossText(*loss) : QStringLiteral("–");
}

QString shareOrDash(const std::optional<double>& share) {
    return share ? percentText(*share, 1) : QStringLiteral("–");
}

} // namespace

ChartTable::ChartTable(QObject* parent)
    : QAbstractTableModel(parent) {}

void ChartTable::refresh(const ChartData& data, const std::optional<TwinPair>& twins) {
    std::vector<Row> rows;
    for (const ChartBranch* branch : data.branches())
        for (const EpochReport& epoch : branch->epochs)
            rows.push_back({branch->number, 0, epoch});
    const ChartBranch* same = twins ? data.branch(twins->same) : nullptr;
    const ChartBranch* other = twins ? data.branch(twins->other) : nullptr;
    if (same && other)
        for (const EpochReport& difference : epochDifferences(*same, *other))
            rows.push_back({other->number, same->number, difference});
    const bool longer =
        rows.size() >= m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin());
    if (longer && rows.size() == m_rows.size())
        return;
    if (longer) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ChartTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ChartTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChartTable::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || !index.isValid())
        return {};
    const auto& [branch, minus, epoch] = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case BranchColumn:
        return minus > 0 ? QStringLiteral("%1 − %2").arg(branch).arg(minus) : QString::number(branch);
    case EpochColumn:
        return countText(epoch.epoch);
    case StepColumn:
        return countText(epoch.step);
    case TrainingLossColumn:
        return lossText(epoch.trainLoss);
    case ValidationLossColumn:
        return lossOrDash(epoch.validationLoss);
    case TrainingAccuracyColumn:
        return shareOrDash(epoch.trainAccuracy);
    case ValidationAccuracyColumn:
        return shareOrDash(epoch.validationAccuracy);
    case RateColumn:
        return QString::number(epoch.learningRate, 'g', 4);
    case SecondsColumn:
        return minus > 0 ? QStringLiteral("–") : QString::number(epoch.seconds, 'f', 1);
    default:
        return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case BranchColumn:
        return tr("Branch");
    case EpochColumn:
        return tr("Epoch");
    case StepColumn:
        return tr("Step");
    case TrainingLossColumn:
        return tr("Training loss");
    case ValidationLossColumn:
        return tr("Validation loss");
    case TrainingAccuracyColumn:
        return tr("Training accuracy");
    case ValidationAccuracyColumn:
        return tr("Validation accuracy");
    case RateColumn:
        return tr("Learning rate");
    case SecondsColumn:
        return tr("Seconds");
    default:
        return {};
    }
}

} // namespace neurarium
