// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "widgets/theme.h"

class QPainter;
class QRectF;

namespace neurarium {

/// What an icon drawing is painted with: a token of a theme.
struct IconColor {
    Token token = Token::Text;
    const Theme* theme = &Theme::light();
};

/// The project's icon of that name ("play", "warn" ...) in one colour; disabled ones are in `Text3`.
/// An unknown name gives an empty icon.
QIcon icon(const QString& name, IconColor color);
/// The same as a picture of `side` logical pixels, sharp at the given device pixel ratio.
QPixmap iconPixmap(const QString& name, IconColor color, int side, double pixelRatio = 1.0);
/// A picture of resources/art ("cat-head", "neurarium"), scaled to fit a square of `side` logical pixels.
QPixmap artPixmap(const QString& name, int side, double pixelRatio = 1.0);
/// Paints the icon as vectors into `place`; for figures that are written to files.
void paintIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& place);

} // namespace neurarium
