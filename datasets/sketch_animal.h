// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/sketch_canvas.h"
#include "datasets/sketch_draws.h"

namespace neurarium {

/// In the order of the class numbers.
enum class SketchSpecies { Cat, Dog, Rabbit, Bear };
enum class SketchPose { Portrait, Sitting, Lying, Standing };
enum class SketchMarking { Plain, Stripes, Patches, Mask };
enum class SketchEyes { Open, Sideways, Closed };

/// The colours of an animal. No species has colours of its own.
struct SketchFur {
    SketchColor base;
    SketchColor dark;    ///< ears, markings
    SketchColor light;   ///< muzzle, belly, paws
    SketchColor outline; ///< mouth and whiskers
};

/// What an animal looks like and what it is doing. Lengths are in widths of half a head; the head's middle is
/// (0, 0).
struct SketchAnimal {
    SketchSpecies species = SketchSpecies::Cat;
    SketchPose pose = SketchPose::Sitting;
    SketchFur fur;
    SketchMarking marking = SketchMarking::Plain;
    SketchEyes eyes = SketchEyes::Open;
    SketchColor iris;
    SketchColor collar;
    bool hasCollar = false;
    bool tongue = false;
    bool droopingEar = false; ///< rabbits let one ear hang now and then
    double look = 0;          ///< to which side the face is turned, -1 ... 1
    double headTurn = 0;      ///< radians
    double earSize = 1;
    double earSpread = 0; ///< radians
    double plumpness = 1; ///< width of the body

    /// Everything but the species is drawn; colours, pose and markings say nothing about the species.
    static SketchAnimal drawn(SketchSpecies species, SketchDraws& draws);
};

/// The space an animal takes, its ears included.
struct SketchExtent {
    double left, top, right, bottom;
};
SketchExtent sketchExtent(const SketchAnimal& animal);

/// Draws head and ears, looking out of the picture.
void drawSketchHead(const SketchBrush& brush, const SketchAnimal& animal);
/// Draws tail, body and legs: what lies behind the head.
void drawSketchBody(const SketchBrush& brush, const SketchAnimal& animal);

} // namespace neurarium
