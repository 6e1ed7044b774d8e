// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace neurarium {

/// Where N points stand on a map, axis by axis. There are always three axes; on a flat map all stand at 0 of
/// the third.
struct MapPlaces {
    MapPlaces(std::int64_t count, std::int32_t dimensions_)
        : dimensions(static_cast<std::size_t>(dimensions_)) {
        for (std::vector<float>& each : axes)
            each.assign(static_cast<std::size_t>(count), 0.0F);
    }
    /// From places row by row.
    MapPlaces(std::span<const float> rows, std::int32_t dimensions_)
        : MapPlaces(std::ssize(rows) / dimensions_, dimensions_) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            axes[i % dimensions][i / dimensions] = rows[i];
    }

    std::int64_t size() const { return std::ssize(axes[0]); }
    std::array<float, 3> operator[](std::size_t point) const {
        return {axes[0][point], axes[1][point], axes[2][point]};
    }
    std::vector<float> rows() const {
        std::vector<float> result;
        result.reserve(axes[0].size() * dimensions);
        for (std::size_t i = 0; i < axes[0].size(); ++i)
            for (std::size_t axis = 0; axis < dimensions; ++axis)
                result.push_back(axes[axis][i]);
        return result;
    }

    std::size_t dimensions;
    std::array<std::vector<float>, 3> axes;
};

} // namespace neurarium
