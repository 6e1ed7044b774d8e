// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace neurarium {

/// A small picture for the screen: RGB, 8 bits, row by row, no padding.
struct Picture {
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::vector<std::uint8_t> rgb; ///< width * height * 3 bytes
    bool operator==(const Picture&) const = default;
};

/// The pictures of the validation set that the screen may show, sent once a run.
struct PictureSet {
    std::vector<Picture> pictures;
    std::vector<std::int32_t> classes; ///< right answers
    std::vector<std::string> classNames;
    std::vector<std::int64_t> samples; ///< place of each picture in the validation set
    bool operator==(const PictureSet&) const = default;
};

/// The pictures of one batch as the network got them, augmented, and the same ones before that.
struct BatchPictures {
    std::int64_t step = 0;
    std::vector<Picture> augmented;
    std::vector<Picture> originals;
    std::vector<std::int32_t> classes; ///< as they were trained on, wrong labels included
    bool operator==(const BatchPictures&) const = default;
};

} // namespace neurarium
