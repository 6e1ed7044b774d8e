// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractTableModel>
#include <QIcon>
#include <QWidget>

#include "report/head_effect.h"

class QLabel;
class QTableView;

namespace neurarium {

class Theme;

/// Sentences with their loss before and after heads were switched off, what got worst first.
class SentenceTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Text, Before, After, Right, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEffect(const std::shared_ptr<const HeadEffect>& effect);
    QString sentence(int row) const;
    /// −1 when it is not there.
    int rowOf(const QString& sentence) const;
    void setTheme(const Theme& theme);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const SentenceEffect& sentence, int column) const;

    std::shared_ptr<const HeadEffect> m_effect;
    QIcon m_cross; ///< beside those that break
};

/// That table under a sentence that counts those which break. Enter or a double click takes a sentence to the
/// map.
class BrokenSentences : public QWidget {
    Q_OBJECT

public:
    explicit BrokenSentences(QWidget* parent = nullptr);

    /// Null while no head is switched off.
    void setEffect(const std::shared_ptr<const HeadEffect>& effect);
    SentenceTable& table() { return *m_table; }
    QString summary() const;

signals:
    void sentenceChosen(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::shared_ptr<const HeadEffect> m_effect;
    SentenceTable* m_table;
    QTableView* m_view;
    QLabel* m_summary;
};

} // namespace neurarium
