// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/prompt_strip.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/number_text.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kEdge = 3; // for the frame of the focus
constexpr int kUsualWidth = 300;

} // namespace

PromptStrip::PromptStrip(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    layOut();
}

void PromptStrip::setTokens(const std::vector<WrittenToken>& tokens) {
    if (tokens == m_tokens)
        return;
    m_tokens = tokens;
    if (m_chosen && *m_chosen > std::ssize(m_tokens))
        m_chosen.reset();
    updateGeometry();
    layOut();
}

void PromptStrip::setChosen(std::optional<int> token) {
    m_chosen = token;
    layOut();
}

void PromptStrip::layOut() {
    m_boxes.layOut(m_tokens, QSizeF(width() - 2 * kEdge, height() - 2 * kEdge), textScale(this), m_chosen);
    describe();
    update();
}

QRectF PromptStrip::boxOf(int token) const {
    const auto place = static_cast<std::size_t>(token);
    if (token < 0 || place >= m_boxes.boxes().size() || m_boxes.boxes()[place].isNull())
        return {};
    return m_boxes.boxes()[place].translated(kEdge, kEdge);
}

QString PromptStrip::textOf(int token) const {
    if (token < 0 || token > std::ssize(m_tokens))
        return {};
    if (token == std::ssize(m_tokens))
        return tr("the next token");
    const WrittenToken& written = m_tokens[static_cast<std::size_t>(token)];
    const QString text = tokenText(written.piece.text);
    if (!written.probability)
        return tr("“%1”, the beginning").arg(text);
    const QString share = percentText(double(*written.probability));
    return written.byNetwork ? tr("“%1”, written with %2").arg(text, share)
                             : tr("“%1”, given; the network held it likely with %2").arg(text, share);
}

int PromptStrip::heightForWidth(int width) const {
    return static_cast<int>(
        std::ceil(m_boxes.heightOf(m_tokens, width - 2 * kEdge, textScale(this)) + 2 * kEdge));
}

QSize PromptStrip::sizeHint() const {
    return {kUsualWidth, heightForWidth(std::max(width(), kUsualWidth))};
}

QSize PromptStrip::minimumSizeHint() const {
    return {80, static_cast<int>(std::ceil(m_boxes.heightOf({}, kUsualWidth, textScale(this)) + 2 * kEdge))};
}

void PromptStrip::describe() {
    setAccessibleName(tr("The text, token by token"));
    setAccessibleDescription(m_chosen ? textOf(*m_chosen)
                                      : tr("%n token(s)", nullptr, static_cast<int>(m_tokens.size())));
}

void PromptStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    m_boxes.paint(painter, QPointF(kEdge, kEdge), theme, m_chosen);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Text), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void PromptStrip::mousePressEvent(QMouseEvent* event) {
    if (const auto token = m_boxes.tokenAt(event->position() - QPointF(kEdge, kEdge))) {
        setChosen(token);
        emit tokenChosen(*token);
    }
}

void PromptStrip::walk(int places) {
    const int last = static_cast<int>(m_tokens.size());
    setChosen(std::clamp(m_chosen.value_or(last) + places, 0, last));
    emit tokenChosen(*m_chosen);
}

void PromptStrip::keyPressEvent(QKeyEvent* event) {
    const int many = static_cast<int>(m_tokens.size());
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Home:
        return walk(-many);
    case Qt::Key_End:
        return walk(many);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool PromptStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto token = m_boxes.tokenAt(QPointF(help->pos()) - QPointF(kEdge, kEdge));
        QToolTip::showText(help->globalPos(), token ? textOf(*token) : QString(), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void PromptStrip::resizeEvent(QResizeEvent* event) {
    layOut();
    QWidget::resizeEvent(event);
}

void PromptStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        layOut();
    }
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace neurarium
