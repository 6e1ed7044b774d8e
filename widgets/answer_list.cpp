// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/answer_list.h"

#include <cmath>

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr double kLetter = 24, kGap = 10, kAir = 8; // pixels at the usual text size
constexpr int kUsualWidth = 200;

} // namespace

QString AnswerPainter::place(const Answer& answer) {
    if (answer.letter.isEmpty())
        return tr("now, epoch %1").arg(countText(answer.epoch));
    return tr("%Ln epoch(s)", nullptr, static_cast<int>(answer.epoch));
}

QString AnswerPainter::text(const Answer& answer) {
    const QString words = answer.waiting ? QStringLiteral("…") : answer.prompt + answer.continuation;
    return (answer.letter.isEmpty() ? QString() : answer.letter + QStringLiteral(", ")) + place(answer) +
           QStringLiteral(": ") + words;
}

double AnswerPainter::paintOne(QPainter* painter, const Answer& answer, const QRectF& box,
                               const FigureLook& look) {
    const Theme& theme = *look.theme;
    const double scale = look.scale;
    const double side = kLetter * scale, left = box.left() + side + kGap * scale;
    const QFont small = Theme::font(TextRole::Axis, scale), plain = Theme::font(TextRole::Body, scale);
    const double first = QFontMetricsF(small).height() + 2;
    // Joining the syllables of a word makes both parts longer: the colours are given to the joined ones.
    const QString prompt = wholeWords(answer.prompt);
    const QString all =
        wholeWords(answer.prompt + (answer.waiting ? QStringLiteral(" …") : answer.continuation));
    QTextLayout layout(all, plain);
    QTextOption wrap; // a network that has learnt little writes long words
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    const auto split = static_cast<int>(std::min(prompt.size(), all.size()));
    QTextCharFormat given, written;
    given.setForeground(theme.color(Token::Text2));
    written.setForeground(theme.color(Token::Text));
    layout.setFormats({{0, split, given}, {split, static_cast<int>(all.size()) - split, written}});
    layout.beginLayout();
    double high = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(20.0, box.right() - left));
        line.setPosition({0, high});
        high += line.height();
    }
    layout.endLayout();
    if (painter != nullptr) {
        const QRectF badge = QRectF(box.left(), box.top() + 2, side, side).adjusted(1, 1, -1, -1);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(theme.color(Token::Surface));
        painter->setPen(QPen(theme.color(Token::Accent), 2));
        if (answer.letter.isEmpty()) {
            painter->drawEllipse(badge.center(), side / 3, side / 3);
        } else {
            painter->drawRoundedRect(badge, 3, 3);
            painter->setFont(Theme::font(TextRole::Mark, scale));
            painter->setPen(theme.color(Token::Text));
            painter->drawText(badge, Qt::AlignCenter, answer.letter);
        }
        painter->setFont(small);
        painter->setPen(theme.color(Token::Text2));
        painter->drawText(QRectF(left, box.top(), box.right() - left, first),
                          Qt::AlignLeft | Qt::AlignVCenter, place(answer));
        layout.draw(painter, QPointF(left, box.top() + first));
    }
    return std::max(side + 4, first + high);
}

double AnswerPainter::paint(QPainter* painter, const std::vector<Answer>& answers, const QRectF& box,
                            const FigureLook& look) {
    QRectF left = box;
    for (const Answer& answer : answers)
        left.setTop(left.top() + paintOne(painter, answer, left, look) + kAir * look.scale);
    return left.top() - box.top();
}

AnswerList::AnswerList(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    describe();
}

void AnswerList::setAnswers(std::vector<Answer> answers) {
    if (answers == m_answers)
        return;
    m_answers = std::move(answers);
    describe();
    updateGeometry();
    update();
}

int AnswerList::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(AnswerPainter::paint(
        nullptr, m_answers, QRectF(0, 0, width, 1), {&Theme::of(this), textScale(this), false, true})));
}

QSize AnswerList::sizeHint() const {
    return {kUsualWidth, heightForWidth(std::max(width(), kUsualWidth))};
}

void AnswerList::describe() {
    setAccessibleName(tr("What each save writes"));
    QStringList lines;
    for (const Answer& answer : m_answers)
        lines << AnswerPainter::text(answer);
    setAccessibleDescription(lines.join(u'\n'));
}

void AnswerList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    AnswerPainter::paint(&painter, m_answers, rect(), {&theme, textScale(this), false, true});
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Text), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void AnswerList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
    QWidget::changeEvent(event);
}

} // namespace neurarium
