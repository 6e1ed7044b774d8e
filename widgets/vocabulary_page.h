// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractTableModel>
#include <QStringList>
#include <QWidget>

#include "report/text_cuts.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace neurarium {

/// The tokens of a vocabulary that hold a text, by id.
class VocabularyTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Id, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary);
    void setSearch(const QString& words);
    std::int64_t size() const { return m_vocabulary ? std::ssize(m_vocabulary->pieces) : 0; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();

    std::shared_ptr<const Vocabulary> m_vocabulary;
    QStringList m_texts; ///< of all pieces, as they are shown
    QString m_search;
    std::vector<std::size_t> m_found; ///< places in the vocabulary
};

/// What a way to cut knows, to be browsed and searched.
class VocabularyPage : public QWidget {
    Q_OBJECT

public:
    explicit VocabularyPage(QWidget* parent = nullptr);

    /// The ways to choose from.
    void setKinds(const std::vector<TokenizerKind>& kinds);
    /// Null while it is being fetched.
    void setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary);
    TokenizerKind kind() const;
    VocabularyTable& table() { return *m_table; }
    QLineEdit& search() { return *m_search; }
    QComboBox& choice() { return *m_choice; }

signals:
    void vocabularyWanted(neurarium::TokenizerKind kind);
    void searched();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCount();
    void retranslate();

    std::vector<TokenizerKind> m_kinds;
    VocabularyTable* m_table;
    QComboBox* m_choice;
    QLineEdit* m_search;
    QLabel* m_count;
    QTableView* m_view;
};

} // namespace neurarium
