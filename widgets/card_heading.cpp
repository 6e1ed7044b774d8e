// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card_heading.h"

#include <QEvent>
#include <QPainter>

#include "widgets/icon.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kHeight = 40;
constexpr int kPadding = 14;
constexpr int kIcon = 18;
constexpr int kSmallIcon = 16;

} // namespace

CardHeading::CardHeading(QString icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon)) {
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardHeading::setSummary(const QString& summary) {
    m_summary = summary;
    describe();
    update();
}

void CardHeading::setLocked(bool locked) {
    m_locked = locked;
    describe();
    update();
}

void CardHeading::describe() {
    setAccessibleDescription(m_locked ? tr("%1, locked while this run lasts").arg(m_summary) : m_summary);
    setToolTip(m_summary);
}

QSize CardHeading::sizeHint() const {
    return {200, static_cast<int>(kHeight * textScale(this))};
}

QSize CardHeading::minimumSizeHint() const {
    return {80, sizeHint().height()};
}

void CardHeading::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    const double large = kIcon * scale, small = kSmallIcon * scale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(rect(), theme.color(Token::Raised));

    const double middle = height() / 2.0;
    const auto iconAt = [&](const QString& name, double x, double side, Token token) {
        paintIcon(painter, name, theme.color(token), QRectF(x, middle - side / 2, side, side));
    };
    iconAt(m_icon, kPadding, large, Token::Text);
    const QFont titleFont = Theme::font(TextRole::PanelTitle, scale);
    painter.setFont(titleFont);
    painter.setPen(theme.color(Token::Text));
    const int left = kPadding + static_cast<int>(large) + 10;
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, text());

    double right = width() - kPadding - small;
    iconAt(isChecked() ? QStringLiteral("up") : QStringLiteral("down"), right, small, Token::Text);
    const double room = right - 8 - left - QFontMetrics(titleFont).horizontalAdvance(text()) - 12;
    if (m_locked) {
        right -= small + 8;
        iconAt(QStringLiteral("lock"), right, small, Token::Text2);
    }
    painter.setFont(Theme::font(TextRole::Axis, scale));
    painter.setPen(theme.color(Token::Text2));
    const double summaryRoom = std::max(0.0, m_locked ? room - small - 8 : room);
    const QString shown =
        painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, static_cast<int>(summaryRoom));
    painter.drawText(QRectF(right - 8 - summaryRoom, 0, summaryRoom, height()),
                     Qt::AlignVCenter | Qt::AlignRight, shown);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 6, 6);
    }
}

void CardHeading::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace neurarium
