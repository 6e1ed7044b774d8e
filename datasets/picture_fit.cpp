// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_fit.h"

#include <algorithm>
#include <array>
#include <vector>

namespace neurarium {

namespace {

constexpr std::size_t kChannels = 3;

/// One direction of the resizing: `source` pixels become `resized` ones, of which `count` from `first` on are
/// wanted. In units of 1/resized of a source pixel, source pixel i covers [i*resized, (i+1)*resized) and
/// result r covers [r*source, (r+1)*source): all overlaps are whole numbers, and those of one result add up
/// to `source`.
struct Axis {
    std::int64_t source = 0;
    std::int64_t resized = 0;
    std::int64_t first = 0;
    std::int64_t count = 0;

    std::int64_t firstPixel(std::int64_t result) const { return result * source / resized; }
    std::int64_t lastPixel(std::int64_t result) const { return ((result + 1) * source - 1) / resized; }
    std::int64_t overlap(std::int64_t result, std::int64_t pixel) const {
        return std::min((result + 1) * source, (pixel + 1) * resized) -
               std::max(result * source, pixel * resized);
    }
};

/// How the stored picture must be turned to stand upright (EXIF 2.32, tag 0x0112).
struct Turn {
    explicit Turn(int orientation)
        : transposed(orientation >= 5)
        , mirroredX(orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        , mirroredY(orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {}
    bool transposed; ///< columns of the upright picture are rows of the stored one
    bool mirroredX;  ///< in the stored picture
    bool mirroredY;
};

struct Placement {
    Axis x, y;
};

/// Where the wanted part lies in the stored picture's own directions.
Placement place(const PixelView& picture, const Turn& turn, PictureSize size) {
    const std::int64_t wantedX = turn.transposed ? size.height : size.width;
    const std::int64_t wantedY = turn.transposed ? size.width : size.height;
    Placement placement{{picture.width, wantedX, 0, wantedX}, {picture.height, wantedY, 0, wantedY}};
    const auto scaled = [](std::int64_t length, std::int64_t to, std::int64_t from) {
        return std::max<std::int64_t>((2 * length * to + from) / (2 * from), 1);
    };
    if (wantedX * picture.height >= wantedY * picture.width)
        placement.y.resized = std::max(wantedY, scaled(picture.height, wantedX, picture.width));
    else
        placement.x.resized = std::max(wantedX, scaled(picture.width, wantedY, picture.height));
    const auto centre = [](Axis& axis, bool mirrored) {
        const std::int64_t before = (axis.resized - axis.count) / 2;
        axis.first = mirrored ? axis.resized - axis.count - before : before;
    };
    centre(placement.x, turn.mirroredX);
    centre(placement.y, turn.mirroredY);
    return placement;
}

/// Adds up the rows that result row `row` covers, each with its overlap.
void sumRows(const PixelView& picture, const Axis& axis, std::int64_t row, std::vector<std::uint32_t>& sums) {
    std::fill(sums.begin(), sums.end(), 0U);
    for (std::int64_t y = axis.firstPixel(row); y <= axis.lastPixel(row); ++y) {
        const auto weight = static_cast<std::uint32_t>(axis.overlap(row, y));
        const std::uint8_t* pixels = picture.pixels + y * picture.stride;
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += weight * pixels[i];
    }
}

/// The sums of one result pixel's colours, from the summed rows.
std::array<std::uint64_t, kChannels> sumColumns(const Axis& axis, std::int64_t column,
                                                const std::vector<std::uint32_t>& sums) {
    std::array<std::uint64_t, kChannels> total{};
    for (std::int64_t x = axis.firstPixel(column); x <= axis.lastPixel(column); ++x) {
        const auto weight = static_cast<std::uint64_t>(axis.overlap(column, x));
        for (std::size_t c = 0; c < kChannels; ++c)
            total[c] += weight * sums[static_cast<std::size_t>(x) * kChannels + c];
    }
    return total;
}

} // namespace

void fitPicture(const PixelView& picture, int orientation, PictureSize size, std::span<std::uint8_t> planes) {
    const Turn turn(orientation);
    const Placement placement = place(picture, turn, size);
    const Axis& axisX = placement.x;
    const Axis& axisY = placement.y;
    const auto area = static_cast<std::uint64_t>(picture.width * picture.height);
    const auto plane = static_cast<std::size_t>(std::int64_t{size.height} * size.width);
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(picture.width) * kChannels);
    for (std::int64_t row = 0; row < axisY.count; ++row) {
        sumRows(picture, axisY, axisY.first + row, sums);
        for (std::int64_t column = 0; column < axisX.count; ++column) {
            const auto blueGreenRed = sumColumns(axisX, axisX.first + column, sums);
            const std::int64_t x = turn.mirroredX ? axisX.count - 1 - column : column;
            const std::int64_t y = turn.mirroredY ? axisY.count - 1 - row : row;
            const std::int64_t at = turn.transposed ? x * size.width + y : y * size.width + x;
            for (std::size_t c = 0; c < kChannels; ++c)
                planes[c * plane + static_cast<std::size_t>(at)] =
                    static_cast<std::uint8_t>((2 * blueGreenRed[kChannels - 1 - c] + area) / (2 * area));
        }
    }
}

} // namespace neurarium
