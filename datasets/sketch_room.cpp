// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/sketch_room.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace neurarium {

namespace {

constexpr std::array kWalls{
    SketchColor::hex(0xD5DEE8), SketchColor::hex(0xE9E1D3), SketchColor::hex(0xDCE6EC),
    SketchColor::hex(0xCFE0CC), SketchColor::hex(0xEBD3CC), SketchColor::hex(0xF0DFA8),
    SketchColor::hex(0x8FB0BF), SketchColor::hex(0x9DB58F), SketchColor::hex(0xB98F86),
    SketchColor::hex(0x4E6A7C), SketchColor::hex(0x5A5470), SketchColor::hex(0x3F5B4F),
    SketchColor::hex(0xC9B6D6), SketchColor::hex(0x7D4B45),
};
constexpr std::array kFloors{
    SketchColor::hex(0xB98F63), SketchColor::hex(0x8C6B4C), SketchColor::hex(0xD8C7AA),
    SketchColor::hex(0x9AA5A8), SketchColor::hex(0x86A46B), SketchColor::hex(0x6B5A4E),
    SketchColor::hex(0xC4A3A0), SketchColor::hex(0x64788A),
};
constexpr std::array kToys{
    SketchColor::hex(0xD2553F), SketchColor::hex(0xE3B23C), SketchColor::hex(0x4F9D69),
    SketchColor::hex(0x8E5EA2), SketchColor::hex(0xE08DA0), SketchColor::hex(0x9A7B4F),
    SketchColor::hex(0xE8E2D4),
};
constexpr float kLeastContrast = 0.2F;
constexpr int kContrastTries = 8;

void drawBall(const SketchBrush& brush, const SketchColor& color) {
    brush.fill(SketchPath::ellipse({0, 0.95}, 1, 0.18), SketchPaint::flat(SketchColor::hex(0x101418), 0.2F));
    const SketchPath ball = SketchPath::circle({0, 0}, 1);
    brush.fill(ball, SketchPaint::soft(color));
    brush.fillInside(ball, SketchPath::stroke({{-1, -0.2}, {0, 0.25}, {1, -0.2}}, 0.18, 0.18),
                     SketchPaint::flat(color.toward(SketchColor::hex(0xFFFFFF), 0.6F)));
}

void drawBox(const SketchBrush& brush, const SketchColor& color) {
    brush.fill(SketchPath::rectangle({-1, -0.8}, {1, 1}), SketchPaint::soft(color));
    brush.fill(SketchPath::rectangle({-1.1, -1}, {1.1, -0.62}), SketchPaint::soft(color.times(0.85F)));
    brush.fill(SketchPath::rectangle({-0.15, -0.62}, {0.15, 1}), SketchPaint::flat(color.times(1.2F), 0.7F));
}

void drawPlant(const SketchBrush& brush, const SketchColor& pot, SketchDraws& draws) {
    const SketchColor leaf = SketchColor::hex(0x4F8A54).times(draws.shade(0.8F, 1.25F));
    for (const double turn : {-0.9, -0.45, 0.05, 0.5, 0.95}) {
        const double height = draws.between(1.3, 2);
        brush.fill(SketchPath::ellipse({std::sin(turn) * height * 0.6, 0.2 - std::cos(turn) * height * 0.6},
                                       0.2, height * 0.6, turn),
                   SketchPaint::soft(leaf.times(draws.shade(0.85F, 1.1F))));
    }
    brush.fill(SketchPath::rounded({{-0.6, 0.1}, {0.6, 0.1}, {0.42, 1}, {-0.42, 1}}, 0.1),
               SketchPaint::soft(pot));
}

void drawFrame(const SketchBrush& brush, const SketchColor& color) {
    brush.fill(SketchPath::rectangle({-1, -0.8}, {1, 0.8}), SketchPaint::flat(color.times(0.7F)));
    brush.fill(SketchPath::rectangle({-0.85, -0.65}, {0.85, 0.65}),
               {SketchColor::hex(0xBFDDF0), SketchColor::hex(0xE9F3F7), 1});
    brush.fill(SketchPath::ellipse({0.2, 0.65}, 0.6, 0.35), SketchPaint::flat(SketchColor::hex(0x86A46B)));
    brush.fill(SketchPath::rectangle({-0.85, 0.65}, {0.85, 0.8}), SketchPaint::flat(color.times(0.7F)));
}

/// One of the things that may stand about, about as large as a unit.
void drawThing(const SketchBrush& brush, SketchDraws& draws) {
    const SketchColor color = drawnToyColor(draws);
    switch (draws.below(3)) {
    case 0:
        drawBall(brush, color);
        break;
    case 1:
        drawBox(brush, color);
        break;
    default:
        drawPlant(brush, color, draws);
        break;
    }
}

} // namespace

SketchColor drawnToyColor(SketchDraws& draws) {
    return draws.oneOf(kToys).times(draws.shade(0.85F, 1.1F));
}

void drawSketchCushion(const SketchBrush& brush, const SketchColor& color) {
    brush.fill(SketchPath::ellipse({0, 0.3}, 1.1, 0.2), SketchPaint::flat(SketchColor::hex(0x101418), 0.25F));
    const SketchPath cushion = SketchPath::smooth({{-1.08, -0.2},
                                                   {-0.6, -0.18},
                                                   {0, -0.26},
                                                   {0.6, -0.18},
                                                   {1.08, -0.2},
                                                   {1, 0.08},
                                                   {1.08, 0.34},
                                                   {0, 0.38},
                                                   {-1.08, 0.34},
                                                   {-1, 0.08}});
    brush.fill(cushion, SketchPaint::soft(color));
    brush.fillInside(cushion, SketchPath::stroke({{-1.05, 0.08}, {0, 0.16}, {1.05, 0.08}}, 0.035, 0.035),
                     SketchPaint::flat(color.times(0.7F)));
}

SketchRoom::SketchRoom(SketchDraws& draws, double width, double feet, float furLightness)
    : m_width(width)
    , m_floor(std::clamp(feet - draws.between(0.06, 0.34), 0.3, 0.92)) {
    for (int i = 0; i < kContrastTries; ++i) {
        m_wallColor = draws.oneOf(kWalls).times(draws.shade(0.9F, 1.06F));
        if (std::abs(m_wallColor.lightness() - furLightness) > kLeastContrast)
            break;
    }
    for (int i = 0; i < kContrastTries; ++i) {
        m_floorColor = draws.oneOf(kFloors).times(draws.shade(0.85F, 1.1F));
        if (std::abs(m_floorColor.lightness() - furLightness) > 0.5F * kLeastContrast)
            break;
    }
}

void SketchRoom::drawWallpaper(const SketchBrush& brush, SketchDraws& draws) const {
    const bool dark = m_wallColor.lightness() < 0.5F;
    const SketchPaint pattern = SketchPaint::flat(m_wallColor.times(dark ? 1.18F : 0.92F));
    const double step = draws.between(0.14, 0.24);
    const int kind = draws.below(4);
    const double begin = draws.between(0, step);
    if (kind == 0)
        for (double x = begin; x < m_width; x += step)
            brush.fill(SketchPath::rectangle({x, 0}, {x + 0.4 * step, m_floor}), pattern);
    if (kind == 1)
        for (double y = begin; y < m_floor; y += step)
            for (double x = 0.3 * step; x < m_width; x += step)
                brush.fill(SketchPath::circle({x, y}, 0.16 * step), pattern);
}

void SketchRoom::drawBehind(const SketchBrush& brush, SketchDraws& draws) const {
    brush.fill(SketchPath::rectangle({0, 0}, {m_width, 1}),
               {m_wallColor.times(1.05F), m_wallColor.times(0.92F), 1});
    drawWallpaper(brush, draws);
    if (draws.chance(0.3)) {
        const SketchPlacement place{draws.between(0.1, 0.9) * m_width, draws.between(0.1, 0.4),
                                    draws.between(0.12, 0.22), 0, false};
        drawFrame(brush.at(place), drawnToyColor(draws));
    }
    brush.fill(SketchPath::rectangle({0, m_floor}, {m_width, 1}),
               {m_floorColor, m_floorColor.times(0.88F), 1});
    brush.fill(SketchPath::rectangle({0, m_floor - 0.02}, {m_width, m_floor + 0.005}),
               SketchPaint::flat(m_floorColor.times(0.75F), 0.8F));
    for (int things = draws.below(3); things > 0; --things) {
        const double size = draws.between(0.06, 0.15);
        const double x = draws.between(-0.02, 1.02) * m_width;
        const double foot = draws.between(m_floor, 1);
        drawThing(brush.at({x, foot - size, size, 0, draws.chance(0.5)}), draws);
    }
}

void SketchRoom::drawInFront(const SketchBrush& brush, SketchDraws& draws) const {
    if (!draws.chance(0.22))
        return;
    const double size = draws.between(0.09, 0.17);
    const double x = draws.chance(0.5) ? draws.between(-0.05, 0.25) : draws.between(0.75, 1.05);
    drawThing(brush.at({x * m_width, 1.02 - 0.7 * size, size, 0, draws.chance(0.5)}), draws);
}

} // namespace neurarium
