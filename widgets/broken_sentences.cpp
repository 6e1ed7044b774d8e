// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/broken_sentences.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/head_grid_painter.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/whole_words.h"

namespace neurarium {

void SentenceTable::setEffect(const std::shared_ptr<const HeadEffect>& effect) {
    beginResetModel();
    m_effect = effect;
    endResetModel();
}

void SentenceTable::setTheme(const Theme& theme) {
    m_cross = icon(QStringLiteral("cross"), {Token::Bad, &theme});
    retranslate();
}

QString SentenceTable::sentence(int row) const {
    return row >= 0 && row < rowCount()
               ? QString::fromStdString(m_effect->sentences[static_cast<std::size_t>(row)].text)
               : QString();
}

int SentenceTable::rowOf(const QString& sentence) const {
    int row = 0;
    while (row < rowCount() && this->sentence(row) != sentence)
        ++row;
    return row < rowCount() ? row : -1;
}

void SentenceTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SentenceTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_effect ? 0 : static_cast<int>(m_effect->sentences.size());
}

int SentenceTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SentenceTable::text(const SentenceEffect& sentence, int column) const {
    switch (column) {
    case Text:
        return QString::fromStdString(sentence.text);
    case Before:
        return lossText(sentence.lossBefore);
    case After:
        return lossText(sentence.lossAfter);
    case Right:
        return tr("%1 → %2 of %3").arg(sentence.rightBefore).arg(sentence.rightAfter).arg(sentence.tokens);
    default:
        return {};
    }
}

QVariant SentenceTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SentenceEffect& sentence = m_effect->sentences[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(sentence, column);
    case Qt::ToolTipRole:
        return column == Text ? text(sentence, Text) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Text && sentence.broke() ? tr("%1 (breaks)").arg(text(sentence, Text))
                                                  : text(sentence, column);
    case Qt::DecorationRole:
        return column == Text && sentence.broke() ? QVariant(m_cross) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Text ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant SentenceTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Text:
        return tr("Sentence");
    case Before:
        return tr("Loss before");
    case After:
        return tr("after");
    case Right:
        return tr("Right tokens");
    default:
        return {};
    }
}

BrokenSentences::BrokenSentences(QWidget* parent)
    : QWidget(parent)
    , m_table(new SentenceTable(this))
    , m_view(new QTableView(this))
    , m_summary(new QLabel(this)) {
    m_view->setModel(m_table);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(SentenceTable::Text, QHeaderView::Stretch);
    m_summary->setWordWrap(true);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_summary);
    lines->addWidget(m_view, 1);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit sentenceChosen(m_table->sentence(index.row())); });
    m_table->setTheme(Theme::of(this));
    setEffect(nullptr);
}

void BrokenSentences::setEffect(const std::shared_ptr<const HeadEffect>& effect) {
    const QString chosen = m_table->sentence(m_view->currentIndex().row());
    const int scrolled = m_view->verticalScrollBar()->value();
    m_effect = effect;
    m_table->setEffect(effect);
    if (const int row = m_table->rowOf(chosen); row >= 0)
        m_view->selectRow(row); // it may have another place now
    m_view->verticalScrollBar()->setValue(scrolled);
    m_view->setVisible(effect != nullptr);
    layout()->setAlignment(m_summary, effect ? Qt::Alignment() : Qt::AlignVCenter);
    retranslate();
}

QString BrokenSentences::summary() const {
    if (!m_effect)
        return tr("Switch a head off: the sentences that the network then says wrong are listed here.");
    QStringList off;
    for (const HeadPlace place : m_effect->off)
        off << HeadGridPainter::headName(place);
    const auto broken = std::count_if(m_effect->sentences.begin(), m_effect->sentences.end(),
                                      [](const SentenceEffect& each) { return each.broke(); });
    return tr("Without %1, sentences that break: %2 of %3.")
        .arg(off.join(QStringLiteral("; ")))
        .arg(broken)
        .arg(m_effect->sentences.size());
}

void BrokenSentences::retranslate() {
    m_table->retranslate();
    m_view->setAccessibleName(tr("Sentences without the heads that are switched off"));
    m_summary->setText(wholeWords(summary()));
}

void BrokenSentences::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_table->setTheme(Theme::of(this));
    QWidget::changeEvent(event);
}

} // namespace neurarium
