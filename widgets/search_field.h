// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace neurarium {

/// A field that finds words while they are typed, also by the letters that an input method is still putting
/// together. What fits is listed below it.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

    void setWords(const std::vector<QString>& words);
    /// Words that fit what is typed, best first.
    const std::vector<std::int64_t>& found() const { return m_found; }

    QSize sizeHint() const override;

signals:
    /// Other words fit; none when nothing is typed.
    void foundChanged();
    /// One of them was chosen, by its place among the words.
    void wordChosen(qint64 word);

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search(const QString& typed);
    void choose(int row);

    std::vector<QString> m_words;
    std::vector<std::int64_t> m_found;
    QStringListModel* m_list;
    QCompleter* m_completer;
};

} // namespace neurarium
