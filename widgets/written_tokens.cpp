// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/written_tokens.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kHigh = 30, kGap = 5, kPadding = 7, kLeast = 24, kBar = 3,
                 kCut = 16; // pixels at the usual text size
const QString kNext = QStringLiteral("?");

QFont tokenFont(double scale) {
    return Theme::font(TextRole::Body, scale);
}

} // namespace

QColor inkOf(const Theme& theme, double probability) {
    const QColor pale = theme.color(Token::Text3), full = theme.color(Token::Text);
    const auto share = static_cast<float>(std::clamp(probability, 0.0, 1.0));
    return QColor::fromRgbF(pale.redF() + (full.redF() - pale.redF()) * share,
                            pale.greenF() + (full.greenF() - pale.greenF()) * share,
                            pale.blueF() + (full.blueF() - pale.blueF()) * share);
}

std::vector<QRectF> WrittenTokens::placed(const std::vector<WrittenToken>& tokens, double width,
                                          double scale) {
    const QFontMetricsF metrics(tokenFont(scale));
    std::vector<QRectF> boxes;
    QPointF at(0, 0);
    for (std::size_t i = 0; i <= tokens.size(); ++i) {
        const QString text = i < tokens.size() ? tokenText(tokens[i].piece.text) : kNext;
        const double wide = std::clamp(metrics.horizontalAdvance(text) + 2 * kPadding * scale, kLeast * scale,
                                       std::max(kLeast * scale, width));
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + (kHigh + kGap) * scale};
        boxes.emplace_back(at, QSizeF(wide, kHigh * scale));
        at.rx() += wide + kGap * scale;
    }
    return boxes;
}

double WrittenTokens::heightOf(const std::vector<WrittenToken>& tokens, double width, double scale) {
    return placed(tokens, width, scale).back().bottom();
}

void WrittenTokens::layOut(const std::vector<WrittenToken>& tokens, const QSizeF& size, double scale,
                           std::optional<int> shown) {
    m_tokens = tokens;
    m_scale = scale;
    m_boxes = placed(tokens, size.width(), scale);
    const double line = (kHigh + kGap) * scale, high = std::max(size.height(), kHigh * scale) + 1;
    m_cut = size.height() > 0 && m_boxes.back().bottom() > high;
    if (!m_cut)
        return;
    const double indent = kCut * scale; // "…" stands there
    m_boxes = placed(tokens, size.width() - indent, scale);
    double hidden = std::ceil((m_boxes.back().bottom() - high) / line) * line;
    if (shown && static_cast<std::size_t>(*shown) < m_boxes.size())
        hidden = std::min(hidden, m_boxes[static_cast<std::size_t>(*shown)].top());
    for (QRectF& box : m_boxes) {
        const bool outside = box.top() < hidden - 1 || box.bottom() - hidden > high;
        box = outside ? QRectF() : box.translated(indent, -hidden);
    }
}

std::optional<int> WrittenTokens::tokenAt(const QPointF& point) const {
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i].contains(point))
            return static_cast<int>(i);
    return std::nullopt;
}

void WrittenTokens::paint(QPainter& painter, const QPointF& origin, const Theme& theme,
                          std::optional<int> chosen) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = tokenFont(m_scale), bold = Theme::boldFont(TextRole::Body, m_scale);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].isNull())
            continue;
        const QRectF box = m_boxes[i].translated(origin).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool next = i == m_tokens.size(), isChosen = chosen == static_cast<int>(i);
        const bool own = !next && m_tokens[i].byNetwork;
        QPen frame(theme.color(next || isChosen ? Token::Accent
                               : own            ? Token::Line
                                                : Token::Ctl),
                   isChosen ? 3
                   : next   ? 2
                            : 1,
                   next && !isChosen ? Qt::DashLine : Qt::SolidLine);
        painter.setPen(frame);
        painter.setBrush(theme.color(isChosen ? Token::AccentSoft : own ? Token::Raised : Token::Surface));
        painter.drawRoundedRect(box, 4, 4);
        painter.setFont(next ? bold : plain);
        if (next) {
            painter.setPen(theme.color(Token::Accent));
            painter.drawText(box, Qt::AlignCenter, kNext);
            continue;
        }
        const auto& probability = m_tokens[i].probability;
        const double share = probability ? std::clamp(double(*probability), 0.0, 1.0) : 1;
        painter.setPen(inkOf(theme, share));
        const QRectF inside = box.adjusted(kPadding * m_scale, 0, -kPadding * m_scale, -kBar);
        painter.drawText(
            inside, Qt::AlignCenter,
            fittedText(tokenText(m_tokens[i].piece.text), QFontMetricsF(plain), inside.width() + 1));
        if (probability) {
            const QRectF bar(box.left() + 3, box.bottom() - kBar - 2, box.width() - 6, kBar);
            painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * share, kBar)),
                             theme.color(Token::Accent));
        }
    }
    if (m_cut) {
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRectF(origin, QSizeF(kCut, kHigh) * m_scale), Qt::AlignCenter, QStringLiteral("…"));
    }
}

} // namespace neurarium
