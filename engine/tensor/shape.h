// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace neurarium {

/// The lengths of a tensor's axes, outermost first. Each length is at least 0.
class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<std::int64_t> lengths);
    explicit Shape(std::vector<std::int64_t> lengths);

    std::size_t rank() const { return m_lengths.size(); }
    std::int64_t operator[](std::size_t axis) const { return m_lengths[axis]; }
    std::int64_t last() const { return m_lengths.back(); }

    /// The product of all lengths; 1 for rank 0. Throws Error when it does not fit into 63 bits.
    std::int64_t elements() const;

    /// The same shape with one more axis in front: a batch of samples.
    Shape withBatch(std::int64_t samples) const;
    /// The same shape without its first axis.
    Shape sample() const;

    const std::vector<std::int64_t>& lengths() const { return m_lengths; }
    /// "3×64×64"
    std::string text() const;
    bool operator==(const Shape&) const = default;

private:
    std::vector<std::int64_t> m_lengths;
};

} // namespace neurarium
