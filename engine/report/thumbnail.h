// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "report/ids.h"

namespace neurarium {

/// The largest picture that is kept of a checkpoint, in bytes.
inline constexpr std::size_t kLargestThumbnail = 64 << 10;

/// A little picture of what the network made of its data at a checkpoint.
struct Thumbnail {
    CheckpointId checkpoint;
    std::vector<std::uint8_t> png; ///< a PNG file
    bool operator==(const Thumbnail&) const = default;
};

} // namespace neurarium
