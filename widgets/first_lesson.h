// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "widgets/lesson_content.h"

class QLabel;
class QPushButton;

namespace neurarium {

/// The first lesson, large, with the one primary button of the welcome page.
class FirstLesson : public QFrame {
    Q_OBJECT
public:
    explicit FirstLesson(QWidget* parent = nullptr);

    void setLesson(const LessonSummary& lesson);
    QPushButton* startButton() const { return m_start; }

signals:
    void startRequested(const QString& lesson);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void translate();

    LessonSummary m_lesson;
    QLabel* m_here;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_start;
};

} // namespace neurarium
