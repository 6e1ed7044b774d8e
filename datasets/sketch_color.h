// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace neurarium {

/// Red, green and blue from 0 to 1, as a screen takes them.
struct SketchColor {
    float red = 0;
    float green = 0;
    float blue = 0;

    /// From 0xRRGGBB.
    static constexpr SketchColor hex(std::uint32_t code) {
        const auto part = [code](int shift) { return static_cast<float>(code >> shift & 0xFF) / 255.0F; };
        return {part(16), part(8), part(0)};
    }

    /// Darker (below 1) or lighter (above 1).
    constexpr SketchColor times(float factor) const {
        return {std::min(1.0F, red * factor), std::min(1.0F, green * factor), std::min(1.0F, blue * factor)};
    }

    /// On the way to another colour: 0 is this one, 1 the other.
    constexpr SketchColor toward(const SketchColor& other, float part) const {
        return {red + part * (other.red - red), green + part * (other.green - green),
                blue + part * (other.blue - blue)};
    }

    /// How light it looks, 0 ... 1.
    constexpr float lightness() const { return 0.3F * red + 0.59F * green + 0.11F * blue; }
};

/// What a shape is filled with: a colour that changes from the shape's top to its bottom.
struct SketchPaint {
    SketchColor top;
    SketchColor bottom;
    float opacity = 1;

    static SketchPaint flat(const SketchColor& color, float opacity = 1) { return {color, color, opacity}; }
    /// Lit from above.
    static SketchPaint soft(const SketchColor& color) { return {color.times(1.07F), color.times(0.9F), 1}; }
};

} // namespace neurarium
