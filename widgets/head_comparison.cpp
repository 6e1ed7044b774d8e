// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/head_comparison.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/head_grid_painter.h"
#include "widgets/sparkline.h"
#include "widgets/whole_words.h"

namespace neurarium {

void HeadTable::setMaps(const std::shared_ptr<const AttentionMaps>& maps, const HeadHistory& history) {
    const std::size_t before = m_maps ? m_maps->heads.size() : 0, after = maps ? maps->heads.size() : 0;
    if (before != after)
        beginResetModel();
    m_maps = maps;
    m_history = history;
    if (before != after)
        endResetModel();
    else if (after > 0)
        emit dataChanged(index(0, 0), index(static_cast<int>(after) - 1, Distance));
}

void HeadTable::setNotes(const std::map<HeadPlace, QString>& notes) {
    m_notes = notes;
    if (rowCount() > 0)
        emit dataChanged(index(0, Note), index(rowCount() - 1, Note));
}

HeadPlace HeadTable::headOf(int row) const {
    return m_maps && row >= 0 && row < rowCount() ? m_maps->heads[static_cast<std::size_t>(row)].place
                                                  : HeadPlace();
}

void HeadTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HeadTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_maps ? 0 : static_cast<int>(m_maps->heads.size());
}

int HeadTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

/// All lines of a column have the same scale, so that heads can be compared.
double HeadTable::highest(bool entropy) const {
    double most = 0;
    for (std::size_t head = 0; head < m_history.heads(); ++head)
        for (const HeadMoment& moment : m_history.of(head))
            most = std::max(most, entropy ? moment.entropy : moment.distance);
    return most;
}

QVariant HeadTable::line(std::size_t head, bool entropy) const {
    if (head >= m_history.heads() || m_history.of(head).empty())
        return {};
    const std::vector<HeadMoment>& moments = m_history.of(head);
    Sparkline line;
    for (const HeadMoment& moment : moments)
        line.points << QPointF(static_cast<double>(moment.step), entropy ? moment.entropy : moment.distance);
    line.left = line.points.first().x();
    line.right = line.points.last().x();
    line.top = highest(entropy);
    return QVariant::fromValue(line);
}

QString HeadTable::text(const AttentionHead& head, int column) const {
    switch (column) {
    case Name: {
        const QString name = HeadGridPainter::headName(head.place);
        return head.off ? tr("%1 (off)").arg(name) : name;
    }
    case Entropy:
        return QString::number(head.entropy, 'f', 2);
    case Distance:
        return QString::number(head.distance, 'f', 2);
    case Note: {
        const auto found = m_notes.find(head.place);
        return found == m_notes.end() ? QString() : found->second;
    }
    default:
        return {};
    }
}

QVariant HeadTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(m_maps->heads[row], index.column());
    case Qt::ToolTipRole:
        return index.column() == Note ? text(m_maps->heads[row], Note) : QVariant();
    case Qt::UserRole:
        return index.column() == Entropy || index.column() == Distance ? line(row, index.column() == Entropy)
                                                                       : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Entropy || index.column() == Distance
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    default:
        return {};
    }
}

QVariant HeadTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Name:
        return tr("Head");
    case Entropy:
        return tr("Entropy");
    case Distance:
        return tr("Distance");
    case Note:
        return tr("Our note");
    default:
        return {};
    }
}

HeadComparison::HeadComparison(QWidget* parent)
    : QWidget(parent)
    , m_table(new HeadTable(this))
    , m_view(new QTableView(this))
    , m_meaning(new QLabel(this)) {
    m_view->setModel(m_table);
    m_view->setItemDelegate(new SparklineDelegate(m_view));
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {HeadTable::Entropy, HeadTable::Distance, HeadTable::Note})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_meaning->setProperty("role", "hint");
    m_meaning->setWordWrap(true);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_view, 1);
    lines->addWidget(m_meaning);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    emit headChosen(m_table->headOf(current.row()));
            });
    retranslate();
}

void HeadComparison::setMaps(const std::shared_ptr<const AttentionMaps>& maps, const HeadHistory& history) {
    m_table->setMaps(maps, history);
    const int tokens = maps ? static_cast<int>(maps->tokens.size()) : 0;
    if (std::exchange(m_tokens, tokens) != tokens)
        retranslate();
}

void HeadComparison::setNotes(const std::map<HeadPlace, QString>& notes) {
    m_table->setNotes(notes);
}

void HeadComparison::setChosen(HeadPlace place) {
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->headOf(row) == place && m_view->currentIndex().row() != row) {
            const QSignalBlocker quiet(this);
            m_view->selectRow(row);
        }
}

void HeadComparison::retranslate() {
    m_table->retranslate();
    m_view->setAccessibleName(tr("How the heads differ"));
    const double most = m_tokens > 0 ? std::log2(m_tokens) : 0;
    m_meaning->setText(wholeWords(
        tr("Entropy in bits: 0 looks at one word, %1 looks at all %2 alike. Distance: how many words away.")
            .arg(QString::number(most, 'f', 1))
            .arg(m_tokens)));
}

void HeadComparison::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace neurarium
