// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_painter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/number_text.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kGridFrom = 7;     ///< pixels of a cell from which cells are told apart by lines
constexpr double kBigEnough = 0.36; ///< of the table, for the words in its empty half

} // namespace

AttentionPainter::AttentionPainter(QPainter& painter, const Scene& scene)
    : m_painter(painter)
    , m_scene(scene) {}

void AttentionPainter::edges() {
    const AttentionLayout& layout = m_scene.layout;
    const QFont plain = Theme::font(TextRole::Axis, m_scene.scale);
    const QFont bold = Theme::boldFont(TextRole::Axis, m_scene.scale);
    const auto begin = [&](bool marked) {
        m_painter.setFont(marked ? bold : plain);
        m_painter.setPen(m_scene.theme.color(marked ? Token::Text : Token::Text2));
    };
    for (const EdgeLabel& label : layout.left()) {
        const bool marked = m_scene.marked && m_scene.marked->row == label.token;
        begin(marked);
        const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(label.text);
        if (marked) {
            const QRectF row = layout.placeOf({label.token, layout.window().column});
            const double high = std::max(row.height(), QFontMetricsF(bold).height());
            m_painter.fillRect(QRectF(label.place.x() - width - 6, row.center().y() - high / 2,
                                      layout.table().left() - label.place.x() + width + 6, high),
                               m_scene.theme.color(Token::AccentSoft));
        }
        m_painter.drawText(label.place - QPointF(width, 0), label.text);
    }
    for (const EdgeLabel& label : layout.top()) {
        begin(m_scene.marked && m_scene.marked->column == label.token);
        m_painter.save();
        m_painter.translate(label.place);
        if (layout.topRises())
            m_painter.rotate(-45);
        m_painter.drawText(QPointF(0, 0), label.text);
        m_painter.restore();
    }
}

void AttentionPainter::weights(const QImage& image, bool asShapes) {
    const AttentionLayout& layout = m_scene.layout;
    const AttentionWindow& window = layout.window();
    m_painter.fillRect(layout.table(), m_scene.theme.color(Token::Raised));
    if (image.isNull() || window.count == 0)
        return;
    if (asShapes && image.width() == m_scene.tokens) {
        for (int row = window.row; row < window.row + window.count; ++row)
            for (int column = window.column; column < window.column + window.count; ++column)
                if (const QRgb color = image.pixel(column, row); qAlpha(color) != 0)
                    m_painter.fillRect(layout.placeOf({row, column}), QColor(color));
    } else {
        const double pixels = static_cast<double>(image.width()) / m_scene.tokens;
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(layout.table(), image,
                            QRectF(window.column * pixels, window.row * pixels, window.count * pixels,
                                   window.count * pixels));
    }
    grid();
    unreadWords();
}

void AttentionPainter::grid() {
    const AttentionLayout& layout = m_scene.layout;
    const QRectF& table = layout.table();
    const QSizeF cell = layout.cellSize();
    if (std::min(cell.width(), cell.height()) < kGridFrom)
        return;
    m_painter.setPen(QPen(m_scene.theme.color(Token::Surface), 1));
    for (int i = 1; i < layout.window().count; ++i) {
        const double x = std::round(table.left() + i * cell.width()) + 0.5;
        const double y = std::round(table.top() + i * cell.height()) + 0.5;
        m_painter.drawLine(QPointF(x, table.top()), QPointF(x, table.bottom()));
        m_painter.drawLine(QPointF(table.left(), y), QPointF(table.right(), y));
    }
}

/// Says why the upper half is empty, where the whole of it is seen.
void AttentionPainter::unreadWords() {
    const AttentionLayout& layout = m_scene.layout;
    const AttentionWindow& window = layout.window();
    if (!m_scene.causal || window.row != window.column || window.count < 3)
        return;
    const QRectF& table = layout.table();
    const QFont font = Theme::font(TextRole::Axis, m_scene.scale);
    const QFontMetricsF metrics(font);
    const QString words = tr("words not read yet");
    const double width = metrics.horizontalAdvance(words) + 8;
    const QRectF place(table.right() - width - 4, table.top() + table.height() * 0.1, width,
                       metrics.height());
    // It has to lie above the diagonal.
    const double diagonal = (place.left() - table.left()) / table.width();
    if (width > table.width() * (1 - kBigEnough) ||
        place.bottom() > table.top() + diagonal * table.height() - 2)
        return;
    m_painter.fillRect(place, m_scene.theme.color(Token::Raised));
    m_painter.setFont(font);
    m_painter.setPen(m_scene.theme.color(Token::Text2));
    m_painter.drawText(place, Qt::AlignCenter, words);
}

void AttentionPainter::marks() {
    if (!m_scene.marked)
        return;
    const AttentionLayout& layout = m_scene.layout;
    const QRectF& table = layout.table();
    const QRectF cell = layout.placeOf(*m_scene.marked);
    const int last = m_scene.causal ? m_scene.marked->row : m_scene.tokens - 1;
    QRectF row(table.left(), cell.top(), layout.placeOf({m_scene.marked->row, last}).right() - table.left(),
               cell.height());
    m_painter.save();
    m_painter.setClipRect(table.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    m_painter.setBrush(Qt::NoBrush);
    const auto frame = [this](const QRectF& box, double width, Token token) {
        m_painter.setPen(
            QPen(m_scene.theme.color(token), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        m_painter.drawRect(box);
    };
    row = row.intersected(table);
    frame(row, 4, Token::Surface);
    frame(row, 2, Token::Text);
    frame(cell, 5, Token::Surface);
    frame(cell, 3, Token::Text);
    m_painter.restore();
}

void AttentionPainter::strikeThrough(QPainter& painter, const Theme& theme, const QRectF& map) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [width, token] : {std::pair{5.0, Token::Surface}, std::pair{2.0, Token::Text}}) {
        painter.setPen(QPen(theme.color(token), width));
        painter.drawLine(map.topLeft(), map.bottomRight());
        painter.drawLine(map.bottomLeft(), map.topRight());
    }
    painter.restore();
}

void AttentionPainter::strike() {
    strikeThrough(m_painter, m_scene.theme, m_scene.layout.table());
    unreadWords(); // they stay readable
}

void AttentionPainter::label(const QString& words, const QString& number, const QRectF& within) {
    if (!m_scene.marked)
        return;
    constexpr double kPadding = 8;
    constexpr double kAway = 8;
    const QFont plain = Theme::font(TextRole::Axis, m_scene.scale);
    const QFont bold = Theme::boldFont(TextRole::Body, m_scene.scale);
    const QFontMetricsF small(plain), large(bold);
    const double width =
        std::max(small.horizontalAdvance(words), large.horizontalAdvance(number)) + 2 * kPadding;
    const QRectF cell = m_scene.layout.placeOf(*m_scene.marked);
    QRectF box(0, 0, std::ceil(width), std::ceil(small.height() + large.height() + kPadding));
    box.moveCenter(cell.center());
    box.moveLeft(cell.right() + kAway);
    if (box.right() > within.right())
        box.moveRight(cell.left() - kAway);
    box.moveLeft(
        std::clamp(box.left(), within.left(), std::max(within.left(), within.right() - box.width())));
    box.moveTop(std::clamp(box.top(), within.top(), std::max(within.top(), within.bottom() - box.height())));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.theme.color(Token::Text));
    m_painter.drawRoundedRect(box, 4, 4);
    m_painter.setPen(m_scene.theme.color(Token::Surface));
    m_painter.setFont(plain);
    const QRectF inside = box.adjusted(kPadding, kPadding / 2, -kPadding, -kPadding / 2);
    m_painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, words);
    m_painter.setFont(bold);
    m_painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, number);
}

void AttentionPainter::legend(QPainter& painter, const Theme& theme, double scale, const QRectF& place) {
    constexpr int kStops = 10;
    constexpr double kHigh = 12;
    const QFont font = Theme::font(TextRole::Axis, scale);
    const QFontMetricsF metrics(font);
    const QString none = percentText(0), all = percentText(1);
    const double left = metrics.horizontalAdvance(none) + 8, right = metrics.horizontalAdvance(all) + 8;
    const QRectF bar(place.left() + left, place.center().y() - kHigh / 2, place.width() - left - right,
                     kHigh);
    if (bar.width() < kHigh)
        return;
    QLinearGradient scaleOfColors(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= kStops; ++i)
        scaleOfColors.setColorAt(static_cast<double>(i) / kStops,
                                 Theme::cividis(static_cast<double>(i) / kStops));
    painter.fillRect(bar, scaleOfColors);
    painter.setFont(font);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, none);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, all);
}

} // namespace neurarium
