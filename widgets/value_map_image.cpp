// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_map_image.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kSteps = 256;

} // namespace

QImage toImage(const ValueMap& map, const Theme& theme, double strength) {
    const auto cells =
        static_cast<std::size_t>(std::max(0, map.size)) * static_cast<std::size_t>(std::max(0, map.size));
    if (map.size <= 0 || map.values.size() != cells)
        return {};
    std::array<QRgb, kSteps> colors{};
    for (int i = 0; i < kSteps; ++i)
        colors[static_cast<std::size_t>(i)] =
            theme.signedColor((2.0 * i / (kSteps - 1) - 1) * strength).rgb();
    QImage image(map.size, map.size, QImage::Format_RGB32);
    const float* value = map.values.data();
    for (int y = 0; y < map.size; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < map.size; ++x, ++value) {
            const float inside = std::isfinite(*value) ? std::clamp(*value, -1.0F, 1.0F) : 0.0F;
            line[x] = colors[static_cast<std::size_t>((inside + 1) / 2 * (kSteps - 1) + 0.5F)];
        }
    }
    return image;
}

} // namespace neurarium
