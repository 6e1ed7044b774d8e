// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>

#include "widgets/text_scale.h"
#include "widgets/word_search.h"

namespace neurarium {

namespace {

constexpr std::size_t kListed = 12;
constexpr int kWidth = 100; ///< pixels at the usual text size

} // namespace

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
    , m_list(new QStringListModel(this))
    , m_completer(new QCompleter(m_list, this)) {
    setClearButtonEnabled(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->popup()->setProperty("completer", true);
    connect(this, &QLineEdit::textChanged, this, &SearchField::search);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(this, &QLineEdit::returnPressed, this, [this] { choose(0); });
}

QSize SearchField::sizeHint() const {
    return {static_cast<int>(kWidth * textScale(this)), QLineEdit::sizeHint().height()};
}

void SearchField::setWords(const std::vector<QString>& words) {
    if (words == m_words)
        return;
    m_words = words;
    search(text());
}

void SearchField::search(const QString& typed) {
    std::vector<std::int64_t> found = foundWords(m_words, typed);
    if (found == m_found)
        return;
    m_found = std::move(found);
    QStringList shown;
    for (std::size_t i = 0; i < std::min(kListed, m_found.size()); ++i)
        shown << m_words[static_cast<std::size_t>(m_found[i])];
    m_list->setStringList(shown);
    emit foundChanged();
    if (hasFocus() && !shown.isEmpty())
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void SearchField::choose(int row) {
    if (row >= 0 && row < std::ssize(m_found))
        emit wordChosen(m_found[static_cast<std::size_t>(row)]);
}

/// The letters under composition belong to what is looked for, though they are not in the field yet.
void SearchField::inputMethodEvent(QInputMethodEvent* event) {
    const QString composed = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    QString typed = text();
    search(typed.insert(cursorPosition(), composed));
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace neurarium
