// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_animal.h"

namespace neurarium {

namespace {

SketchPaint shadow() {
    return SketchPaint::flat(SketchColor::hex(0x101418), 0.22F);
}

void drawTail(const SketchBrush& brush, const SketchAnimal& animal, SketchPoint root) {
    const SketchBrush tail = brush.at({root.x, root.y, 1, 0, false});
    const SketchPaint paint = SketchPaint::soft(animal.fur.base.times(0.94F));
    switch (animal.species) {
    case SketchSpecies::Cat:
        tail.fill(SketchPath::stroke({{-0.3, 0.1}, {0.45, 0.1}, {0.78, -0.5}, {0.5, -1.0}, {0.62, -1.4}},
                                     0.19, 0.12),
                  paint);
        break;
    case SketchSpecies::Dog:
        tail.fill(SketchPath::stroke({{-0.3, 0}, {0.3, -0.3}, {0.5, -0.85}}, 0.2, 0.09), paint);
        break;
    case SketchSpecies::Rabbit:
        tail.fill(SketchPath::circle({0.12, -0.08}, 0.3), SketchPaint::soft(animal.fur.light));
        break;
    case SketchSpecies::Bear:
        tail.fill(SketchPath::circle({0.05, -0.1}, 0.2), paint);
        break;
    }
}

/// Markings on a body: stripes over its back, patches, or a light belly.
void drawMarking(const SketchBrush& brush, const SketchPath& body, const SketchAnimal& animal,
                 SketchPoint back) {
    const SketchPaint dark = SketchPaint::flat(animal.fur.dark, 0.85F);
    switch (animal.marking) {
    case SketchMarking::Plain:
        break;
    case SketchMarking::Stripes:
        for (const double shift : {-0.55, 0.0, 0.55})
            brush.fillInside(body,
                             SketchPath::stroke({{back.x + shift, back.y - 0.5},
                                                 {back.x + shift + 0.1, back.y},
                                                 {back.x + shift, back.y + 0.45}},
                                                0.11, 0.05),
                             dark);
        break;
    case SketchMarking::Patches:
        brush.fillInside(body, SketchPath::ellipse({back.x - 0.3, back.y}, 0.55, 0.42, 0.4), dark);
        brush.fillInside(body, SketchPath::ellipse({back.x + 0.8, back.y + 0.5}, 0.36, 0.3), dark);
        break;
    case SketchMarking::Mask:
        brush.fillInside(body, SketchPath::ellipse({back.x - 0.2, back.y + 1.25}, 1.1, 0.55),
                         SketchPaint::flat(animal.fur.light, 0.9F));
        break;
    }
}

void drawPortrait(const SketchBrush& brush, const SketchAnimal& animal) {
    const double wide = animal.plumpness;
    const SketchPath shoulders = SketchPath::smooth({{0, 0.4},
                                                     {0.8 * wide, 0.75},
                                                     {1.25 * wide, 1.7},
                                                     {1.3 * wide, 3.4},
                                                     {-1.3 * wide, 3.4},
                                                     {-1.25 * wide, 1.7},
                                                     {-0.8 * wide, 0.75}});
    brush.fill(shoulders, SketchPaint::soft(animal.fur.base.times(0.92F)));
    brush.fillInside(shoulders, SketchPath::ellipse({0, 1.75}, 0.5, 0.8),
                     SketchPaint::flat(animal.fur.light, 0.7F));
    if (animal.hasCollar)
        brush.fillInside(shoulders, SketchPath::stroke({{-1.2, 0.75}, {0, 1.12}, {1.2, 0.75}}, 0.12, 0.12),
                         SketchPaint::soft(animal.collar));
}

void drawSitting(const SketchBrush& brush, const SketchAnimal& animal) {
    const double wide = animal.plumpness;
    brush.fill(SketchPath::ellipse({0.1, 3.18}, 1.7 * wide, 0.2), shadow());
    drawTail(brush, animal, {0.95 * wide, 2.9});
    const SketchPath body = SketchPath::smooth({{0, 0.3},
                                                {0.68, 0.9},
                                                {1.02 * wide, 2.0},
                                                {1.22 * wide, 2.85},
                                                {0.8, 3.2},
                                                {-0.8, 3.2},
                                                {-1.22 * wide, 2.85},
                                                {-1.02 * wide, 2.0},
                                                {-0.68, 0.9}});
    brush.fill(body, SketchPaint::soft(animal.fur.base.times(0.95F)));
    drawMarking(brush, body, animal, {0.5, 1.7});
    brush.fillInside(body, SketchPath::ellipse({0, 1.55}, 0.46, 0.85),
                     SketchPaint::flat(animal.fur.light, 0.85F));
    for (const double side : {-1.0, 1.0}) {
        brush.fill(SketchPath::stroke({{side * 0.36, 1.75}, {side * 0.38, 3.05}}, 0.25, 0.22),
                   SketchPaint::soft(animal.fur.base));
        brush.fill(SketchPath::ellipse({side * 0.4, 3.1}, 0.32, 0.18), SketchPaint::soft(animal.fur.light));
    }
    if (animal.hasCollar)
        brush.fillInside(body, SketchPath::stroke({{-0.9, 0.72}, {0, 1.02}, {0.9, 0.72}}, 0.12, 0.12),
                         SketchPaint::soft(animal.collar));
}

void drawLying(const SketchBrush& brush, const SketchAnimal& animal) {
    const double high = 0.35 - 0.55 * (animal.plumpness - 0.9);
    brush.fill(SketchPath::ellipse({1.3, 1.8}, 2.35, 0.18), shadow());
    drawTail(brush, animal, {2.75, 1.55});
    const SketchPath body = SketchPath::smooth({{-0.3, 0.5},
                                                {0.9, high},
                                                {2.2, high + 0.1},
                                                {2.95, 1.1},
                                                {2.8, 1.75},
                                                {1.2, 1.82},
                                                {-0.6, 1.8},
                                                {-0.75, 1.2}});
    brush.fill(body, SketchPaint::soft(animal.fur.base.times(0.95F)));
    drawMarking(brush, body, animal, {1.55, 0.65});
    brush.fill(SketchPath::ellipse({2.3, 1.5}, 0.55, 0.38), SketchPaint::soft(animal.fur.base));
    for (const double x : {-0.45, 0.3})
        brush.fill(SketchPath::stroke({{x + 0.35, 1.6}, {x - 0.15, 1.68}}, 0.2, 0.18),
                   SketchPaint::soft(animal.fur.light));
}

void drawStanding(const SketchBrush& brush, const SketchAnimal& animal) {
    const double low = 1.65 + 0.4 * (animal.plumpness - 0.9);
    brush.fill(SketchPath::ellipse({1.3, 2.85}, 2.0, 0.17), shadow());
    drawTail(brush, animal, {2.75, 0.95});
    const SketchPaint far = SketchPaint::soft(animal.fur.base.times(0.78F));
    for (const double x : {0.55, 2.15})
        brush.fill(SketchPath::stroke({{x, 1.3}, {x + 0.04, 2.7}}, 0.24, 0.17), far);
    const SketchPath body = SketchPath::smooth({{-0.3, 0.2},
                                                {0.9, 0.52},
                                                {2.2, 0.5},
                                                {2.85, 0.95},
                                                {2.75, 1.6},
                                                {1.3, low},
                                                {0.1, 1.6},
                                                {-0.5, 0.95}});
    brush.fill(body, SketchPaint::soft(animal.fur.base.times(0.96F)));
    drawMarking(brush, body, animal, {1.5, 0.6});
    for (const double x : {0.12, 2.52}) {
        brush.fill(SketchPath::stroke({{x, 1.25}, {x - 0.04, 2.7}}, 0.27, 0.18),
                   SketchPaint::soft(animal.fur.base));
        brush.fill(SketchPath::ellipse({x - 0.08, 2.76}, 0.26, 0.15), SketchPaint::soft(animal.fur.light));
    }
}

} // namespace

void drawSketchBody(const SketchBrush& brush, const SketchAnimal& animal) {
    switch (animal.pose) {
    case SketchPose::Portrait:
        drawPortrait(brush, animal);
        break;
    case SketchPose::Sitting:
        drawSitting(brush, animal);
        break;
    case SketchPose::Lying:
        drawLying(brush, animal);
        break;
    case SketchPose::Standing:
        drawStanding(brush, animal);
        break;
    }
}

} // namespace neurarium
