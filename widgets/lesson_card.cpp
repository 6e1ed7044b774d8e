// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson_card.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "widgets/icon.h"
#include "widgets/lesson_picture.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kPictureHeight = 118;
constexpr int kPadding = 14;
constexpr int kLine = 24;
constexpr int kLines = 3; ///< that what the lesson is about may take

} // namespace

LessonCard::LessonCard(const LessonSummary& lesson, QWidget* parent)
    : QAbstractButton(parent)
    , m_lesson(lesson) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void LessonCard::describe() {
    setText(m_lesson.title);
    setAccessibleName(tr("Lesson %1: %2").arg(m_lesson.number).arg(m_lesson.title));
    setAccessibleDescription(tr("%1, %2 min").arg(m_lesson.line).arg(m_lesson.minutes));
    setToolTip(m_lesson.line);
}

QSize LessonCard::sizeHint() const {
    const double scale = textScale(this);
    return {292, kPictureHeight + static_cast<int>((66 + kLines * kLine) * scale)};
}

QSize LessonCard::minimumSizeHint() const {
    return {220, sizeHint().height()};
}

void LessonCard::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(frame, 8, 8);
    painter.fillPath(shape, theme.color(underMouse() || isDown() ? Token::AccentSoft : Token::Surface));
    painter.save();
    painter.setClipPath(shape);
    const QRectF picture(frame.left(), frame.top(), frame.width(), kPictureHeight);
    painter.fillRect(picture, theme.color(Token::Raised));
    paintLessonPicture(painter, theme, m_lesson.picture, picture.adjusted(24, 14, -24, -14));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.drawLine(picture.bottomLeft(), picture.bottomRight());

    const double line = kLine * scale;
    const QRectF texts(frame.left() + kPadding, picture.bottom() + 8, frame.width() - 2 * kPadding, line);
    const auto write = [&](double top, const QString& text, double indent) {
        const QRectF place = texts.translated(indent, top);
        painter.drawText(
            place, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(place.width())));
    };
    painter.setFont(Theme::boldFont(TextRole::Status, scale));
    painter.setPen(theme.color(Token::Text));
    write(0, QStringLiteral("%1  %2").arg(m_lesson.number).arg(m_lesson.title), 0);
    painter.setFont(Theme::font(TextRole::Axis, scale));
    painter.setPen(theme.color(Token::Text2));
    const QRectF lines(texts.left(), texts.bottom() + 1, texts.width(), kLines * line);
    painter.drawText(lines, Qt::AlignTop | Qt::TextWordWrap, m_lesson.line);
    const double icon = 14 * scale, minutes = (kLines + 1) * line + 2;
    paintIcon(painter, QStringLiteral("clock"), theme.color(Token::Text2),
              QRectF(texts.left(), texts.top() + minutes + (line - icon) / 2, icon, icon));
    write(minutes, tr("%1 min").arg(m_lesson.minutes), icon + 6);

    painter.setPen(QPen(theme.color(hasFocus() ? Token::Text : Token::Line), hasFocus() ? 3 : 1));
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 8, 8);
}

void LessonCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

} // namespace neurarium
