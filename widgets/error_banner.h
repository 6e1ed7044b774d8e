// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QFrame>
#include <QStringList>

#include "report/error.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QShortcut;
class QToolButton;

namespace neurarium {

/// Says what happened, what is safe, and offers up to three ways on, the repair first. Esc closes it.
class ErrorBanner : public QFrame {
    Q_OBJECT

public:
    explicit ErrorBanner(QWidget* parent = nullptr);

    /// The words are in the language of the window already; at most three actions are shown.
    void showMessage(const QString& what, const QString& safe, const QStringList& actions = {});
    /// What the engine says, translated now and whenever the language changes.
    void showProblem(const Problem& problem, const QString& safe, const QStringList& actions = {});
    void close();

    QString what() const;
    QString safe() const;
    std::vector<QPushButton*> actions() const { return m_actions; }

signals:
    /// Counted from 0, in the order they were given. The banner is closed already.
    void actionChosen(int action);
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const QString& what, const QString& safe, const QStringList& actions);
    void retranslate();
    void recolor();

    std::optional<Problem> m_problem;
    QLabel* m_icon;
    QLabel* m_what;
    QLabel* m_safe;
    QWidget* m_buttons;
    std::vector<QPushButton*> m_actions;
    QToolButton* m_close;
    QShortcut* m_escape;
};

} // namespace neurarium
