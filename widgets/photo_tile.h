// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace neurarium {

class Theme;

/// What the network's answer about a photograph was worth. Below 60 % of confidence it is not sure.
enum class TileState { Right, Wrong, Unsure, Waiting };

/// One photograph with the network's answer. Words are already in the language of the window.
struct PhotoTile {
    QImage picture;
    TileState state = TileState::Waiting;
    QString answer;       ///< "cat"
    QString confidence;   ///< "71 %"
    QString truth;        ///< "it is a dog"; shown when wrong
    QString sentence;     ///< all of it, for tooltips and screen readers; empty: made of the words above
    double wordsRoom = 0; ///< the words may be that wide, where it is more than the picture's width
    bool chosen = false;
    /// Whether the answer became right (true) or wrong (false) since the slot that it is compared with.
    std::optional<bool> changed;
};

/// What a photograph's answer is worth: right or wrong, or neither when it was given without confidence.
TileState tileState(bool right, double confidence);

/// The height of a tile of that width: the square picture and two lines of words.
double photoTileHeight(double width, double textScale);

/// Paints the tile at the top of `place`: the frame (solid when right, dashed when wrong) with its badge, and
/// the words below.
void paintPhotoTile(QPainter& painter, const Theme& theme, const PhotoTile& tile, const QRectF& place);

} // namespace neurarium
