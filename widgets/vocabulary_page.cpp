// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary_page.h"

#include <numeric>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include "widgets/recipe_words.h"
#include "widgets/token_text.h"
#include "widgets/token_words.h"

namespace neurarium {

void VocabularyTable::setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary) {
    if (vocabulary == m_vocabulary)
        return;
    m_vocabulary = vocabulary;
    m_texts.clear();
    if (vocabulary)
        for (const TokenPiece& piece : vocabulary->pieces)
            m_texts << tokenText(piece.text);
    filter();
}

void VocabularyTable::setSearch(const QString& words) {
    if (words == m_search)
        return;
    m_search = words;
    filter();
}

/// A token is found by a part of its text, or by its id.
void VocabularyTable::filter() {
    beginResetModel();
    m_found.clear();
    bool isId = false;
    const qlonglong id = m_search.toLongLong(&isId);
    QString words = m_search;
    words.replace(u' ', QChar(0x2423)); // as spaces are shown
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_texts.size()); ++i)
        if (words.isEmpty() || m_texts[static_cast<qsizetype>(i)].contains(words, Qt::CaseInsensitive) ||
            (isId && m_vocabulary->pieces[i].id == id))
            m_found.push_back(i);
    endResetModel();
}

void VocabularyTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int VocabularyTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

int VocabularyTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VocabularyTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::size_t place = m_found[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == Id ? countText(m_vocabulary->pieces[place].id)
                                    : m_texts[static_cast<qsizetype>(place)];
    if (role == Qt::TextAlignmentRole && index.column() == Id)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant VocabularyTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Id ? tr("Id") : tr("Token");
}

VocabularyPage::VocabularyPage(QWidget* parent)
    : QWidget(parent)
    , m_table(new VocabularyTable(this))
    , m_choice(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_view(new QTableView(this)) {
    m_view->setModel(m_table);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_count->setProperty("role", "hint");
    m_search->setClearButtonEnabled(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_choice);
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addLayout(top);
    rows->addWidget(m_view, 1);
    connect(m_choice, &QComboBox::activated, this, [this] {
        setVocabulary(nullptr);
        emit vocabularyWanted(kind());
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_table->setSearch(words);
        showCount();
        if (!words.isEmpty())
            emit searched();
    });
    retranslate();
}

TokenizerKind VocabularyPage::kind() const {
    const int place = m_choice->currentIndex();
    return place >= 0 ? m_kinds[static_cast<std::size_t>(place)] : TokenizerKind::Characters;
}

void VocabularyPage::setKinds(const std::vector<TokenizerKind>& kinds) {
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    m_choice->clear();
    for (const TokenizerKind each : kinds)
        m_choice->addItem(TokenWords::name(each));
    setVocabulary(nullptr);
}

void VocabularyPage::setVocabulary(const std::shared_ptr<const Vocabulary>& vocabulary) {
    m_table->setVocabulary(vocabulary);
    showCount();
}

void VocabularyPage::showCount() {
    m_count->setText(m_search->text().isEmpty()
                         ? countText(m_table->size())
                         : tr("%1 of %2").arg(countText(m_table->rowCount()), countText(m_table->size())));
}

void VocabularyPage::retranslate() {
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_choice->setItemText(static_cast<int>(i), TokenWords::name(m_kinds[i]));
    m_table->retranslate();
    m_choice->setAccessibleName(tr("Which vocabulary"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the vocabulary"));
    m_view->setAccessibleName(tr("Tokens of the vocabulary"));
    showCount();
}

void VocabularyPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace neurarium
