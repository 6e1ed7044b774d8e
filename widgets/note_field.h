// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QFrame;
class QPlainTextEdit;

namespace neurarium {

/// A person's own note, its first line in a plate; pressed, it opens to be written, with several lines.
class NoteField : public QAbstractButton {
    Q_OBJECT

public:
    explicit NoteField(QWidget* parent = nullptr);

    void setNote(const QString& note);
    const QString& note() const { return m_note; }
    /// Opens the editor above `anchor`, or above itself.
    void edit(const QWidget* anchor = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A person has written something else. Escape takes it back, any other way to close keeps it.
    void edited(const QString& note);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildEditor();
    void finish();
    void retranslate();

    QString m_note;
    QFrame* m_popup;
    QPlainTextEdit* m_editor;
};

} // namespace neurarium
