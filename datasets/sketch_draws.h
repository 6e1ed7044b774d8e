// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tensor/random.h"

namespace neurarium {

/// The random decisions of one picture, one after the other. They depend only on the seed and the picture's
/// number.
class SketchDraws {
public:
    SketchDraws(const RandomStream& random, std::int64_t picture)
        : m_random(random)
        , m_picture(static_cast<std::uint64_t>(picture)) {}

    /// Uniform in [low, high).
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(m_random.uniform(m_picture, m_next++));
    }
    float shade(float low, float high) { return static_cast<float>(between(low, high)); }
    bool chance(double probability) { return between(0, 1) < probability; }
    /// 0 ... bound - 1.
    int below(int bound) {
        return static_cast<int>(m_random.below(m_picture, m_next++, static_cast<std::uint64_t>(bound)));
    }
    template <typename T, std::size_t size>
    const T& oneOf(const std::array<T, size>& choices) {
        return choices[static_cast<std::size_t>(below(static_cast<int>(size)))];
    }

private:
    RandomStream m_random;
    std::uint64_t m_picture;
    std::uint64_t m_next = 0;
};

} // namespace neurarium
