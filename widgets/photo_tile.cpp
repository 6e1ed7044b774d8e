// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/photo_tile.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/icon.h"

namespace neurarium {

namespace {

constexpr double kFrame = 4;
constexpr double kRadius = 5;
constexpr double kBadge = 26;
constexpr double kWordsGap = 2;
constexpr double kBetweenWords = 4;
constexpr double kLine = 18; ///< height of a line of words at text size 100 %

struct TileLook {
    Token frame;
    Token words;
    Qt::PenStyle style;
    const char* icon;
};

TileLook lookOf(TileState state) {
    switch (state) {
    case TileState::Right:
        return {Token::Good, Token::Good, Qt::SolidLine, "check"};
    case TileState::Wrong:
        return {Token::BadLine, Token::Bad, Qt::DashLine, "cross"};
    case TileState::Unsure:
        return {Token::Ctl, Token::Text2, Qt::DotLine, nullptr};
    case TileState::Waiting:
        break;
    }
    return {Token::Line, Token::Text2, Qt::SolidLine, nullptr};
}

double scaleOf(const QPainter& painter) {
    return painter.font().pixelSize() > 0 ? painter.font().pixelSize() / 14.0 : 1.0;
}

void paintIconAt(QPainter& painter, const Theme& theme, const char* name, const QRectF& place) {
    const QPixmap drawing =
        iconPixmap(QLatin1String(name), {Token::Surface, &theme}, static_cast<int>(place.width()),
                   painter.device()->devicePixelRatioF());
    painter.drawPixmap(place.topLeft(), drawing);
}

void paintBadge(QPainter& painter, const Theme& theme, const TileLook& look, const QRectF& square) {
    constexpr double kIconInset = 5;
    if (look.icon == nullptr)
        return;
    const double side = std::min(kBadge, square.width() / 3);
    const QRectF badge(square.right() - side, square.top(), side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(look.frame));
    painter.drawRoundedRect(badge, kRadius, kRadius);
    paintIconAt(painter, theme, look.icon, badge.adjusted(kIconInset, kIconInset, -kIconInset, -kIconInset));
}

/// "× → ✓": what changed since the slot that the answers are compared with.
void paintChange(QPainter& painter, const Theme& theme, bool nowRight, const QRectF& square) {
    const double scale = scaleOf(painter);
    const QRectF plate(square.left() + 8, square.bottom() - 28 * scale, 50 * scale, 20 * scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(theme.color(Token::Text));
    painter.setFont(Theme::font(TextRole::Mark, scale));
    painter.drawText(plate, Qt::AlignCenter, nowRight ? QStringLiteral("× → ✓") : QStringLiteral("✓ → ×"));
}

void paintPicture(QPainter& painter, const Theme& theme, const QImage& picture, const QRectF& square) {
    const QRectF inside = square.adjusted(kFrame, kFrame, -kFrame, -kFrame);
    painter.fillRect(inside, theme.color(Token::Raised));
    if (picture.isNull())
        return;
    QSizeF size = picture.size();
    size.scale(inside.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), size);
    place.moveCenter(inside.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, picture);
}

void paintWords(QPainter& painter, const Theme& theme, const PhotoTile& tile, const QRectF& place) {
    const double scale = scaleOf(painter);
    const TileLook look = lookOf(tile.state);
    const QFont bold = Theme::boldFont(TextRole::Axis, scale);
    const double numberWidth = QFontMetricsF(bold).horizontalAdvance(tile.confidence) + 1;
    const QFont plain = Theme::font(TextRole::Axis, scale);
    const QFontMetricsF metrics(plain);
    const double between = tile.confidence.isEmpty() ? 0 : kBetweenWords;
    const double needed = std::max(metrics.horizontalAdvance(tile.answer) + between + numberWidth,
                                   metrics.horizontalAdvance(tile.truth) + 1);
    QRectF line(place.left(), place.top() + place.width() + kWordsGap,
                std::clamp(needed, place.width(), std::max(place.width(), tile.wordsRoom)), kLine * scale);
    painter.setFont(bold);
    painter.setPen(theme.color(look.words));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tile.confidence);
    painter.setFont(plain);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(tile.answer, Qt::ElideRight, line.width() - numberWidth - between + 1));
    if (tile.truth.isEmpty())
        return;
    line.translate(0, line.height() - 2);
    painter.setPen(theme.color(look.words));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(tile.truth, Qt::ElideRight, line.width()));
}

} // namespace

TileState tileState(bool right, double confidence) {
    constexpr double kSure = 0.6;
    if (confidence < kSure)
        return TileState::Unsure;
    return right ? TileState::Right : TileState::Wrong;
}

double photoTileHeight(double width, double textScale) {
    return width + kWordsGap + (2 * kLine - 2) * textScale;
}

void paintPhotoTile(QPainter& painter, const Theme& theme, const PhotoTile& tile, const QRectF& place) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(place.topLeft(), QSizeF(place.width(), place.width()));
    const TileLook look = lookOf(tile.state);
    paintPicture(painter, theme, tile.picture, square);
    const double inset = kFrame / 2;
    QPen pen(theme.color(look.frame), kFrame, look.style, Qt::FlatCap, Qt::MiterJoin);
    if (look.style == Qt::DashLine)
        pen.setDashPattern({2, 1.2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), kRadius - 1, kRadius - 1);
    paintBadge(painter, theme, look, square);
    if (tile.changed)
        paintChange(painter, theme, *tile.changed, square);
    if (tile.chosen) {
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(square.adjusted(-3.5, -3.5, 3.5, 3.5), kRadius + 3, kRadius + 3);
    }
    painter.restore();
    painter.save();
    paintWords(painter, theme, tile, place);
    painter.restore();
}

} // namespace neurarium
