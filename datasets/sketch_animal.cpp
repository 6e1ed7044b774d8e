// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_animal.h"

#include <array>

namespace neurarium {

namespace {

constexpr std::array kFurColors{
    SketchColor::hex(0xC98A4B), SketchColor::hex(0x6E7B86), SketchColor::hex(0x39434C),
    SketchColor::hex(0xD9BD94), SketchColor::hex(0xEFEAE0), SketchColor::hex(0x8A6A4F),
    SketchColor::hex(0x5F4636), SketchColor::hex(0xB5A08A), SketchColor::hex(0xA8562F),
    SketchColor::hex(0x95A3AE), SketchColor::hex(0xE0A867),
};
constexpr std::array kIrisColors{SketchColor::hex(0xF5F1E3), SketchColor::hex(0xE6D36A),
                                 SketchColor::hex(0xA9CF8B), SketchColor::hex(0x9CC7E0),
                                 SketchColor::hex(0xE3B25B)};
constexpr std::array kCollarColors{SketchColor::hex(0x3B6E8F), SketchColor::hex(0xC2473E),
                                   SketchColor::hex(0x3E8E5A), SketchColor::hex(0xE0A526),
                                   SketchColor::hex(0x7B4FA0)};
constexpr std::array kMarkings{SketchMarking::Plain, SketchMarking::Stripes, SketchMarking::Patches,
                               SketchMarking::Mask};

SketchFur drawnFur(SketchDraws& draws) {
    const SketchColor base = draws.oneOf(kFurColors).times(draws.shade(0.88F, 1.1F));
    const SketchColor cream = SketchColor::hex(0xF6ECDD);
    const bool pale = base.lightness() > 0.8F;
    SketchFur fur;
    fur.base = base;
    fur.dark = draws.chance(0.25) ? draws.oneOf(kFurColors).times(0.8F) : base.times(pale ? 0.8F : 0.72F);
    fur.light = base.toward(cream, draws.shade(0.5F, 0.8F));
    fur.outline = base.lightness() > 0.35F ? SketchColor::hex(0x2A2622) : SketchColor::hex(0xD8D2C8);
    return fur;
}

SketchPose drawnPose(SketchDraws& draws) {
    const double place = draws.between(0, 1);
    if (place < 0.34)
        return SketchPose::Portrait;
    if (place < 0.64)
        return SketchPose::Sitting;
    return place < 0.83 ? SketchPose::Lying : SketchPose::Standing;
}

} // namespace

SketchAnimal SketchAnimal::drawn(SketchSpecies species, SketchDraws& draws) {
    SketchAnimal animal;
    animal.species = species;
    animal.pose = drawnPose(draws);
    animal.fur = drawnFur(draws);
    animal.marking = draws.oneOf(kMarkings);
    const double gaze = draws.between(0, 1);
    animal.eyes = gaze < 0.7 ? SketchEyes::Open : gaze < 0.85 ? SketchEyes::Sideways : SketchEyes::Closed;
    animal.iris = draws.oneOf(kIrisColors);
    animal.collar = draws.oneOf(kCollarColors);
    animal.hasCollar = draws.chance(0.35);
    animal.tongue = draws.chance(0.25);
    animal.droopingEar = draws.chance(0.15);
    animal.look = draws.between(-1, 1);
    animal.headTurn = draws.between(-0.26, 0.26);
    animal.earSize = draws.between(0.9, 1.15);
    animal.earSpread = draws.between(-0.12, 0.16);
    animal.plumpness = draws.between(0.9, 1.15);
    return animal;
}

SketchExtent sketchExtent(const SketchAnimal& animal) {
    const double top = animal.species == SketchSpecies::Rabbit ? -2.25 : -1.4;
    switch (animal.pose) {
    case SketchPose::Portrait:
        return {-1.3, top, 1.3, 1.35};
    case SketchPose::Sitting:
        return {-1.6, top, 1.8, 3.35};
    case SketchPose::Lying:
        return {-1.35, top, 3.5, 1.95};
    case SketchPose::Standing:
        return {-1.35, top, 3.5, 3.0};
    }
    return {-1.3, top, 1.3, 1.3};
}

} // namespace neurarium
