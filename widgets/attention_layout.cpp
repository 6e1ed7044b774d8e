// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QFontMetricsF>

#include "widgets/theme.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

constexpr double kAir = 6;                         ///< pixels between labels and table
constexpr double kMostLeft = 0.28;                 ///< of the width, for the labels at the left
constexpr double kMostTop = 0.3;                   ///< of the height, for the labels above
constexpr double kLongestLabel = 120;              ///< pixels
constexpr double kWidestCell = 2;                  ///< a cell is at most so many times as wide as high
constexpr double kSlant = std::numbers::sqrt2 / 2; ///< sine and cosine of 45°

QFontMetricsF metricsOf(double scale) {
    return QFontMetricsF(Theme::boldFont(TextRole::Axis, scale));
}

/// Every so many tokens one has a label, when a label needs `need` pixels and a token has `have`.
int stepFor(double need, double have, int most) {
    return have > 0 ? std::clamp(static_cast<int>(std::ceil(need / have)), 1, std::max(most, 1)) : most;
}

/// Which tokens of a window get a label: one every `step`, and the marked one instead of its neighbours.
std::vector<int> thinned(int first, int count, int step, std::optional<int> marked) {
    std::vector<int> tokens;
    const bool inside = marked && *marked >= first && *marked < first + count;
    for (int token = first; token < first + count; token += step)
        if (!inside || token == *marked || std::abs(token - *marked) >= step)
            tokens.push_back(token);
    if (inside && std::find(tokens.begin(), tokens.end(), *marked) == tokens.end())
        tokens.insert(std::upper_bound(tokens.begin(), tokens.end(), *marked), *marked);
    return tokens;
}

double widest(const EdgeTexts& tokens, int first, int count, double most) {
    const auto begin = tokens.widths.begin() + first;
    return count > 0 ? std::min(*std::max_element(begin, begin + count), most) : 0;
}

} // namespace

EdgeTexts::EdgeTexts(const QStringList& tokens, double textSize)
    : texts(tokens)
    , scale(textSize) {
    const QFontMetricsF metrics = metricsOf(textSize);
    for (const QString& text : tokens)
        widths.push_back(metrics.horizontalAdvance(text));
}

AttentionLayout::AttentionLayout(const EdgeTexts& tokens, const Wish& wish)
    : m_window(wish.window) {
    const int all = static_cast<int>(tokens.texts.size());
    m_window.count = std::clamp(m_window.count, 0, all);
    m_window.row = std::clamp(m_window.row, 0, all - m_window.count);
    m_window.column = std::clamp(m_window.column, 0, all - m_window.count);
    if (m_window.count == 0)
        return;
    placeTable(tokens, wish);
    placeLeft(tokens, wish);
    placeTop(tokens, wish);
}

void AttentionLayout::placeTable(const EdgeTexts& tokens, const Wish& wish) {
    const double line = metricsOf(tokens.scale).height();
    const double mostLeft = std::min(kLongestLabel * tokens.scale, wish.area.width() * kMostLeft);
    const double left = widest(tokens, m_window.row, m_window.count, mostLeft) + kAir;
    const double room = std::max(wish.area.width() - left, 1.0);
    m_mostTop = std::min(kLongestLabel * tokens.scale, wish.area.height() * kMostTop / kSlant);
    const double longest = widest(tokens, m_window.column, m_window.count, m_mostTop);
    const double flatTop = line + kAir;
    const double flatCell =
        std::min(room, (wish.area.height() - flatTop) * kWidestCell) / static_cast<double>(m_window.count);
    m_rises = longest + kAir > flatCell;
    const double top = m_rises ? (longest + line) * kSlant + kAir : flatTop;
    const double high = std::max(wish.area.height() - top, 1.0);
    m_table = QRectF(wish.area.left() + left, wish.area.top() + top,
                     std::min(tableWidth(tokens, room), high * kWidestCell), high);
}

/// As wide as there is room, when the labels of the last columns stick out over the table.
double AttentionLayout::tableWidth(const EdgeTexts& tokens, double room) const {
    double cell = room / m_window.count;
    if (m_rises) {
        const double cap = metricsOf(tokens.scale).capHeight() / 2;
        for (int i = 0; i < m_window.count; ++i) {
            const double width = tokens.widths[static_cast<std::size_t>(m_window.column + i)];
            const double over = (std::min(width, m_mostTop) + cap) * kSlant;
            cell = std::min(cell, (room - over) / (i + 0.5));
        }
    }
    return std::max(cell * m_window.count, 1.0);
}

void AttentionLayout::placeLeft(const EdgeTexts& tokens, const Wish& wish) {
    const QFontMetricsF metrics = metricsOf(tokens.scale);
    const double most = m_table.left() - kAir - wish.area.left();
    const std::optional<int> marked = wish.marked ? std::optional(wish.marked->row) : std::nullopt;
    // Letters may nearly touch those of the next line; what is between lines is not needed.
    const int step = stepFor(metrics.capHeight() + metrics.descent(), cellSize().height(), m_window.count);
    for (const int token : thinned(m_window.row, m_window.count, step, marked)) {
        const QString text = fittedText(tokens.texts[token], metrics, most);
        const double middle = placeOf({token, m_window.column}).center().y();
        m_left.push_back({token, text, QPointF(m_table.left() - kAir, middle + metrics.capHeight() / 2),
                          metrics.horizontalAdvance(text)});
    }
}

void AttentionLayout::placeTop(const EdgeTexts& tokens, const Wish& wish) {
    const QFontMetricsF metrics = metricsOf(tokens.scale);
    // Two labels at 45° are apart by the distance of their columns times its cosine.
    const double need = m_rises ? metrics.height() * 0.8 / kSlant : 0;
    const std::optional<int> marked = wish.marked ? std::optional(wish.marked->column) : std::nullopt;
    const int step = stepFor(need, cellSize().width(), m_window.count);
    for (const int token : thinned(m_window.column, m_window.count, step, marked)) {
        const QString text = fittedText(tokens.texts[token], metrics, m_mostTop);
        const double width = metrics.horizontalAdvance(text);
        const double middle = placeOf({m_window.row, token}).center().x();
        const double from = m_rises ? middle + metrics.capHeight() / 2 * kSlant : middle - width / 2;
        m_top.push_back({token, text, QPointF(from, m_table.top() - kAir), width});
    }
}

QSizeF AttentionLayout::cellSize() const {
    return m_window.count > 0 ? m_table.size() / m_window.count : QSizeF(0, 0);
}

QRectF AttentionLayout::placeOf(AttentionCell cell) const {
    const QSizeF size = cellSize();
    return {QPointF(m_table.left() + (cell.column - m_window.column) * size.width(),
                    m_table.top() + (cell.row - m_window.row) * size.height()),
            size};
}

int AttentionLayout::placeAlong(double along, double cell) const {
    return std::min(static_cast<int>(along / cell), m_window.count - 1);
}

std::optional<int> AttentionLayout::rowAt(const QPointF& point) const {
    const double along = point.y() - m_table.top();
    if (m_window.count == 0 || along < 0 || point.x() >= m_table.left() || point.y() >= m_table.bottom())
        return std::nullopt;
    return m_window.row + placeAlong(along, cellSize().height());
}

std::optional<int> AttentionLayout::columnAt(const QPointF& point) const {
    if (m_window.count == 0 || point.y() >= m_table.top())
        return std::nullopt;
    // Along a rising label, back down to the edge.
    const double up = m_rises ? m_table.top() - point.y() : 0;
    const double along = point.x() - up - m_table.left();
    if (along < 0 || along >= m_table.width())
        return std::nullopt;
    return m_window.column + placeAlong(along, cellSize().width());
}

std::optional<AttentionCell> AttentionLayout::cellAt(const QPointF& point) const {
    const QPointF inside = point - m_table.topLeft();
    if (m_window.count == 0 || inside.x() < 0 || inside.y() < 0 || inside.x() >= m_table.width() ||
        inside.y() >= m_table.height())
        return std::nullopt;
    const QSizeF size = cellSize();
    return AttentionCell{m_window.row + placeAlong(inside.y(), size.height()),
                         m_window.column + placeAlong(inside.x(), size.width())};
}

} // namespace neurarium
