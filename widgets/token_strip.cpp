// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/token_strip.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kMargin = 4; ///< pixels, for the focus ring
constexpr int kUsualWidth = 300;
constexpr int kLeastWidth = 80;

} // namespace

TokenStrip::TokenStrip(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    tell();
}

void TokenStrip::setPieces(const std::vector<TokenPiece>& pieces) {
    if (pieces == m_pieces)
        return;
    m_pieces = pieces;
    m_texts.clear();
    for (const TokenPiece& piece : pieces)
        m_texts << tokenText(piece.text);
    m_chosen = m_pointed = std::nullopt;
    placeAnew();
    tell();
}

void TokenStrip::setName(const QString& name) {
    m_name = name;
    tell();
}

void TokenStrip::setChosen(std::optional<int> piece) {
    const int last = static_cast<int>(m_pieces.size()) - 1;
    if (piece)
        piece = last < 0 ? std::nullopt : std::optional(std::clamp(*piece, 0, last));
    m_pointed = std::nullopt;
    m_chosen = piece;
    tell();
    update();
}

void TokenStrip::choose(int piece) {
    setChosen(piece);
    if (m_chosen)
        emit pieceChosen(*m_chosen);
}

void TokenStrip::point(std::optional<int> piece) {
    if (piece == m_pointed)
        return;
    m_pointed = piece;
    update();
}

QString TokenStrip::toldInWords() const {
    const auto piece = told();
    return piece ? tr("%1, id %2")
                       .arg(m_texts[*piece], countText(m_pieces[static_cast<std::size_t>(*piece)].id))
                 : QString();
}

const TokenBoxes& TokenStrip::places() const {
    if (!m_places)
        m_places.emplace(m_texts, width() - 2 * kMargin, textScale(this));
    return *m_places;
}

void TokenStrip::placeAnew() {
    m_places.reset();
    updateGeometry();
    update();
}

void TokenStrip::tell() {
    setAccessibleName(m_name);
    QStringList all = m_texts;
    const QString words = m_chosen ? toldInWords() : all.join(QStringLiteral(" | "));
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

int TokenStrip::heightForWidth(int width) const {
    const TokenBoxes boxes(m_texts, width - 2 * kMargin, textScale(this));
    return static_cast<int>(std::ceil(boxes.height() + 2 * kMargin));
}

QSize TokenStrip::sizeHint() const {
    return {kUsualWidth, heightForWidth(std::max(width(), kLeastWidth))};
}

QSize TokenStrip::minimumSizeHint() const {
    return {kLeastWidth, heightForWidth(std::max(width(), kLeastWidth))};
}

void TokenStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    painter.save();
    painter.translate(kMargin, kMargin);
    places().paint(painter, theme, QRectF(event->rect()).translated(-kMargin, -kMargin), told());
    painter.restore();
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
    paintLabel(painter);
}

/// The id on a plate above or below its box.
void TokenStrip::paintLabel(QPainter& painter) const {
    const auto piece = told();
    if (!piece)
        return;
    constexpr double kPadding = 6;
    const Theme& theme = Theme::of(this);
    const QFont font = Theme::boldFont(TextRole::Axis, textScale(this));
    const QFontMetricsF metrics(font);
    const QString words = tr("id %1").arg(countText(m_pieces[static_cast<std::size_t>(*piece)].id));
    const QRectF box = places().boxes()[static_cast<std::size_t>(*piece)].translated(kMargin, kMargin);
    QRectF plate(0, 0, metrics.horizontalAdvance(words) + 2 * kPadding, metrics.height() + 2);
    // Beside the box: in a strip of one line there is no room above or below.
    plate.moveCenter(box.center());
    plate.moveLeft(box.right() + 4);
    if (plate.right() > width())
        plate.moveRight(box.left() - 4);
    plate.moveLeft(std::max(plate.left(), 0.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Text));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setFont(font);
    painter.setPen(theme.color(Token::Surface));
    painter.drawText(plate, Qt::AlignCenter, words);
}

void TokenStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        placeAnew();
}

void TokenStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeAnew();
    if (event->type() == QEvent::LanguageChange)
        tell();
    update();
}

void TokenStrip::mousePressEvent(QMouseEvent* event) {
    const auto piece = places().at(event->position() - QPointF(kMargin, kMargin));
    if (event->button() == Qt::LeftButton && piece)
        choose(*piece);
    else
        QWidget::mousePressEvent(event);
}

void TokenStrip::mouseMoveEvent(QMouseEvent* event) {
    point(places().at(event->position() - QPointF(kMargin, kMargin)));
}

void TokenStrip::leaveEvent(QEvent* event) {
    point(std::nullopt);
    QWidget::leaveEvent(event);
}

void TokenStrip::keyPressEvent(QKeyEvent* event) {
    if (m_pieces.empty())
        return QWidget::keyPressEvent(event);
    const auto go = [this](int piece) { choose(m_chosen ? piece : 0); };
    const int at = m_chosen.value_or(0), last = static_cast<int>(m_pieces.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return go(at - 1);
    case Qt::Key_Right:
        return go(at + 1);
    case Qt::Key_Up:
        return go(places().besideLine(at, -1));
    case Qt::Key_Down:
        return go(places().besideLine(at, 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TokenStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TokenStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace neurarium
