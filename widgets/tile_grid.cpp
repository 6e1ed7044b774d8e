// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tile_grid.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/text_scale.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr double kGap = 10, kMostGap = 40;
constexpr double kBarelyLarger = 2; ///< than with fewer columns, whose words have more room
constexpr double kWordsApart = 6;   ///< between the words of two tiles
constexpr double kMargin = 4;

} // namespace

TileGrid::TileGrid(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    reshape();
}

void TileGrid::setTiles(std::vector<PhotoTile> tiles) {
    m_tiles = std::move(tiles);
    if (m_chosen >= static_cast<int>(m_tiles.size()))
        m_chosen = -1;
    describe();
    update();
}

void TileGrid::setTileWidths(int least, int most) {
    m_least = least;
    m_most = std::max(least, most);
    reshape();
}

void TileGrid::setWanted(int count) {
    m_wanted = count;
    reshape();
}

/// The columns and rows that show the wanted number at the largest size, or as many as fit at the least size.
TileGrid::Shape TileGrid::bestShape(int least) const {
    const double scale = textScale(this);
    const double wide = std::max(width() - 2 * kMargin, 1.0);
    const double high = std::max(height() - 2 * kMargin, 1.0);
    Shape best;
    int bestCount = 0;
    const int mostColumns = std::max(static_cast<int>((wide + kGap) / (least + kGap)), 1);
    for (int columns = 1; columns <= mostColumns; ++columns) {
        double side = std::min((wide - (columns - 1) * kGap) / columns, static_cast<double>(m_most));
        const auto rowsAt = [&](double tile) {
            return static_cast<int>((high + kGap) / (photoTileHeight(tile, scale) + kGap));
        };
        const int wantedRows = m_wanted > 0 ? (m_wanted + columns - 1) / columns : rowsAt(side);
        while (rowsAt(side) < wantedRows && side > least)
            side -= 1;
        const int rows = std::clamp(rowsAt(side), 1, std::max(wantedRows, 1));
        const int count = m_wanted > 0 ? std::min(columns * rows, m_wanted) : columns * rows;
        if (count > bestCount || (count == bestCount && side > best.width + kBarelyLarger)) {
            best = {columns, rows, std::max(side, 1.0)};
            bestCount = count;
        }
    }
    return best;
}

void TileGrid::reshape() {
    const int before = capacity();
    m_shape = bestShape(static_cast<int>(m_least * textScale(this)));
    update();
    if (capacity() != before)
        emit capacityChanged(capacity());
}

int TileGrid::capacity() const {
    const int places = m_shape.columns * m_shape.rows;
    return m_wanted > 0 ? std::min(places, m_wanted) : places;
}

/// Between two columns and behind the last: what is left over, within limits.
double TileGrid::gapBetween() const {
    const double left = width() - 2 * kMargin - m_shape.columns * m_shape.width;
    return std::clamp(left / m_shape.columns, kGap, kMostGap);
}

QRectF TileGrid::placeOf(int tile) const {
    const double high = photoTileHeight(m_shape.width, textScale(this));
    const double gap = gapBetween();
    const int column = tile % m_shape.columns;
    const int row = tile / m_shape.columns;
    return {kMargin + column * (m_shape.width + gap), kMargin + row * (high + kGap), m_shape.width, high};
}

std::optional<int> TileGrid::tileAt(const QPointF& point) const {
    const int shown = std::min(static_cast<int>(m_tiles.size()), capacity());
    for (int tile = 0; tile < shown; ++tile)
        if (placeOf(tile).contains(point))
            return tile;
    return std::nullopt;
}

void TileGrid::setChosen(int tile) {
    if (tile == m_chosen || tile < -1 || tile >= std::min(static_cast<int>(m_tiles.size()), capacity()))
        return;
    m_chosen = tile;
    describe();
    update();
    if (tile >= 0)
        emit tileChosen(tile);
}

void TileGrid::describe() {
    if (m_chosen < 0) {
        setAccessibleName(tr("Photos with answers: %1").arg(m_tiles.size()));
        return;
    }
    const PhotoTile& tile = m_tiles[static_cast<std::size_t>(m_chosen)];
    const QString truth = tile.state == TileState::Right ? tr("right") : tile.truth;
    setAccessibleName(!tile.sentence.isEmpty()
                          ? tile.sentence
                          : QStringList{tile.answer, tile.confidence, truth}.join(QStringLiteral(", ")));
}

QSize TileGrid::sizeHint() const {
    constexpr int kColumns = 6;
    const double high = photoTileHeight(86, textScale(this));
    return {static_cast<int>(kColumns * (86 + kGap)), static_cast<int>(2 * (high + kGap))};
}

QSize TileGrid::minimumSizeHint() const {
    return {m_least, static_cast<int>(photoTileHeight(m_least, textScale(this)) + 2 * kMargin)};
}

bool TileGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto under = tileAt(help->pos());
    QString words;
    if (under) {
        const PhotoTile& tile = m_tiles[static_cast<std::size_t>(*under)];
        words =
            tile.confidence.isEmpty() ? tile.answer : tr("It says %1, %2.").arg(tile.answer, tile.confidence);
        if (!tile.truth.isEmpty())
            words += QStringLiteral("\n") + tile.truth;
        if (!tile.sentence.isEmpty())
            words = tile.sentence;
    }
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

void TileGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    else if (event->type() == QEvent::FontChange)
        reshape();
    update();
}

void TileGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setFont(Theme::font(TextRole::Body, textScale(this)));
    const Theme& theme = Theme::of(this);
    const int shown = std::min(static_cast<int>(m_tiles.size()), capacity());
    for (int tile = 0; tile < shown; ++tile) {
        const QRectF place = placeOf(tile);
        if (!event->rect().intersects(place.toAlignedRect()))
            continue;
        PhotoTile drawn = m_tiles[static_cast<std::size_t>(tile)];
        drawn.chosen = tile == m_chosen && hasFocus();
        drawn.wordsRoom = place.width() + gapBetween() - kWordsApart;
        paintPhotoTile(painter, theme, drawn, place);
    }
}

void TileGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    reshape();
}

void TileGrid::mousePressEvent(QMouseEvent* event) {
    const auto under = tileAt(event->position());
    if (under)
        setChosen(*under);
}

void TileGrid::keyPressEvent(QKeyEvent* event) {
    int step = 0;
    if (event->key() == Qt::Key_Left)
        step = -1;
    else if (event->key() == Qt::Key_Right)
        step = 1;
    else if (event->key() == Qt::Key_Up)
        step = -m_shape.columns;
    else if (event->key() == Qt::Key_Down)
        step = m_shape.columns;
    else
        return QWidget::keyPressEvent(event);
    setChosen(m_chosen < 0 ? 0 : m_chosen + step < 0 ? m_chosen : m_chosen + step);
}

void TileGrid::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (m_chosen < 0)
        setChosen(0);
    update();
}

void TileGrid::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace neurarium
