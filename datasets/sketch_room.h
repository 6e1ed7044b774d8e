// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/sketch_canvas.h"
#include "datasets/sketch_draws.h"

namespace neurarium {

/// Where an animal is: wall, floor, and the things that stand about. Lengths are fractions of the picture's
/// height; (0, 0) is its upper left corner.
class SketchRoom {
public:
    /// `width` is the picture's width by its height; the floor begins a little above `feet`. Wall and floor
    /// are chosen so that fur of the given lightness stands out.
    SketchRoom(SketchDraws& draws, double width, double feet, float furLightness);

    /// Wall, floor and what stands behind the animal.
    void drawBehind(const SketchBrush& brush, SketchDraws& draws) const;
    /// Something at the lower edge that covers a little of the animal, now and then.
    void drawInFront(const SketchBrush& brush, SketchDraws& draws) const;

private:
    void drawWallpaper(const SketchBrush& brush, SketchDraws& draws) const;

    double m_width;
    double m_floor; ///< where the floor begins
    SketchColor m_wallColor;
    SketchColor m_floorColor;
};

/// A cushion about (0, 0), as wide as two.
void drawSketchCushion(const SketchBrush& brush, const SketchColor& color);
/// A colour of cushions and toys.
SketchColor drawnToyColor(SketchDraws& draws);

} // namespace neurarium
