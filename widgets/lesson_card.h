// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "widgets/lesson_content.h"

namespace neurarium {

/// A lesson as a card: picture, number and title, a line, minutes. The whole card is one button.
class LessonCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit LessonCard(const LessonSummary& lesson, QWidget* parent = nullptr);

    const LessonSummary& lesson() const { return m_lesson; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    LessonSummary m_lesson;
};

} // namespace neurarium
