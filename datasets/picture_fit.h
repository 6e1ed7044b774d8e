// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "datasets/source_options.h"

namespace neurarium {

/// A picture in memory: blue, green, red, 8 bits each, rows `stride` bytes apart.
struct PixelView {
    const std::uint8_t* pixels = nullptr;
    std::int64_t stride = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// Turns a picture by its EXIF orientation, resizes it by area to cover `size`, cuts out the centre, and
/// writes it as three planes (red, green, blue) of size.height × size.width bytes. Each result is the exact
/// mean over the area it covers, rounded, in whole numbers: the same bytes on every processor. Agrees with
/// OpenCV's INTER_AREA.
void fitPicture(const PixelView& picture, int orientation, PictureSize size, std::span<std::uint8_t> planes);

} // namespace neurarium
