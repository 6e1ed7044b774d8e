// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/augmentation.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "data/resampling.h"

namespace neurarium {

namespace {

// A sample's draws: every property has its own place, so that switching one on does not change another.
enum Draw : std::uint64_t { kPlacement = 0, kLight = 1, kFirstHole = 2 };
constexpr std::uint64_t kDrawsPerSample = 4096;
constexpr std::int64_t kMostHoles = 4000;
constexpr double kSmallestScale = 0.05;

/// -amount ... +amount
double around(std::uint32_t word, double amount) {
    return (2.0 * toUnit(word) - 1.0) * amount;
}

std::int64_t below(std::uint32_t word, std::int64_t bound) {
    return static_cast<std::int64_t>(word * static_cast<std::uint64_t>(bound) >> 32);
}

/// Brightness works on the picture's own scale, 0 (black) ... 1 (white).
void brighten(std::span<float> picture, float factor) {
    for (float& value : picture)
        value = 2.0F * std::clamp((value + 1.0F) * 0.5F * factor, 0.0F, 1.0F) - 1.0F;
}

/// A rectangle of zeros in every channel.
struct Hole {
    std::int64_t top, left, height, width;

    void punch(const Shape& shape, std::span<float> picture) const {
        for (std::int64_t c = 0; c < shape[0]; ++c)
            for (std::int64_t y = top; y < top + height; ++y)
                std::fill_n(picture.data() + (c * shape[1] + y) * shape[2] + left, width, 0.0F);
    }
};

} // namespace

Augmentation::Augmentation(AugmentationOptions options, std::uint64_t seed)
    : m_options(options)
    , m_random(seed, RandomPurpose::Augmentation) {}

void Augmentation::apply(std::int64_t epoch, std::int64_t sample, const Shape& shape,
                         std::span<float> picture) const {
    const auto step = static_cast<std::uint64_t>(epoch);
    const std::uint64_t first = static_cast<std::uint64_t>(sample) * kDrawsPerSample;
    const auto placed = m_random.words(step, first + kPlacement);
    const auto lit = m_random.words(step, first + kLight);

    Placement placement;
    placement.flip = m_options.flip && toUnit(placed[0]) < 0.5F;
    placement.shiftX = around(placed[1], m_options.shift) * static_cast<double>(shape[2]);
    placement.shiftY = around(placed[2], m_options.shift) * static_cast<double>(shape[1]);
    placement.degrees = around(placed[3], m_options.rotate);
    placement.scale = std::max(kSmallestScale, 1.0 + around(lit[0], m_options.zoom));
    if (!placement.identity()) {
        thread_local std::vector<float> original; // keeps its memory from picture to picture
        original.assign(picture.begin(), picture.end());
        resample(placement, shape, original, picture);
    }
    if (m_options.brightness > 0)
        brighten(picture, static_cast<float>(1.0 + around(lit[1], m_options.brightness)));

    const std::int64_t side = std::llround(m_options.holeSize * static_cast<double>(shape[1]));
    const std::int64_t height = std::clamp<std::int64_t>(side, 0, shape[1]);
    const std::int64_t width = std::clamp<std::int64_t>(side, 0, shape[2]);
    for (std::int64_t i = 0; i < std::min(m_options.holeCount, kMostHoles); ++i) {
        const auto drawn = m_random.words(step, first + kFirstHole + static_cast<std::uint64_t>(i));
        Hole{below(drawn[0], shape[1] - height + 1), below(drawn[1], shape[2] - width + 1), height, width}
            .punch(shape, picture);
    }
}

} // namespace neurarium
