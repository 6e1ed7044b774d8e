// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "widgets/lesson_content.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace neurarium {

class GuideQuestion;
class GuideSteps;

/// The lesson reader: one step at a time with its tasks, question and word. Tasks are ticked through
/// `setTaskDone`, not by the reader. Folded it is a rail of 44 pixels.
class GuideView : public QFrame {
    Q_OBJECT
public:
    static constexpr int kRail = 44;

    explicit GuideView(QWidget* parent = nullptr);

    /// A lesson in one language. The step under way stays when it is the same lesson in another language.
    void setSteps(const std::vector<LessonStep>& steps);
    const std::vector<LessonStep>& steps() const { return m_steps; }
    int currentStep() const { return m_current; }
    void setCurrentStep(int step);
    void setTaskDone(int step, int task, bool done);
    /// Only the rail is shown.
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    QPushButton* backButton() const { return m_back; }
    QPushButton* nextButton() const { return m_next; }
    QPushButton* showMeButton() const { return m_showMe; }
    GuideQuestion* question() const { return m_question; }
    const std::vector<QCheckBox*>& taskBoxes() const { return m_taskBoxes; }

    QSize sizeHint() const override;

signals:
    void stepChanged(int step);
    /// What the next open task is about is to be pointed at.
    void showMeRequested(const QString& target);
    void questionAnswered(int step, bool right);
    void closeRequested();
    /// The rail was pressed.
    void openRequested();
    /// "Next" behind the last step.
    void lessonFinished();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void buildHead(QVBoxLayout* column);
    void buildPage(QVBoxLayout* column);
    void buildFoot(QVBoxLayout* column);
    void connectButtons();
    void showStep();
    void showTasks();
    const LessonTask* openTask() const;
    void translate();
    void recolor();

    std::vector<LessonStep> m_steps;
    int m_current = 0;
    bool m_folded = false;
    QWidget* m_page;
    QLabel* m_heading;
    QLabel* m_place;
    QToolButton* m_close;
    GuideSteps* m_progress;
    QScrollArea* m_scroll;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_tasks;
    std::vector<QCheckBox*> m_taskBoxes;
    QPushButton* m_showMe;
    GuideQuestion* m_question;
    QLabel* m_word;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace neurarium
