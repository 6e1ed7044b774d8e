// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slot_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include "widgets/change_text.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr double kRadius = 6;
constexpr double kPadding = 6;

void paintStar(QPainter& painter, const TimelineScene& scene, const QRectF& place) {
    const QPixmap star = iconPixmap(QStringLiteral("star"), {Token::WarnLine, &scene.theme},
                                    static_cast<int>(place.width()), scene.pixelRatio);
    painter.drawPixmap(place.topLeft(), star);
}

/// Paints the picture at the left of the card and returns what is left of the card.
QRectF paintThumbnail(QPainter& painter, const TimelineScene& scene, const SlotPlace& slot) {
    QRectF rest = slot.place.adjusted(kPadding, 3, -kPadding, -3);
    const auto picture = scene.thumbnails.find(scene.timeline.checkpoints[slot.checkpoint].id);
    if (picture == scene.thumbnails.end() || picture->second.isNull())
        return rest;
    const double side = std::min(rest.height() - 2, 42 * scene.scale);
    const QRectF place(rest.left(), slot.place.center().y() - side / 2, side, side);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, picture->second);
    rest.setLeft(place.right() + kPadding);
    return rest;
}

/// Letter and star at the left, score at the right, the name below when the card is high enough.
void paintCard(QPainter& painter, const TimelineScene& scene, const SlotPlace& slot) {
    const CheckpointInfo& checkpoint = scene.timeline.checkpoints[slot.checkpoint];
    const QRectF rest = paintThumbnail(painter, scene, slot);
    const bool twoLines = rest.height() >= 36 * scene.scale;
    QRectF line = rest;
    if (twoLines)
        line.setHeight(rest.height() / 2);
    const QString letter = QString::fromStdString(checkpoint.letter);
    const QFont bold = Theme::font(TextRole::PanelTitle, scene.scale);
    painter.setFont(bold);
    painter.setPen(scene.theme.color(Token::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, letter);
    if (scene.layout.hasBest && scene.layout.best == slot.checkpoint) {
        const double side = 14 * scene.scale;
        const double x = line.left() + QFontMetricsF(bold).horizontalAdvance(letter) + 4;
        paintStar(painter, scene, QRectF(x, line.center().y() - side / 2, side, side));
    }
    const QFont small = Theme::font(TextRole::Axis, scene.scale);
    painter.setFont(small);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, scoreText(checkpoint));
    if (!twoLines)
        return;
    const QRectF below(rest.left(), line.bottom(), rest.width(), rest.height() / 2);
    painter.setPen(scene.theme.color(Token::Text2));
    const QString name =
        checkpoint.name.empty()
            ? QCoreApplication::translate("SlotPainter", "step %1").arg(countText(checkpoint.step))
            : slotName(checkpoint);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(name, Qt::ElideRight, below.width()));
}

void paintLetter(QPainter& painter, const TimelineScene& scene, const SlotPlace& slot) {
    const CheckpointInfo& checkpoint = scene.timeline.checkpoints[slot.checkpoint];
    const bool chosen = checkpoint.id == scene.chosen;
    QFont font = Theme::boldFont(TextRole::Body, scene.scale);
    const QString letter =
        checkpoint.letter.empty() ? QStringLiteral("•") : QString::fromStdString(checkpoint.letter);
    if (letter.size() > 1)
        font.setPixelSize(font.pixelSize() - 2);
    painter.setFont(font);
    painter.setPen(scene.theme.color(chosen ? Token::Surface : Token::Text));
    painter.drawText(slot.place, Qt::AlignCenter, letter);
    if (scene.layout.hasBest && scene.layout.best == slot.checkpoint) {
        const double side = 12 * scene.scale;
        paintStar(painter, scene,
                  QRectF(slot.place.right() - side / 2, slot.place.top() - side / 2, side, side));
    }
}

void paintFocusRing(QPainter& painter, const TimelineScene& scene, const QRectF& place) {
    constexpr double kAir = 3.5;
    painter.setPen(QPen(scene.theme.color(Token::Text), 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place.adjusted(-kAir, -kAir, kAir, kAir), kRadius + 2, kRadius + 2);
}

} // namespace

void paintSlot(QPainter& painter, const TimelineScene& scene, const SlotPlace& slot) {
    const bool chosen = scene.timeline.checkpoints[slot.checkpoint].id == scene.chosen;
    const int number = scene.layout.branches[slot.branch].number;
    const QColor line = scene.theme.branchLine(number);
    const bool card = slot.form == SlotForm::Card;
    QColor fill = scene.theme.color(chosen && card ? Token::AccentSoft : Token::Surface);
    if (chosen && !card)
        fill = scene.theme.branchText(number);
    const double width = chosen && card ? 3 : 2;
    const double inset = width / 2;
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    const double radius = slot.form == SlotForm::Dot ? 3 : kRadius;
    painter.drawRoundedRect(slot.place.adjusted(inset, inset, -inset, -inset), radius, radius);
    if (card)
        paintCard(painter, scene, slot);
    else if (slot.form == SlotForm::Letter)
        paintLetter(painter, scene, slot);
    if (chosen && scene.focused)
        paintFocusRing(painter, scene, slot.place);
}

QString scoreText(const CheckpointInfo& checkpoint) {
    if (checkpoint.validationAccuracy)
        return percentText(*checkpoint.validationAccuracy, 1);
    return checkpoint.validationLoss ? lossText(*checkpoint.validationLoss) : QString();
}

} // namespace neurarium
