// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/random.h"

#include <cmath>
#include <numbers>

#include <Random123/philox.h>

namespace neurarium {

RandomStream::RandomStream(std::uint64_t seed, RandomPurpose purpose, std::uint32_t layer)
    : m_key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}
    , m_lane(static_cast<std::uint32_t>(purpose) << 24 ^ layer) {}

std::array<std::uint32_t, 4> RandomStream::words(std::uint64_t step, std::uint64_t index) const {
    // The counter's words: index (32 bits and 16 more), step (48 bits), purpose and layer.
    const r123::Philox4x32::ctr_type counter = {
        {static_cast<std::uint32_t>(index),
         static_cast<std::uint32_t>(index >> 32 & 0xFFFFU) | static_cast<std::uint32_t>(step >> 32 << 16),
         static_cast<std::uint32_t>(step), m_lane}};
    const r123::Philox4x32::key_type key = {{m_key[0], m_key[1]}};
    const auto drawn = r123::Philox4x32()(counter, key);
    return {drawn[0], drawn[1], drawn[2], drawn[3]};
}

float RandomStream::uniform(std::uint64_t step, std::uint64_t index) const {
    return toUnit(words(step, index)[0]);
}

float RandomStream::uniform(std::uint64_t step, std::uint64_t index, float low, float high) const {
    return low + (high - low) * uniform(step, index);
}

std::uint64_t RandomStream::below(std::uint64_t step, std::uint64_t index, std::uint64_t bound) const {
    const auto drawn = words(step, index);
    const std::uint64_t word = static_cast<std::uint64_t>(drawn[0]) << 32 | drawn[1];
    return static_cast<std::uint64_t>(static_cast<unsigned __int128>(word) * bound >> 64);
}

float RandomStream::normal(std::uint64_t step, std::uint64_t index) const {
    const auto drawn = words(step, index);
    const double radius = std::sqrt(-2.0 * std::log((drawn[0] + 1.0) * 0x1p-32));
    return static_cast<float>(radius * std::cos(2.0 * std::numbers::pi * drawn[1] * 0x1p-32));
}

} // namespace neurarium
