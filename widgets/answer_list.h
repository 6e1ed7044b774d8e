// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QCoreApplication>
#include <QWidget>

#include "report/tokens.h"
#include "widgets/figure.h"

class QPainter;

namespace neurarium {

/// How one state of the network goes on from the prompt.
struct Answer {
    QString letter; ///< of the save; empty: the network as it stands
    std::int64_t epoch = 0;
    QString prompt;
    QString continuation; ///< what the network wrote
    bool waiting = false; ///< for it
    bool operator==(const Answer&) const = default;
};

/// Answers below each other, each with its letter and its epoch. For the screen and for files.
class AnswerPainter {
    Q_DECLARE_TR_FUNCTIONS(neurarium::AnswerPainter)

public:
    /// Gives back the height; paints nothing when `painter` is null.
    static double paint(QPainter* painter, const std::vector<Answer>& answers, const QRectF& box,
                        const FigureLook& look);
    /// "A, 2 epochs: ..." as it is read out.
    static QString text(const Answer& answer);

private:
    static QString place(const Answer& answer);
    static double paintOne(QPainter* painter, const Answer& answer, const QRectF& box,
                           const FigureLook& look);
};

/// The answers on the screen.
class AnswerList : public QWidget {
    Q_OBJECT
public:
    explicit AnswerList(QWidget* parent = nullptr);

    void setAnswers(std::vector<Answer> answers);
    const std::vector<Answer>& answers() const { return m_answers; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    std::vector<Answer> m_answers;
};

} // namespace neurarium
