// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractButton;
class QVBoxLayout;

namespace neurarium {

class CardHeading;

/// A part of the recipe that folds: its heading is the button, a summary stands at the right.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& icon, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSummary(const QString& summary);
    /// Shows a padlock in the heading: nothing in here can be changed while the run lasts.
    void setLocked(bool locked);

    bool isOpen() const;
    void setOpen(bool open);
    /// Where the content goes.
    QVBoxLayout* content() const { return m_content; }
    QAbstractButton* heading() const;

signals:
    /// The user folded or unfolded it.
    void openChanged(bool open);

private:
    CardHeading* m_heading;
    QWidget* m_body;
    QVBoxLayout* m_content;
};

} // namespace neurarium
