// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace neurarium {

/// What random numbers are drawn for. The numbers are part of the checkpoint format: never renumber.
enum class RandomPurpose : std::uint32_t {
    Initialization = 1,
    Split = 2,
    Shuffle = 3,
    Augmentation = 4,
    Dropout = 5,
    Generator = 6,
    Generation = 7,
    Projection = 8,
    Labels = 9,
};

/// Random numbers without state: Philox 4×32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1,
/// 2, 3"). A stream is (seed, purpose, layer); a draw is (step, index): it depends on its place, never on who
/// drew before.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, RandomPurpose purpose, std::uint32_t layer = 0);

    /// What the kernels need to draw the same words themselves.
    const std::array<std::uint32_t, 2>& key() const { return m_key; }
    std::uint32_t lane() const { return m_lane; }

    /// Four independent words for one place.
    std::array<std::uint32_t, 4> words(std::uint64_t step, std::uint64_t index) const;

    /// Uniform in [0, 1), 24 bits.
    float uniform(std::uint64_t step, std::uint64_t index) const;
    /// Uniform in [low, high).
    float uniform(std::uint64_t step, std::uint64_t index, float low, float high) const;
    /// Uniform whole number in [0, bound), bound at least 1; without visible bias (64-bit multiply).
    std::uint64_t below(std::uint64_t step, std::uint64_t index, std::uint64_t bound) const;
    /// Standard normal (Box and Muller), computed in double precision.
    float normal(std::uint64_t step, std::uint64_t index) const;

private:
    std::array<std::uint32_t, 2> m_key;
    std::uint32_t m_lane;
};

/// The first word of a draw as a number in [0, 1).
inline float toUnit(std::uint32_t word) {
    return static_cast<float>(word >> 8) * 0x1p-24F;
}

} // namespace neurarium
