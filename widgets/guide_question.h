// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "widgets/lesson_content.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace neurarium {

/// The question of a step: answers to choose from, a check, and why.
class GuideQuestion : public QFrame {
    Q_OBJECT
public:
    explicit GuideQuestion(QWidget* parent = nullptr);

    void setQuestion(const LessonQuestion& question);
    /// Chooses an answer as a click does.
    void choose(int answer);
    /// Says whether the chosen answer is right, and why.
    void check();

    QString verdict() const;

signals:
    void answered(int answer, bool right);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void translate();

    LessonQuestion m_question;
    bool m_checked = false;
    QLabel* m_text;
    QVBoxLayout* m_answers;
    QButtonGroup* m_group;
    std::vector<QWidget*> m_rows; ///< one for each answer
    QPushButton* m_check;
    QLabel* m_verdict;
    QLabel* m_explanation;
};

} // namespace neurarium
