// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include <QAbstractTableModel>

#include "report/x_ray.h"
#include "widgets/layer_path.h"

namespace neurarium {

/// The tensors of a file as rows: name, what it is, type, shape, how many numbers, how many bytes.
class TensorTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Meaning, Type, Shape, Numbers, Bytes, ColumnCount };

    explicit TensorTable(QObject* parent = nullptr);

    /// The network gives its tensors plain names; an empty one, as of a file from elsewhere, gives none.
    void setTensors(const std::vector<TensorXRay>& tensors, const LayerList& network);
    /// Those that will be 0 in the copy.
    void setZeros(const std::set<std::string>& names);
    void retranslate();
    const TensorXRay* tensor(int row) const;
    /// The row to look at first: of the first weights that are more than a list. 0 without any.
    int mostTelling() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString meaning(const TensorXRay& tensor) const;

    std::vector<TensorXRay> m_tensors;
    LayerList m_network;
    std::set<std::string> m_zeros;
};

} // namespace neurarium
