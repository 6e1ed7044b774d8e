// SPDX-License-Identifier: GPL-3.0-or-later
// How the confusion matrix is drawn.
#include <QFontMetricsF>
#include <QPainter>

#include "widgets/confusion_grid.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr double kPadding = 8;
constexpr int kFewClasses = 3; ///< up to here the headings are whole sentences

void drawElided(QPainter& painter, const QRectF& place, int flags, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    painter.drawText(place, flags, metrics.elidedText(text, Qt::ElideRight, place.width()));
}

/// Writes from the bottom to the top.
void drawStanding(QPainter& painter, const QRectF& place, const QString& text) {
    painter.save();
    painter.translate(place.center().x(), place.bottom());
    painter.rotate(-90);
    drawElided(painter, QRectF(0, -place.width(), place.height(), 2 * place.width()),
               Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.restore();
}

/// The largest of the roles whose digits fit into the cell.
TextRole numberRole(const QRectF& cell, const QString& number, double scale) {
    for (const TextRole role :
         {TextRole::Number, TextRole::Counter, TextRole::Heading, TextRole::PanelTitle}) {
        const QFontMetricsF metrics(Theme::font(role, scale));
        if (metrics.height() <= cell.height() * 0.62 &&
            metrics.horizontalAdvance(number) + 2 * kPadding <= cell.width() * 0.6)
            return role;
    }
    return TextRole::Mark;
}

} // namespace

void ConfusionGrid::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (classes() == 0)
        return;
    paintHeadings(painter);
    for (int truth = 0; truth < classes(); ++truth)
        for (int said = 0; said < classes(); ++said)
            paintCell(painter, {truth, said});
}

void ConfusionGrid::paintHeadings(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    const QFont plain = Theme::font(TextRole::Axis, scale);
    const QFont bold = Theme::boldFont(TextRole::Axis, scale);
    const bool few = classes() <= kFewClasses;
    const double line = 20 * scale;
    const QRectF table = placeOf({0, 0}).united(placeOf({classes() - 1, classes() - 1}));
    painter.setPen(theme.color(Token::Text2));
    painter.setFont(plain);
    if (!few) {
        painter.drawText(QRectF(table.left(), 0, table.width(), line), Qt::AlignCenter, tr("it says"));
        painter.drawText(QRectF(0, table.top() - line - 4, table.left() - 6, line),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("it is"));
    }
    for (int number = 0; number < classes(); ++number) {
        const QString name = m_names.value(number);
        const QRectF row = placeOf({number, 0});
        const QRectF column = placeOf({0, number});
        const QRectF above(column.left(), table.top() - line - 4, column.width(), line);
        QRectF beside(0, row.center().y() - (few ? line : line / 2), row.left() - 8, line);
        painter.setFont(plain);
        painter.setPen(theme.color(Token::Text2));
        if (few) {
            drawElided(painter, beside, Qt::AlignLeft | Qt::AlignVCenter, tr("it is"));
            beside.translate(0, line);
        }
        painter.setFont(bold);
        painter.setPen(theme.color(Token::Text));
        drawElided(painter, beside, Qt::AlignLeft | Qt::AlignVCenter, name);
        if (namesStand())
            drawStanding(painter, QRectF(column.left(), line, column.width(), table.top() - line - 4), name);
        else
            drawElided(painter, above, Qt::AlignCenter, few ? tr("it says %1").arg(name) : name);
    }
}

/// Number and share at the top left, the sign at the top right, pictures at the bottom.
void ConfusionGrid::paintCell(QPainter& painter, Cell cell) const {
    constexpr double kRadius = 6;
    const Theme& theme = Theme::of(this);
    const double scale = textScale(this);
    const QRectF place = placeOf(cell);
    const bool right = cell.first == cell.second;
    const bool any = count(cell) > 0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(!any ? Token::Raised : right ? Token::GoodSoft : Token::BadSoft));
    painter.drawRoundedRect(place, kRadius, kRadius);

    if (hasFocus() && cell == m_current) {
        painter.setPen(QPen(theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), kRadius, kRadius);
    }

    const QString number = countText(count(cell));
    const TextRole role = numberRole(place, number, scale);
    const bool roomy = role != TextRole::Mark;
    const bool pictures = showsThumbnails();
    const QFont font = Theme::font(role, scale);
    const QFontMetricsF metrics(font);
    if (!any && !roomy)
        return;
    QRectF line = roomy ? place.adjusted(kPadding, 2, -kPadding, -2) : place;
    if (pictures)
        line.setHeight(metrics.height());
    painter.setFont(font);
    painter.setPen(theme.color(any ? Token::Text : Token::Text3));
    painter.drawText(line, (roomy ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter, number);
    if (!any || !roomy)
        return;
    const double side = std::min(20 * scale, line.height());
    const QRectF sign(line.right() - side, line.center().y() - side / 2, side, side);
    const double left = line.left() + metrics.horizontalAdvance(number) + kPadding;
    const QFont small = Theme::font(TextRole::Axis, scale);
    const QString percent = percentText(share(cell));
    const double wide = QFontMetricsF(small).horizontalAdvance(percent);
    painter.setFont(small);
    painter.setPen(theme.color(Token::Text2));
    if (left + wide <= sign.left() - 2)
        painter.drawText(QRectF(left, line.top(), wide + 1, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         percent);
    const QPixmap drawing =
        iconPixmap(right ? QStringLiteral("check") : QStringLiteral("cross"),
                   {right ? Token::Good : Token::Bad, &theme}, static_cast<int>(side), devicePixelRatioF());
    painter.drawPixmap(sign.topLeft(), drawing);
    if (pictures)
        paintThumbnails(painter, cell, place.adjusted(kPadding + 4, line.height() + 4, -kPadding, -kPadding));
}

void ConfusionGrid::paintThumbnails(QPainter& painter, Cell cell, const QRectF& place) const {
    constexpr double kMostSide = 26;
    constexpr double kAir = 4;
    const auto index = static_cast<std::size_t>(cell.first * classes() + cell.second);
    const double side = std::min(kMostSide * textScale(this), place.height());
    if (side < kMostSide / 2)
        return;
    double x = place.left();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const QImage& picture : m_thumbnails[index]) {
        if (x + side > place.right())
            break;
        painter.drawImage(QRectF(x, place.bottom() - side, side, side), picture);
        x += side + kAir;
    }
}

} // namespace neurarium
