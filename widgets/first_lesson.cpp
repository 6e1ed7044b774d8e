// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/first_lesson.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/lesson_picture.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kHeight = 206;

} // namespace

FirstLesson::FirstLesson(QWidget* parent)
    : QFrame(parent)
    , m_here(new QLabel)
    , m_title(new QLabel)
    , m_line(new QLabel)
    , m_start(new QPushButton) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 18, 28, 18);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    m_title->setProperty("role", "page");
    m_start->setProperty("primary", true);
    m_start->setStyleSheet(QStringLiteral("min-height: 30px;"));
    m_start->setMinimumWidth(180);
    m_line->setWordWrap(true);
    m_title->setWordWrap(true);
    for (QWidget* part :
         {static_cast<QWidget*>(m_here), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_line)})
        column->addWidget(part);
    column->addStretch();
    column->addWidget(m_start, 0, Qt::AlignLeft);
    row->addLayout(column, 1);
    row->addStretch(1); // the picture is painted there
    setMinimumHeight(kHeight);
    connect(m_start, &QPushButton::clicked, this, [this] { emit startRequested(m_lesson.id); });
    translate();
}

void FirstLesson::setLesson(const LessonSummary& lesson) {
    m_lesson = lesson;
    translate();
    update();
}

void FirstLesson::translate() {
    const Theme& theme = Theme::of(this);
    m_here->setText(QStringLiteral("<b><font color=\"%1\">%2</font></b>")
                        .arg(theme.color(Token::Accent).name(), tr("Start here").toHtmlEscaped()));
    m_title->setText(QStringLiteral("%1  %2").arg(m_lesson.number).arg(m_lesson.title));
    m_line->setText(m_lesson.line);
    m_start->setText(tr("Start lesson %1").arg(m_lesson.number));
    m_start->setToolTip(tr("Space or Enter starts it."));
    m_start->setIcon(icon(QStringLiteral("play"), {Token::OnAccent, &theme}));
}

void FirstLesson::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(Token::Surface));
    painter.setPen(QPen(theme.color(Token::Accent), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const double half = width() / 2.0;
    const QRectF right(half, 30, half - 40, height() - 60);
    paintLessonPicture(painter, theme, m_lesson.picture,
                       QRectF(right.left(), right.top(), right.width() * 0.46, right.height()));
    paintLossSketch(
        painter, theme,
        QRectF(right.left() + right.width() * 0.54, right.top(), right.width() * 0.46, right.height()));
}

void FirstLesson::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        translate();
    QFrame::changeEvent(event);
}

} // namespace neurarium
