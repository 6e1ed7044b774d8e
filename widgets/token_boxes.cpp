// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/token_boxes.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kPadding = 5;   ///< left and right of a text
constexpr double kGap = 3;       ///< between boxes
constexpr double kLineHigh = 26; ///< of a box
constexpr double kLeast = 16;    ///< width of a box
constexpr double kRadius = 4;

} // namespace

TokenBoxes::TokenBoxes(const QStringList& texts, double width, double scale)
    : m_scale(scale) {
    const QFontMetricsF metrics(Theme::font(TextRole::Body, scale));
    const double high = kLineHigh * scale, padding = kPadding * scale;
    double x = 0.5, y = 0.5;
    for (const QString& text : texts) {
        const QString shown = fittedText(text, metrics, std::max(width - 2 * padding - 1, 1.0));
        const double wide =
            std::ceil(std::max(metrics.horizontalAdvance(shown) + 2 * padding, kLeast * scale));
        if (x > 1 && x + wide > width) {
            x = 0.5;
            y += high + kGap;
        }
        m_texts << shown;
        m_boxes.emplace_back(x, y, wide, high);
        x += wide + kGap;
    }
    m_height = m_boxes.empty() ? 0 : y + high + 0.5;
}

std::optional<int> TokenBoxes::at(const QPointF& point) const {
    const auto found = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const QRectF& box) {
        return box.adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).contains(point);
    });
    return found == m_boxes.end() ? std::nullopt : std::optional(static_cast<int>(found - m_boxes.begin()));
}

int TokenBoxes::besideLine(int box, int lines) const {
    const QRectF& from = m_boxes[static_cast<std::size_t>(box)];
    const double step = kLineHigh * m_scale + kGap;
    const double line = from.center().y() + lines * step;
    int nearest = box;
    double away = 0;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (std::abs(m_boxes[i].center().y() - line) > step / 2)
            continue;
        const double distance = std::abs(m_boxes[i].center().x() - from.center().x());
        if (nearest == box || distance < away) {
            nearest = static_cast<int>(i);
            away = distance;
        }
    }
    return nearest;
}

void TokenBoxes::paint(QPainter& painter, const Theme& theme, const QRectF& part,
                       std::optional<int> chosen) const {
    painter.setFont(Theme::font(TextRole::Body, m_scale));
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QRectF& box = m_boxes[i];
        if (!box.intersects(part))
            continue;
        const bool filled = chosen == static_cast<int>(i);
        painter.setPen(QPen(theme.color(filled ? Token::Accent : Token::Ctl), filled ? 2 : 1));
        painter.setBrush(theme.color(filled ? Token::AccentSoft : Token::Surface));
        painter.drawRoundedRect(box, kRadius, kRadius);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(box, Qt::AlignCenter, m_texts[static_cast<qsizetype>(i)]);
    }
}

} // namespace neurarium
