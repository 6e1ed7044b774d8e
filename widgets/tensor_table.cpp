// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tensor_table.h"

#include <algorithm>

#include <QStringList>

#include "widgets/recipe_words.h"
#include "widgets/tensor_words.h"

namespace neurarium {

TensorTable::TensorTable(QObject* parent)
    : QAbstractTableModel(parent) {}

void TensorTable::setTensors(const std::vector<TensorXRay>& tensors, const LayerList& network) {
    beginResetModel();
    m_tensors = tensors;
    m_network = network;
    m_zeros.clear();
    endResetModel();
}

void TensorTable::setZeros(const std::set<std::string>& names) {
    m_zeros = names;
    retranslate();
}

void TensorTable::retranslate() {
    if (!m_tensors.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const TensorXRay* TensorTable::tensor(int row) const {
    return row >= 0 && row < rowCount() ? &m_tensors[static_cast<std::size_t>(row)] : nullptr;
}

int TensorTable::mostTelling() const {
    constexpr std::size_t kMatrix = 2;
    const auto found = std::ranges::find_if(m_tensors, [](const TensorXRay& tensor) {
        return tensor.isWhole && tensor.shape.size() >= kMatrix && !tensor.name.starts_with("state/");
    });
    return found == m_tensors.end() ? 0 : static_cast<int>(found - m_tensors.begin());
}

int TensorTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_tensors.size());
}

int TensorTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TensorTable::meaning(const TensorXRay& tensor) const {
    if (!tensor.isWhole)
        return tr("the file ends before it does");
    if (m_zeros.contains(tensor.name))
        return tr("0 in the copy");
    if (tensor.name.starts_with("state/"))
        return tr("for going on exactly");
    const QString title = tensorTitle(tensor.name, m_network);
    return title == QString::fromStdString(tensor.name) ? QString() : title;
}

QVariant TensorTable::data(const QModelIndex& index, int role) const {
    const TensorXRay* seen = index.isValid() ? tensor(index.row()) : nullptr;
    if (seen == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= Numbers ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(seen->name);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return QString::fromStdString(seen->name);
    case Meaning:
        return meaning(*seen);
    case Type:
        return QString::fromStdString(seen->type);
    case Shape:
        return seen->shape.empty() ? tr("one number") : shapeText(seen->shape);
    case Numbers:
        return countText(seen->numbers);
    case Bytes:
        return countText(static_cast<std::int64_t>(seen->end - seen->begin));
    default:
        return {};
    }
}

QVariant TensorTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Tensor");
    case Meaning:
        return tr("What it is");
    case Type:
        return tr("Type");
    case Shape:
        return tr("Shape");
    case Numbers:
        return tr("Numbers");
    case Bytes:
        return tr("Bytes");
    default:
        return {};
    }
}

} // namespace neurarium
