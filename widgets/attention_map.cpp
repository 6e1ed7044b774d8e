// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include "widgets/attention_painter.h"
#include "widgets/attention_words.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kFewest = 4; ///< tokens along an edge of the smallest part that is shown
constexpr int kManyTokens = 40;
constexpr double kLegend = 220, kLegendHigh = 22; ///< pixels
constexpr double kMargin = 4;                     ///< pixels, for outlines and the focus ring

} // namespace

AttentionMap::AttentionMap(QWidget* parent)
    : QWidget(parent)
    , m_cells(std::numeric_limits<int>::max())
    , m_coarse(1) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    tell();
}

void AttentionMap::setMaps(const std::shared_ptr<const AttentionMaps>& maps, std::size_t head) {
    const bool sameText = m_maps && maps && m_maps->tokens == maps->tokens;
    m_maps = maps;
    m_head = head;
    if (!sameText) {
        m_edge = maps ? EdgeTexts(AttentionWords::tokens(*maps), textScale(this)) : EdgeTexts();
        m_window = {0, 0, tokens()};
        m_marked = m_pointed = std::nullopt;
        placeAnew();
    }
    tell();
    update();
}

const AttentionHead* AttentionMap::head() const {
    return m_maps && m_head < m_maps->heads.size() ? &m_maps->heads[m_head] : nullptr;
}

QString AttentionMap::markedPair() const {
    const auto cell = marked();
    return cell ? AttentionWords::pair(m_edge.texts[cell->row], m_edge.texts[cell->column]) : QString();
}

QString AttentionMap::markedValue() const {
    const auto cell = marked();
    return cell && m_maps ? AttentionWords::share(AttentionWords::weight(*m_maps, m_head, *cell)) : QString();
}

void AttentionMap::setMarked(std::optional<AttentionCell> cell) {
    if (cell && tokens() == 0)
        cell = std::nullopt;
    if (cell)
        *cell = {std::clamp(cell->row, 0, tokens() - 1), std::clamp(cell->column, 0, tokens() - 1)};
    m_pointed = std::nullopt;
    if (cell == m_marked)
        return;
    m_marked = cell;
    if (cell)
        scrollTo(*cell);
    placeAnew();
    tell();
}

void AttentionMap::choose(AttentionCell cell) {
    setMarked(cell);
    if (m_marked)
        emit cellChosen(m_marked->row, m_marked->column);
}

void AttentionMap::point(std::optional<AttentionCell> cell) {
    if (cell == m_pointed)
        return;
    m_pointed = cell;
    placeAnew();
}

void AttentionMap::scrollTo(AttentionCell cell) {
    const auto follow = [count = m_window.count](int& first, int token) {
        first = std::clamp(first, token - count + 1, token);
    };
    follow(m_window.row, cell.row);
    follow(m_window.column, cell.column);
}

void AttentionMap::zoomTo(int count, AttentionCell around) {
    count = std::clamp(count, std::min(kFewest, tokens()), tokens());
    if (count == m_window.count)
        return;
    // What is under the mouse stays there.
    const double row = m_window.count > 0 ? double(around.row - m_window.row) / m_window.count : 0;
    const double column = m_window.count > 0 ? double(around.column - m_window.column) / m_window.count : 0;
    m_window = {std::clamp(around.row - static_cast<int>(row * count), 0, tokens() - count),
                std::clamp(around.column - static_cast<int>(column * count), 0, tokens() - count), count};
    placeAnew();
}

void AttentionMap::placeAnew() {
    m_places.reset();
    m_edges = {};
    update();
}

QRectF AttentionMap::mapArea() const {
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin - legendArea().height());
}

/// The scale of colours, below the map.
QRectF AttentionMap::legendArea() const {
    const double scale = textScale(this);
    const double wide = std::min<double>(kLegend * scale, width() - 2 * kMargin), high = kLegendHigh * scale;
    return {width() - kMargin - wide, height() - kMargin - high, wide, high};
}

const AttentionLayout& AttentionMap::places() const {
    if (!m_places)
        m_places.emplace(m_edge, AttentionLayout::Wish{mapArea(), m_window, marked()});
    return *m_places;
}

/// Told anew to screen readers whenever it changes.
void AttentionMap::tell() {
    setAccessibleName(tr("Attention map: rows look, columns are looked at"));
    const QString words = marked() ? markedPair() + QStringLiteral(": ") + markedValue()
                                   : tr("Arrow keys go from cell to cell, Page keys from head to head.");
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

QSize AttentionMap::sizeHint() const {
    return {340, 300};
}

QSize AttentionMap::minimumSizeHint() const {
    return {150, 130};
}

/// Brought up to date when it is painted, so that a map that is not seen costs nothing.
const WeightImage& AttentionMap::picture() {
    const AttentionLayout& place = places();
    const int pixels =
        static_cast<int>(std::min(place.table().width(), place.table().height()) * devicePixelRatioF());
    const bool coarse = m_window.count == tokens() && pixels < tokens();
    WeightImage& shown = coarse ? m_coarse : m_cells;
    if (coarse)
        m_coarse.setMostPixels(pixels);
    shown.show(m_maps, m_head);
    return shown;
}

void AttentionMap::paintEdges() {
    const QSize pixels = size() * devicePixelRatioF();
    if (m_edges.size() == pixels)
        return;
    m_edges = QPixmap(pixels);
    m_edges.setDevicePixelRatio(devicePixelRatioF());
    m_edges.fill(Qt::transparent);
    QPainter painter(&m_edges);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const AttentionPainter::Scene scene{places(), Theme::of(this), textScale(this),
                                        tokens(), m_maps->causal,  marked()};
    AttentionPainter(painter, scene).edges();
}

/// How a long text is seen larger.
void AttentionMap::paintHint(QPainter& painter) const {
    const QString words = m_window.count == tokens() ? tr("+ or wheel: larger") : tr("0: all of it");
    const QFont font = Theme::font(TextRole::Axis, textScale(this));
    const QRectF legend = legendArea();
    const QRectF place(kMargin, legend.top(), legend.left() - 2 * kMargin, legend.height());
    if (tokens() < kManyTokens || QFontMetricsF(font).horizontalAdvance(words) > place.width())
        return;
    painter.setFont(font);
    painter.setPen(Theme::of(this).color(Token::Text2));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void AttentionMap::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    if (head() != nullptr && tokens() > 0) {
        paintEdges();
        painter.drawPixmap(0, 0, m_edges);
        const AttentionPainter::Scene scene{places(), theme,          textScale(this),
                                            tokens(), m_maps->causal, marked()};
        AttentionPainter parts(painter, scene);
        parts.weights(picture().image());
        if (head()->off)
            parts.strike();
        painter.setRenderHint(QPainter::Antialiasing);
        parts.marks();
        AttentionPainter::legend(painter, theme, textScale(this), legendArea());
        paintHint(painter);
        parts.label(markedPair(), markedValue(), rect());
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
}

void AttentionMap::resizeEvent(QResizeEvent* event) {
    placeAnew();
    QWidget::resizeEvent(event);
}

void AttentionMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
        m_edge = EdgeTexts(m_edge.texts, textScale(this));
        [[fallthrough]];
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        tell();
        placeAnew();
        break;
    default:
        break;
    }
}

} // namespace neurarium
