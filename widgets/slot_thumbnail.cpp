// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slot_thumbnail.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "widgets/photo_tile.h"
#include "widgets/picture_image.h"
#include "widgets/point_signs.h"
#include "widgets/theme.h"
#include "widgets/value_map_image.h"
#include "widgets/weight_image.h"

namespace neurarium {

namespace {

constexpr int kSide = 144; ///< pixels: twice what the largest place for it needs
constexpr double kGap = 6;
constexpr double kFrame = 8;

QPen frameOf(TileState state, const Theme& theme) {
    switch (state) {
    case TileState::Right:
        return {theme.color(Token::Good), kFrame, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
    case TileState::Wrong: {
        QPen pen(theme.color(Token::BadLine), kFrame, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
        pen.setDashPattern({1.6, 0.9});
        return pen;
    }
    case TileState::Unsure:
    case TileState::Waiting:
        break;
    }
    QPen pen(theme.color(Token::Ctl), kFrame, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({0.6, 0.6});
    return pen;
}

void paintCross(QPainter& painter, const Theme& theme, const QRectF& tile) {
    const double side = tile.width() * 0.38;
    const QRectF badge(tile.right() - side, tile.top(), side, side);
    painter.fillRect(badge, theme.color(Token::BadLine));
    const QRectF cross = badge.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3);
    painter.setPen(QPen(theme.color(Token::Surface), side * 0.16));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
}

struct Tile {
    QImage picture;
    QRectF place;
    TileState state = TileState::Waiting;
};

void paintTile(QPainter& painter, const Theme& theme, const Tile& tile) {
    painter.drawImage(tile.place.adjusted(kFrame, kFrame, -kFrame, -kFrame), tile.picture);
    painter.setPen(frameOf(tile.state, theme));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(tile.place.adjusted(kFrame / 2, kFrame / 2, -kFrame / 2, -kFrame / 2));
    if (tile.state == TileState::Wrong)
        paintCross(painter, theme, tile.place);
}

/// One picture fills the place; up to four share it.
void paintPictures(QPainter& painter, const Theme& theme, const SlotView& view) {
    const std::size_t count = std::min({view.pictures.size(), view.truth.size(), view.answers.size()});
    const int columns = count > 1 ? 2 : 1;
    const double side = (kSide - kGap * (columns - 1)) / columns;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 4); ++i) {
        const auto place = static_cast<int>(i);
        const QRectF square(place % columns * (side + kGap), place / columns * (side + kGap), side, side);
        const Prediction& answer = view.answers[i];
        const bool right = answer.predicted == view.truth[i];
        paintTile(
            painter, theme,
            {toImage(view.pictures[i]), square, tileState(right, static_cast<double>(answer.confidence))});
    }
}

void paintPlane(QPainter& painter, const Theme& theme, const SlotView& view, const PointSet* points) {
    constexpr double kStrength = 0.7;
    constexpr double kPoint = 4;
    painter.drawImage(QRectF(0, 0, kSide, kSide), toImage(view.decision, theme, kStrength));
    for (std::size_t i = 0; points != nullptr && i < points->x.size(); ++i) {
        if (!points->validation[i])
            continue;
        const auto target = static_cast<double>(points->targets[i]);
        const QPointF place((static_cast<double>(points->x[i]) + 1) / 2 * kSide,
                            (1 - static_cast<double>(points->y[i])) / 2 * kSide);
        paintPointSign(painter, theme, place,
                       {points->classes ? static_cast<int>(std::lround(target)) : target > 0, kPoint, false});
    }
}

/// All heads as one: of each weight the largest that any head gives.
std::shared_ptr<const AttentionMaps> largestOfHeads(const AttentionMaps& maps) {
    auto largest = std::make_shared<AttentionMaps>(maps);
    largest->heads.resize(1);
    std::vector<float>& weights = largest->heads.front().weights;
    for (const AttentionHead& head : maps.heads)
        for (std::size_t i = 0; i < std::min(weights.size(), head.weights.size()); ++i)
            weights[i] = std::max(weights[i], head.weights[i]);
    return largest;
}

/// What is not read yet stays as clear as on the map itself, whatever the theme.
void paintAttention(QPainter& painter, const AttentionMaps& maps) {
    WeightImage cells(kSide);
    cells.show(largestOfHeads(maps), 0);
    painter.drawImage(QRect(0, 0, kSide, kSide),
                      cells.image().scaled(kSide, kSide)); // cells with sharp edges
}

} // namespace

QImage slotThumbnail(const SlotView& view, const PointSet* points) {
    const bool plane = !view.decision.values.empty();
    const bool attention = !view.attention.heads.empty();
    if (!plane && !attention && view.pictures.empty())
        return {};
    QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Theme& theme = Theme::light();
    if (plane)
        paintPlane(painter, theme, view, points);
    else if (attention)
        paintAttention(painter, view.attention);
    else
        paintPictures(painter, theme, view);
    return image;
}

} // namespace neurarium
