// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "widgets/icon.h"
#include "widgets/map_signs.h"
#include "widgets/point_signs.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

void paintAxes(QPainter& painter, const Theme& theme, const QRectF& box) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Ctl), 1.5));
    painter.drawLine(box.topLeft(), box.bottomLeft());
    painter.drawLine(box.bottomLeft(), box.bottomRight());
}

void paintNetwork(QPainter& painter, const Theme& theme, const QRectF& box) {
    constexpr int kRows = 4;
    const double r = box.height() / 12;
    const auto place = [&](int column, int row) {
        return QPointF(box.left() + box.width() * column / 2, box.top() + box.height() * (row + 0.5) / kRows);
    };
    painter.setPen(QPen(theme.color(Token::Accent), 1));
    for (const int column : {0, 1})
        for (int from = 0; from < kRows; ++from)
            for (int to = 0; to < kRows; ++to)
                if ((column == 1 ? from : to) % 2 == 0)
                    painter.drawLine(place(column, from), place(column + 1, to));
    for (int column = 0; column < 3; ++column)
        for (int row = 0; row < kRows; ++row) {
            const bool asleep = column == 1 && row % 2 == 1;
            painter.setPen(QPen(theme.color(asleep ? Token::Ctl : Token::Accent), 2));
            painter.setBrush(theme.color(asleep ? Token::Sleep : Token::Surface));
            painter.drawEllipse(place(column, row), r, r);
        }
}

void paintCats(QPainter& painter, const Theme& theme, const QRectF& box) {
    const std::array<const char*, 3> pets{"cat-head", "dog-head", "cat-loaf"};
    const double side = std::min(box.height(), box.width() / 3.4);
    for (std::size_t i = 0; i < pets.size(); ++i) {
        const double x = box.center().x() + (static_cast<double>(i) - 1) * side * 1.15 - side / 2;
        const QRectF tile(x, box.center().y() - side / 2, side, side);
        const bool right = i < 2;
        painter.setBrush(theme.color(right ? Token::GoodSoft : Token::BadSoft));
        painter.setPen(
            QPen(theme.color(right ? Token::Good : Token::BadLine), 3, right ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(tile.adjusted(1.5, 1.5, -1.5, -1.5));
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(tile.adjusted(4, 4, -4, -4).topLeft(),
                           artPixmap(QLatin1String(pets[i]), static_cast<int>(side) - 8, ratio));
        const QRectF badge(tile.right() - 18, tile.top(), 18, 18);
        painter.fillRect(badge, theme.color(right ? Token::Good : Token::BadLine));
        paintIcon(painter, right ? QStringLiteral("check") : QStringLiteral("cross"),
                  theme.color(Token::Surface), badge.adjusted(3, 3, -3, -3));
    }
}

void paintOverfitting(QPainter& painter, const Theme& theme, const QRectF& box) {
    paintAxes(painter, theme, box);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.bottom() - y * box.height());
    };
    QPainterPath seen(at(0, 0.9));
    seen.cubicTo(at(0.3, 0.2), at(0.6, 0.12), at(1, 0.1));
    QPainterPath fresh(at(0, 0.95));
    fresh.cubicTo(at(0.3, 0.1), at(0.5, 0.2), at(1, 0.9));
    painter.setPen(QPen(theme.color(Token::Accent), 1.5));
    painter.drawPath(seen);
    painter.setPen(QPen(theme.color(Token::Accent), 4));
    painter.drawPath(fresh);
    painter.setPen(QPen(theme.color(Token::Text), 1.5, Qt::DotLine));
    painter.drawLine(at(0.42, 0), at(0.42, 1));
}

void paintBranches(QPainter& painter, const Theme& theme, const QRectF& box) {
    const double high = box.top() + box.height() * 0.3;
    const double low = box.top() + box.height() * 0.78;
    const auto x = [&box](double share) { return box.left() + box.width() * share; };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.branchLine(1), 5));
    painter.drawLine(QPointF(x(0), high), QPointF(x(0.8), high));
    QPainterPath fork(QPointF(x(0.42), high));
    fork.cubicTo(QPointF(x(0.52), low), QPointF(x(0.5), low), QPointF(x(0.9), low));
    painter.setPen(QPen(theme.branchLine(2), 5));
    painter.drawPath(fork);
    const std::array<const char*, 4> letters{"A", "B", "C", "D"};
    const std::array<double, 4> places{0.08, 0.42, 0.8, 0.92};
    painter.setFont(Theme::font(TextRole::PanelTitle));
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool second = i == 3;
        const QRectF slot(x(places[i]) - 14, (second ? low : high) - 14, 28, 28);
        painter.setBrush(theme.color(Token::Surface));
        painter.setPen(QPen(theme.branchLine(second ? 2 : 1), 3));
        painter.drawRoundedRect(slot, 4, 4);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(slot, Qt::AlignCenter, QLatin1String(letters[i]));
    }
}

void paintPoints(QPainter& painter, const Theme& theme, const QRectF& box) {
    QPainterPath wave(box.bottomLeft());
    constexpr int kSteps = 60;
    for (int i = 0; i <= kSteps; ++i) {
        const double share = static_cast<double>(i) / kSteps;
        wave.lineTo(box.left() + share * box.width(),
                    box.center().y() - std::sin(share * 6 - 1) * box.height() / 4);
    }
    wave.lineTo(box.bottomRight());
    painter.fillRect(box, theme.color(Token::AccentSoft));
    painter.setPen(QPen(theme.color(Token::Text), 2));
    painter.setBrush(theme.color(Token::WarnSoft));
    painter.drawPath(wave);
    for (int i = 0; i < 12; ++i) {
        const double share = (i + 0.5) / 12;
        const double edge = box.center().y() - std::sin(share * 6 - 1) * box.height() / 4;
        const bool above = i % 2 == 0;
        const double away = box.height() * (0.12 + 0.02 * (i % 3));
        paintPointSign(painter, theme, {box.left() + share * box.width(), edge + (above ? -away : away)},
                       {above ? 1 : 0, 4, false});
    }
}

/// One word, cut more and more finely from line to line.
void paintTokens(QPainter& painter, const Theme& theme, const QRectF& box) {
    const std::array<QStringList, 3> lines{
        {{QStringLiteral("고양이"), QStringLiteral("가")},
         {QStringLiteral("고"), QStringLiteral("양"), QStringLiteral("이"), QStringLiteral("가")},
         {QStringLiteral("ㄱ"), QStringLiteral("ㅗ"), QStringLiteral("ㅇ"), QStringLiteral("ㅑ"),
          QStringLiteral("ㅇ"), QStringLiteral("ㅇ"), QStringLiteral("ㅣ")}}};
    const double high = box.height() / 3.6;
    painter.setFont(Theme::font(TextRole::Heading));
    const QFontMetricsF metrics(painter.font());
    double y = box.top();
    for (const QStringList& line : lines) {
        double wide = 0;
        for (const QString& piece : line)
            wide += metrics.horizontalAdvance(piece) + 16;
        double x = box.center().x() - wide / 2;
        for (const QString& piece : line) {
            const QRectF tile(x, y, metrics.horizontalAdvance(piece) + 12, high);
            painter.setPen(QPen(theme.color(Token::Accent), 2));
            painter.setBrush(theme.color(Token::Surface));
            painter.drawRoundedRect(tile, 4, 4);
            painter.setPen(theme.color(Token::Text));
            painter.drawText(tile, Qt::AlignCenter, piece);
            x += tile.width() + 4;
        }
        y += high * 1.3;
    }
}

/// A map of attention: the words before, and a bright column.
void paintAttention(QPainter& painter, const Theme& theme, const QRectF& box) {
    constexpr int kWords = 7;
    const double side = box.height() / kWords;
    const QPointF corner(box.center().x() - box.height() / 2, box.top());
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row < kWords; ++row)
        for (int column = 0; column < kWords; ++column) {
            const QRectF cell(corner + QPointF(column * side, row * side), QSizeF(side - 1, side - 1));
            const double owner = column == 2 && row > 3 ? 0.9 : 0;
            const double share = std::max(owner, row == column       ? 0.5
                                                 : row == column + 1 ? 0.7 - owner / 2
                                                                     : 0.05);
            painter.fillRect(cell, column > row ? theme.color(Token::Raised) : Theme::cividis(share));
        }
}

/// Words of three groups, and a ruler to two of them: a short one and a long one.
void paintWordMap(QPainter& painter, const Theme& theme, const QRectF& box) {
    struct Point {
        double x = 0, y = 0;
        int group = 0;
    };
    constexpr Point kPoints[] = {{0.48, 0.3, 0},  {0.33, 0.2, 0},  {0.6, 0.12, 0},
                                 {0.28, 0.52, 1}, {0.15, 0.42, 1}, {0.2, 0.75, 1},
                                 {0.78, 0.78, 2}, {0.9, 0.6, 2},   {0.66, 0.9, 2}};
    const auto place = [&box](const Point& point) {
        return QPointF(box.left() + point.x * box.width(), box.top() + point.y * box.height());
    };
    painter.setPen(QPen(theme.color(Token::Text), 2));
    painter.drawLine(place(kPoints[0]), place(kPoints[3]));
    painter.setPen(QPen(theme.color(Token::Text), 2, Qt::DashLine));
    painter.drawLine(place(kPoints[0]), place(kPoints[6]));
    for (const Point& point : kPoints) {
        const bool measured = &point == &kPoints[0] || &point == &kPoints[3] || &point == &kPoints[6];
        paintGroupSign(painter, theme, place(point), {point.group, measured ? 7.0 : 4.5});
    }
}

} // namespace

void paintLessonPicture(QPainter& painter, const Theme& theme, LessonPicture picture, const QRectF& box) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    switch (picture) {
    case LessonPicture::Network:
        return paintNetwork(painter, theme, box.adjusted(box.width() * 0.2, 0, -box.width() * 0.2, 0));
    case LessonPicture::Cats:
        return paintCats(painter, theme, box);
    case LessonPicture::Overfitting:
        return paintOverfitting(painter, theme, box);
    case LessonPicture::Branches:
        return paintBranches(painter, theme, box);
    case LessonPicture::Points:
        return paintPoints(painter, theme, box);
    case LessonPicture::Tokens:
        return paintTokens(painter, theme, box);
    case LessonPicture::Attention:
        return paintAttention(painter, theme, box);
    case LessonPicture::WordMap:
        return paintWordMap(painter, theme, box);
    }
}

void paintLossSketch(QPainter& painter, const Theme& theme, const QRectF& box) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, theme, box);
    const auto height = [](double share) { return 0.15 + 0.8 * std::exp(-4 * share); };
    QPolygonF thick;
    QPolygonF thin;
    constexpr int kSteps = 70;
    for (int i = 0; i <= kSteps; ++i) {
        const double share = 0.92 * i / kSteps;
        const double noise = 0.05 * std::sin(i * 2.4) * std::cos(i * 1.1);
        thick << QPointF(box.left() + share * box.width(), box.bottom() - height(share) * box.height());
        thin << QPointF(box.left() + share * box.width(),
                        box.bottom() - (height(share) * 0.8 + noise) * box.height());
    }
    painter.setPen(QPen(theme.color(Token::Accent), 1.2));
    painter.drawPolyline(thin);
    painter.setPen(QPen(theme.color(Token::Accent), 3.5));
    painter.drawPolyline(thick);
    painter.setBrush(theme.color(Token::Surface));
    painter.drawEllipse(thick.last(), 6, 6);
}

} // namespace neurarium
