// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_animal.h"

namespace neurarium {

namespace {

constexpr SketchColor kInk = SketchColor::hex(0x1E262D);
constexpr SketchColor kPink = SketchColor::hex(0xD99A98);
constexpr SketchColor kWhite = SketchColor::hex(0xFFFFFF);

/// Half a turn's worth of parallax: how far the face moves when the animal looks aside.
constexpr double kFaceShift = 0.2;

/// Calls `draw` with a brush for the left ear and with one for the right ear, which is its mirror image.
/// Turning an ear is done about its root.
template <typename Draw>
void forBothEars(const SketchBrush& brush, const SketchAnimal& animal, SketchPoint root, Draw draw) {
    const double behind = -0.25 * kFaceShift * animal.look;
    for (const bool right : {false, true}) {
        const double side = right ? -1 : 1;
        draw(brush.at({side * root.x + behind, root.y, animal.earSize, -side * animal.earSpread, right}),
             right);
    }
}

/// A triangle with a pointed tip, its root at (0, 0).
void catEar(const SketchBrush& ear, const SketchFur& fur) {
    ear.fill(SketchPath::rounded({{-0.36, 0.42}, {-0.36, -0.86}, {0.5, -0.08}}, 0.1),
             SketchPaint::soft(fur.base));
    ear.fill(SketchPath::rounded({{-0.2, 0.14}, {-0.23, -0.56}, {0.27, -0.1}}, 0.06),
             SketchPaint::soft(fur.dark.toward(kPink, 0.5F)));
}

/// A long flap that hangs down beside the head.
void dogEar(const SketchBrush& ear, const SketchFur& fur) {
    ear.fill(SketchPath::smooth({{0.16, -0.1},
                                 {-0.3, -0.2},
                                 {-0.62, 0.3},
                                 {-0.66, 0.95},
                                 {-0.4, 1.32},
                                 {-0.12, 0.98},
                                 {0.0, 0.42}}),
             SketchPaint::soft(fur.dark));
}

/// A spoon that is twice as long as the head is high; a drooping one is bent over in its middle.
void rabbitEar(const SketchBrush& ear, const SketchFur& fur, bool drooping) {
    const SketchPaint inside = SketchPaint::soft(fur.light.toward(kPink, 0.7F));
    if (drooping) {
        ear.fill(SketchPath::stroke({{0, 0.2}, {-0.12, -0.6}, {-0.5, -0.85}, {-0.85, -0.5}, {-0.9, 0.1}},
                                    0.22, 0.2),
                 SketchPaint::soft(fur.base));
        ear.fill(SketchPath::stroke({{-0.72, -0.62}, {-0.88, -0.3}, {-0.9, 0.06}}, 0.1, 0.1), inside);
        return;
    }
    ear.fill(
        SketchPath::smooth(
            {{-0.16, 0.3}, {-0.3, -0.5}, {-0.26, -1.2}, {0, -1.55}, {0.24, -1.2}, {0.27, -0.5}, {0.16, 0.3}}),
        SketchPaint::soft(fur.base));
    ear.fill(SketchPath::smooth({{-0.06, 0.1},
                                 {-0.15, -0.5},
                                 {-0.12, -1.1},
                                 {0, -1.32},
                                 {0.11, -1.1},
                                 {0.14, -0.5},
                                 {0.07, 0.1}}),
             inside);
}

void bearEar(const SketchBrush& ear, const SketchFur& fur) {
    ear.fill(SketchPath::circle({0, 0}, 0.42), SketchPaint::soft(fur.base));
    ear.fill(SketchPath::circle({0.04, 0.05}, 0.24), SketchPaint::soft(fur.dark.toward(fur.light, 0.25F)));
}

void drawEars(const SketchBrush& brush, const SketchAnimal& animal) {
    switch (animal.species) {
    case SketchSpecies::Cat:
        forBothEars(brush, animal, {-0.58, -0.52},
                    [&](const SketchBrush& ear, bool) { catEar(ear, animal.fur); });
        break;
    case SketchSpecies::Dog:
        forBothEars(brush, animal, {-0.66, -0.56},
                    [&](const SketchBrush& ear, bool) { dogEar(ear, animal.fur); });
        break;
    case SketchSpecies::Rabbit:
        forBothEars(brush, animal, {-0.4, -0.66}, [&](const SketchBrush& ear, bool right) {
            rabbitEar(ear, animal.fur, right && animal.droopingEar);
        });
        break;
    case SketchSpecies::Bear:
        forBothEars(brush, animal, {-0.76, -0.68},
                    [&](const SketchBrush& ear, bool) { bearEar(ear, animal.fur); });
        break;
    }
}

SketchPath skull(SketchSpecies species) {
    switch (species) {
    case SketchSpecies::Cat:
        return SketchPath::ellipse({0, 0}, 1, 0.84);
    case SketchSpecies::Dog:
        return SketchPath::smooth({{0, -0.94},
                                   {0.66, -0.72},
                                   {0.86, -0.1},
                                   {0.66, 0.62},
                                   {0, 0.96},
                                   {-0.66, 0.62},
                                   {-0.86, -0.1},
                                   {-0.66, -0.72}});
    case SketchSpecies::Rabbit:
        return SketchPath::smooth({{0, -0.86},
                                   {0.6, -0.64},
                                   {0.86, 0.12},
                                   {0.66, 0.66},
                                   {0, 0.84},
                                   {-0.66, 0.66},
                                   {-0.86, 0.12},
                                   {-0.6, -0.64}});
    case SketchSpecies::Bear:
        return SketchPath::ellipse({0, 0}, 1, 0.9);
    }
    return {};
}

/// Stripes on the forehead, a patch round one eye, or a light blaze.
void drawMarking(const SketchBrush& brush, const SketchPath& head, const SketchAnimal& animal) {
    const SketchPaint dark = SketchPaint::flat(animal.fur.dark, 0.85F);
    switch (animal.marking) {
    case SketchMarking::Plain:
        break;
    case SketchMarking::Stripes:
        for (const double x : {-0.3, 0.0, 0.3})
            brush.fillInside(head, SketchPath::stroke({{x * 1.25, -1}, {x * 0.8, -0.45}}, 0.1, 0.04), dark);
        for (const double side : {-1.0, 1.0})
            brush.fillInside(head, SketchPath::stroke({{side * 1.05, 0.12}, {side * 0.66, 0.2}}, 0.08, 0.03),
                             dark);
        break;
    case SketchMarking::Patches:
        brush.fillInside(head, SketchPath::ellipse({0.42, -0.2}, 0.46, 0.56, 0.3), dark);
        break;
    case SketchMarking::Mask:
        brush.fillInside(
            head,
            SketchPath::smooth({{0, -1}, {0.2, -0.2}, {0.45, 0.4}, {0, 0.9}, {-0.45, 0.4}, {-0.2, -0.2}}),
            SketchPaint::flat(animal.fur.light, 0.9F));
        break;
    }
}

void drawEye(const SketchBrush& face, const SketchAnimal& animal, double x, double y) {
    const SketchColor lid = animal.fur.outline;
    if (animal.eyes == SketchEyes::Closed) {
        face.fill(
            SketchPath::stroke({{x - 0.17, y - 0.04}, {x, y + 0.08}, {x + 0.17, y - 0.04}}, 0.035, 0.035),
            SketchPaint::flat(lid));
        return;
    }
    const double aside = animal.eyes == SketchEyes::Sideways ? 0.06 * (animal.look < 0 ? -1 : 1) : 0;
    if (animal.species == SketchSpecies::Cat) {
        face.fill(SketchPath::ellipse({x, y}, 0.18, 0.19), SketchPaint::flat(animal.iris));
        face.fill(SketchPath::ellipse({x + aside, y}, 0.075, 0.17), SketchPaint::flat(kInk));
    } else {
        const double size = animal.species == SketchSpecies::Bear ? 0.115 : 0.15;
        face.fill(SketchPath::circle({x, y}, size + 0.045), SketchPaint::flat(animal.iris, 0.8F));
        face.fill(SketchPath::circle({x + aside, y}, size), SketchPaint::flat(kInk));
    }
    face.fill(SketchPath::circle({x + aside + 0.05, y - 0.07}, 0.04), SketchPaint::flat(kWhite, 0.95F));
}

void drawMouth(const SketchBrush& face, const SketchAnimal& animal, double y, double width) {
    const SketchPaint ink = SketchPaint::flat(kInk);
    if (animal.tongue && animal.species != SketchSpecies::Rabbit)
        face.fill(
            SketchPath::rounded({{-0.11, y + 0.1}, {0.11, y + 0.1}, {0.1, y + 0.36}, {-0.1, y + 0.36}}, 0.1),
            SketchPaint::flat(SketchColor::hex(0xC9737A)));
    face.fill(SketchPath::stroke({{0, y - 0.12}, {0, y + 0.05}}, 0.025, 0.025), ink);
    for (const double side : {-1.0, 1.0})
        face.fill(
            SketchPath::stroke({{0, y + 0.05}, {side * width * 0.55, y + 0.13}, {side * width, y + 0.04}},
                               0.026, 0.02),
            ink);
}

void catMuzzle(const SketchBrush& face, const SketchAnimal& animal) {
    face.fill(SketchPath::ellipse({0, 0.38}, 0.46, 0.32), SketchPaint::soft(animal.fur.light));
    face.fill(SketchPath::rounded({{-0.13, 0.2}, {0.13, 0.2}, {0, 0.34}}, 0.03),
              SketchPaint::flat(kPink.times(0.8F)));
    drawMouth(face, animal, 0.44, 0.22);
    const SketchPaint whisker = SketchPaint::flat(animal.fur.outline, 0.8F);
    for (const double side : {-1.0, 1.0})
        for (const double tilt : {-0.12, 0.02, 0.16})
            face.fill(SketchPath::stroke({{side * 0.36, 0.36 + 0.4 * tilt}, {side * 1.25, 0.3 + 1.5 * tilt}},
                                         0.022, 0.012),
                      whisker);
}

void dogMuzzle(const SketchBrush& face, const SketchAnimal& animal) {
    face.fill(SketchPath::ellipse({0, 0.44}, 0.5, 0.44), SketchPaint::soft(animal.fur.light));
    drawMouth(face, animal, 0.56, 0.3);
    face.fill(SketchPath::ellipse({0, 0.26}, 0.24, 0.17), SketchPaint::soft(kInk));
    face.fill(SketchPath::ellipse({-0.06, 0.2}, 0.07, 0.035), SketchPaint::flat(kWhite, 0.5F));
}

void rabbitMuzzle(const SketchBrush& face, const SketchAnimal& animal) {
    for (const double side : {-1.0, 1.0})
        face.fill(SketchPath::circle({side * 0.19, 0.42}, 0.24), SketchPaint::soft(animal.fur.light));
    face.fill(SketchPath::rounded({{-0.09, 0.52}, {0.09, 0.52}, {0.08, 0.76}, {-0.08, 0.76}}, 0.03),
              SketchPaint::flat(kWhite));
    face.fill(SketchPath::rounded({{-0.1, 0.2}, {0.1, 0.2}, {0, 0.33}}, 0.04), SketchPaint::flat(kPink));
    drawMouth(face, animal, 0.44, 0.14);
}

void bearMuzzle(const SketchBrush& face, const SketchAnimal& animal) {
    face.fill(SketchPath::ellipse({0, 0.36}, 0.44, 0.36), SketchPaint::soft(animal.fur.light));
    face.fill(SketchPath::ellipse({0, 0.18}, 0.17, 0.11), SketchPaint::flat(kInk));
    drawMouth(face, animal, 0.42, 0.2);
}

void drawFace(const SketchBrush& face, const SketchAnimal& animal) {
    switch (animal.species) {
    case SketchSpecies::Cat:
        catMuzzle(face, animal);
        break;
    case SketchSpecies::Dog:
        dogMuzzle(face, animal);
        break;
    case SketchSpecies::Rabbit:
        rabbitMuzzle(face, animal);
        break;
    case SketchSpecies::Bear:
        bearMuzzle(face, animal);
        break;
    }
    const double apart = animal.species == SketchSpecies::Rabbit ? 0.46 : 0.4;
    for (const double side : {-1.0, 1.0})
        drawEye(face, animal, side * apart, -0.13);
}

} // namespace

void drawSketchHead(const SketchBrush& brush, const SketchAnimal& animal) {
    const SketchBrush head = brush.at({0, 0, 1, animal.headTurn, false});
    const bool earsInFront = animal.species == SketchSpecies::Dog;
    if (!earsInFront)
        drawEars(head, animal);
    const SketchPath outline = skull(animal.species);
    head.fill(outline, SketchPaint::soft(animal.fur.base));
    drawMarking(head, outline, animal);
    if (earsInFront)
        drawEars(head, animal);
    drawFace(head.at({kFaceShift * animal.look, 0.03, 1, 0, false}), animal);
}

} // namespace neurarium
