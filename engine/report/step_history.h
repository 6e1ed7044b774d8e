// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace neurarium {

/// The lowest and the highest finite loss of some steps; empty when there was none.
struct LossRange {
    float lowest = std::numeric_limits<float>::infinity();
    float highest = -std::numeric_limits<float>::infinity();

    bool empty() const { return lowest > highest; }
    void include(const LossRange& other);
    bool operator==(const LossRange&) const = default;
};

/// The step losses of one branch as a min/max pyramid: any stretch of steps is answered in a time that does
/// not depend on its length, and a spike of a single step is never lost. Every step is kept as it is until
/// there are `capacity` of them; then neighbours are joined two by two, so that memory stays bounded (20
/// bytes a place at most).
class StepHistory {
public:
    static constexpr std::size_t kDefaultCapacity = std::size_t{1} << 22;

    /// `capacity` is rounded up to a power of two, at least 64.
    explicit StepHistory(std::size_t capacity = kDefaultCapacity);

    /// Steps come in increasing order; one that is not above the last is ignored, a hole stays empty. NaN and
    /// Inf are not drawn, but the first of them is remembered.
    void append(std::int64_t step, float loss);
    void clear();

    bool empty() const { return m_levels.front().empty(); }
    std::int64_t firstStep() const { return m_first; }
    std::int64_t lastStep() const { return m_last; }
    /// Steps that share one place: 1 until `capacity` is reached.
    std::int64_t stepsPerPlace() const { return m_stepsPerPlace; }
    std::optional<std::int64_t> firstNotFinite() const { return m_firstNotFinite; }

    /// The extremes of the steps `first` ... `last`, both included.
    LossRange range(std::int64_t first, std::int64_t last) const;
    /// The loss of one step; its place's highest when places are shared, nothing where there is none.
    std::optional<float> at(std::int64_t step) const;
    /// Memory held, in bytes.
    std::size_t bytes() const;

private:
    static constexpr std::size_t kFanOut = 8; // places of one level under one place of the next

    std::size_t placeOf(std::int64_t step) const;
    void include(std::size_t place, const LossRange& loss);
    void joinNeighbours();
    void rebuildUpperLevels();

    std::size_t m_capacity;
    std::int64_t m_first = 0;
    std::int64_t m_last = 0;
    std::int64_t m_stepsPerPlace = 1;
    std::optional<std::int64_t> m_firstNotFinite;
    std::vector<std::vector<LossRange>> m_levels; ///< level 0 holds the places
};

} // namespace neurarium
