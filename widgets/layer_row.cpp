// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_row.h"

#include <QKeyEvent>
#include <QPainter>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kPadding = 6;
constexpr int kIndent = 14;
constexpr int kTop = 3;

} // namespace

LayerRow::LayerRow(int depth, QWidget* parent)
    : QAbstractButton(parent)
    , m_depth(depth) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LayerRow::setTexts(const LayerRowText& texts) {
    if (texts == m_texts)
        return;
    m_texts = texts;
    setText(texts.title);
    setAccessibleName(texts.title);
    setAccessibleDescription(texts.problem.isEmpty() ? texts.shape : texts.problem);
    setToolTip(texts.toolTip);
    updateGeometry();
    update();
}

void LayerRow::setLocked(bool locked) {
    m_locked = locked;
    setCheckable(!locked);
    setFocusPolicy(locked ? Qt::NoFocus : Qt::StrongFocus);
    update();
}

int LayerRow::left() const {
    return kPadding + m_depth * kIndent;
}

int LayerRow::titleHeight() const {
    return QFontMetrics(Theme::font(TextRole::Body, textScale(this))).height();
}

int LayerRow::lineHeight() const {
    return QFontMetrics(Theme::font(TextRole::Axis, textScale(this))).height();
}

QRect LayerRow::problemPlace(int width) const {
    const int top = kTop + titleHeight() + (m_texts.shape.isEmpty() ? 0 : lineHeight());
    const int room = std::max(20, width - left() - kPadding);
    const QFontMetrics metrics(Theme::font(TextRole::Axis, textScale(this)));
    const QRect wrapped = metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, m_texts.problem);
    return {left(), top, room, m_texts.problem.isEmpty() ? 0 : wrapped.height()};
}

int LayerRow::heightForWidth(int width) const {
    return std::max(24, problemPlace(width).bottom() + 1 + kTop);
}

QSize LayerRow::sizeHint() const {
    return {200, heightForWidth(width() > 0 ? width() : 200)};
}

QSize LayerRow::minimumSizeHint() const {
    return {80, heightForWidth(std::max(80, width()))};
}

void LayerRow::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool wrong = !m_texts.problem.isEmpty();
    painter.setPen(Qt::NoPen);
    if (wrong || isChecked() || (underMouse() && !m_locked)) {
        painter.setBrush(theme.color(wrong         ? Token::BadSoft
                                     : isChecked() ? Token::AccentSoft
                                                   : Token::Raised));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    painter.setPen(QPen(theme.color(Token::Line), 1));
    for (int i = 0; i < m_depth; ++i)
        painter.drawLine(kPadding + 3 + i * kIndent, 0, kPadding + 3 + i * kIndent, height());

    const int right = width() - kPadding;
    painter.setFont(Theme::font(TextRole::Body, scale));
    painter.setPen(theme.color(Token::Text));
    const int numbers = painter.fontMetrics().horizontalAdvance(m_texts.parameters);
    painter.drawText(QRect(right - numbers, kTop, numbers, titleHeight()), Qt::AlignVCenter,
                     m_texts.parameters);
    const int room = right - numbers - left() - (numbers > 0 ? 8 : 0);
    painter.drawText(QRect(left(), kTop, room, titleHeight()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_texts.title, Qt::ElideRight, room));

    painter.setFont(Theme::font(TextRole::Axis, scale));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(QRect(left(), kTop + titleHeight(), right - left(), lineHeight()), Qt::AlignVCenter,
                     m_texts.shape);
    if (wrong) {
        painter.setPen(theme.color(Token::Bad));
        painter.drawText(problemPlace(width()), Qt::TextWordWrap, m_texts.problem);
    }
    if (hasFocus() || isChecked()) {
        const int line = hasFocus() ? 3 : 2;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(hasFocus() ? Token::Text
                                        : wrong    ? Token::BadLine
                                                   : Token::Accent),
                            line));
        const double inset = line / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    }
}

void LayerRow::keyPressEvent(QKeyEvent* event) {
    const bool up = event->key() == Qt::Key_Up;
    if (up || event->key() == Qt::Key_Down) {
        if (event->modifiers() & Qt::AltModifier)
            emit moveRequested(up ? -1 : 1);
        else
            emit walkRequested(up ? -1 : 1);
    } else if (event->key() == Qt::Key_Delete) {
        emit removeRequested();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace neurarium
