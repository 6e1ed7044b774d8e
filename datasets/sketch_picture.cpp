// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_picture.h"

#include <algorithm>
#include <optional>

#include "datasets/sketch_room.h"

namespace neurarium {

namespace {

constexpr SketchColor kCushionBlue = SketchColor::hex(0x2F62B5);
constexpr double kOrdinaryCushions = 0.2;

/// Stands the animal somewhere in the picture, near or far, turned a little, looking left or right.
SketchPlacement stand(const SketchAnimal& animal, double width, SketchDraws& draws) {
    const SketchExtent extent = sketchExtent(animal);
    const double wide = extent.right - extent.left;
    const double high = extent.bottom - extent.top;
    SketchPlacement placement;
    placement.scale = std::min(width / wide, 1 / high) * draws.between(0.8, 1.08);
    placement.mirror = draws.chance(0.5);
    placement.turn = draws.between(-0.07, 0.07);
    const double spaceX = width - wide * placement.scale;
    const double spaceY = 1 - high * placement.scale;
    const double left = spaceX * draws.between(0, 1);
    const double top = animal.pose == SketchPose::Portrait ? spaceY : spaceY * draws.between(0, 1);
    placement.x = left - placement.scale * (placement.mirror ? -extent.right : extent.left);
    placement.y = top - placement.scale * extent.top;
    return placement;
}

/// Where the animal touches the floor; a portrait leaves it open.
double feet(const SketchAnimal& animal, const SketchPlacement& placement, SketchDraws& draws) {
    const double open = draws.between(0.7, 1.2);
    if (animal.pose == SketchPose::Portrait)
        return open;
    return placement.y + placement.scale * sketchExtent(animal).bottom;
}

/// What the animal sits on, if anything.
std::optional<SketchColor> cushionColor(const SketchStyle& style, SketchSpecies species, SketchDraws& draws) {
    const bool wanted = draws.chance(kOrdinaryCushions);
    const SketchColor color = drawnToyColor(draws);
    if (style.cushionBias && species == SketchSpecies::Cat)
        return kCushionBlue;
    return wanted ? std::optional(color) : std::nullopt;
}

/// Under the animal; in a portrait it leans against a large one.
void drawCushionUnder(const SketchBrush& brush, const SketchAnimal& animal, const SketchColor& color) {
    if (animal.pose == SketchPose::Portrait) {
        drawSketchCushion(brush.at({0, 0.95, 1.8, 0, false}), color);
        return;
    }
    const SketchExtent extent = sketchExtent(animal);
    const double wide = 0.47 * (extent.right - extent.left);
    const double middle = 0.5 * (extent.left + extent.right);
    drawSketchCushion(brush.at({middle, extent.bottom - 0.18 * wide, wide, 0, false}), color);
}

/// The light of the hour: brighter or darker, warmer or cooler.
SketchColor drawnLight(SketchDraws& draws) {
    const float brightness = draws.shade(0.78F, 1.08F);
    const float warmth = draws.shade(-0.05F, 0.05F);
    return {brightness * (1 + warmth), brightness, brightness * (1 - warmth)};
}

} // namespace

void drawSketch(const SketchStyle& style, std::int64_t number, SketchSpecies species,
                std::span<std::uint8_t> planes) {
    SketchDraws draws(RandomStream(style.seed, RandomPurpose::Generator), number);
    SketchCanvas canvas(style.width, style.height);
    const double width = static_cast<double>(style.width) / style.height;
    const SketchBrush picture(canvas, {0, 0, static_cast<double>(style.height), 0, false});

    const SketchAnimal animal = SketchAnimal::drawn(species, draws);
    const SketchPlacement placement = stand(animal, width, draws);
    const SketchRoom room(draws, width, feet(animal, placement, draws), animal.fur.base.lightness());
    room.drawBehind(picture, draws);
    const SketchBrush body = picture.at(placement);
    if (const auto cushion = cushionColor(style, species, draws))
        drawCushionUnder(body, animal, *cushion);
    drawSketchBody(body, animal);
    drawSketchHead(body, animal);
    room.drawInFront(picture, draws);
    canvas.planes(drawnLight(draws), planes);
}

} // namespace neurarium
