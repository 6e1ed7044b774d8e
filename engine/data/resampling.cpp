// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/resampling.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace neurarium {

namespace {

constexpr int kFractionBits = 20;
constexpr std::int64_t kOne = std::int64_t{1} << kFractionBits;

/// The four pixels that a new pixel is mixed from: offsets in a plane, and how far it lies to the right and
/// down.
struct Source {
    std::int32_t offsets[4];
    float right;
    float down;
};

std::int64_t fixed(double value) {
    return std::llround(value * static_cast<double>(kOne));
}

/// The number that `index` is reflected to, in [0, size).
std::int64_t reflected(std::int64_t index, std::int64_t size) {
    if (size == 1)
        return 0;
    const std::int64_t period = 2 * (size - 1);
    const std::int64_t place = (index % period + period) % period;
    return std::min(place, period - place);
}

/// From the new picture's pixels back to the old one's: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
struct Backwards {
    std::int64_t xx, xy, x0, yx, yy, y0;
    std::int64_t height, width;

    Backwards(const Placement& placement, std::int64_t h, std::int64_t w)
        : height(h)
        , width(w) {
        // (u, v) from the middle: undo the scale, the rotation, the shift and the flip, in this order.
        const double angle = placement.degrees * std::numbers::pi / 180;
        const double cosine = std::cos(angle) / placement.scale;
        const double sine = std::sin(angle) / placement.scale;
        const double mirror = placement.flip ? -1 : 1;
        const double middleX = static_cast<double>(w - 1) / 2;
        const double middleY = static_cast<double>(h - 1) / 2;
        xx = fixed(mirror * cosine);
        xy = fixed(mirror * sine);
        yx = fixed(-sine);
        yy = fixed(cosine);
        x0 = fixed(middleX - mirror * (cosine * middleX + sine * middleY + placement.shiftX));
        y0 = fixed(middleY - (cosine * middleY - sine * middleX + placement.shiftY));
    }

    Source source(std::int64_t x, std::int64_t y) const {
        const std::int64_t fromX = xx * x + xy * y + x0;
        const std::int64_t fromY = yx * x + yy * y + y0;
        std::int64_t left = fromX >> kFractionBits;
        std::int64_t top = fromY >> kFractionBits;
        std::int64_t right = left + 1;
        std::int64_t bottom = top + 1;
        if (left < 0 || right >= width) {
            left = reflected(left, width);
            right = reflected(right, width);
        }
        if (top < 0 || bottom >= height) {
            top = reflected(top, height);
            bottom = reflected(bottom, height);
        }
        constexpr float kUnit = 1.0F / static_cast<float>(kOne);
        return {{static_cast<std::int32_t>(top * width + left),
                 static_cast<std::int32_t>(top * width + right),
                 static_cast<std::int32_t>(bottom * width + left),
                 static_cast<std::int32_t>(bottom * width + right)},
                static_cast<float>(fromX & (kOne - 1)) * kUnit,
                static_cast<float>(fromY & (kOne - 1)) * kUnit};
    }
};

float mixed(float from, float to, float part) {
    return from + part * (to - from);
}

} // namespace

void resample(const Placement& placement, const Shape& shape, std::span<const float> picture,
              std::span<float> result) {
    const std::int64_t channels = shape[0], height = shape[1], width = shape[2];
    const Backwards backwards(placement, height, width);
    thread_local std::vector<Source> row; // keeps its memory from picture to picture
    row.resize(static_cast<std::size_t>(width));
    for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x)
            row[static_cast<std::size_t>(x)] = backwards.source(x, y);
        for (std::int64_t c = 0; c < channels; ++c) {
            const float* from = picture.data() + c * height * width;
            float* to = result.data() + (c * height + y) * width;
            for (const Source& source : row) {
                const float above = mixed(from[source.offsets[0]], from[source.offsets[1]], source.right);
                const float below = mixed(from[source.offsets[2]], from[source.offsets[3]], source.right);
                *to++ = mixed(above, below, source.down);
            }
        }
    }
}

} // namespace neurarium
