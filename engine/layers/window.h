// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "tensor/shape.h"

namespace neurarium {

/// A square window that slides over an image, as convolutions and pooling use it.
struct Window {
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t padding = 0;

    /// Places along an axis of this length: ⌊(length + 2·padding − kernel)/stride⌋ + 1.
    std::int64_t places(std::int64_t length) const;
};

/// Throws Error unless the input is an image C×H×W that the window fits into.
void checkImage(const Shape& input, const Window& window);

/// Throws Error (Refused) at `option` unless low <= value.
void checkAtLeast(const std::string& option, std::int64_t value, std::int64_t low);

} // namespace neurarium
