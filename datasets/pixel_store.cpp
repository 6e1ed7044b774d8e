// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/pixel_store.h"

#include <algorithm>

namespace neurarium {

void MemoryPixels::read(std::int64_t slot, std::span<std::uint8_t> pixels) const {
    const auto first = m_bytes.begin() + slot * static_cast<std::int64_t>(pixels.size());
    std::copy_n(first, pixels.size(), pixels.begin());
}

} // namespace neurarium
