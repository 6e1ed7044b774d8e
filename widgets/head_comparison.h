// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QAbstractTableModel>
#include <QWidget>

#include "report/attention_maps.h"
#include "widgets/head_history.h"

class QLabel;
class QTableView;

namespace neurarium {

/// The heads as a table: how widely and how far each looks, now and over time, and the class's note.
class HeadTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Entropy, Distance, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMaps(const std::shared_ptr<const AttentionMaps>& maps, const HeadHistory& history);
    void setNotes(const std::map<HeadPlace, QString>& notes);
    /// Row and head have the same number.
    HeadPlace headOf(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant line(std::size_t head, bool entropy) const;
    QString text(const AttentionHead& head, int column) const;
    double highest(bool entropy) const;

    std::shared_ptr<const AttentionMaps> m_maps;
    HeadHistory m_history;
    std::map<HeadPlace, QString> m_notes;
};

/// That table, with what its numbers mean. A row that is chosen chooses the head.
class HeadComparison : public QWidget {
    Q_OBJECT

public:
    explicit HeadComparison(QWidget* parent = nullptr);

    void setMaps(const std::shared_ptr<const AttentionMaps>& maps, const HeadHistory& history);
    void setNotes(const std::map<HeadPlace, QString>& notes);
    void setChosen(HeadPlace place);
    HeadTable& table() { return *m_table; }

signals:
    void headChosen(neurarium::HeadPlace place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    HeadTable* m_table;
    QTableView* m_view;
    QLabel* m_meaning;
    int m_tokens = 0;
};

} // namespace neurarium
