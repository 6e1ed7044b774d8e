// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "inspect/background_work.h"
#include "tensor/tensor.h"

namespace neurarium {

/// The nearest others of each of N points, the nearest first.
struct Neighbours {
    std::int64_t each = 0; ///< neighbours of one point
    std::vector<std::int32_t> points{};
    std::vector<float> distances{}; ///< Euclidean

    std::int64_t size() const { return each == 0 ? 0 : std::ssize(points) / each; }
    bool operator==(const Neighbours&) const = default;
};

/// The nearest `each` others of N×D points, or all others where there are fewer; of equally far ones those
/// with the smaller number. Compares all pairs up to some ten thousand points, and asks an index beyond that,
/// which may miss a few. Nothing when cancelled.
std::optional<Neighbours> findNeighbours(const Tensor& points, std::int64_t each, const BackgroundWork& work);

/// The two ways of finding them.
std::optional<Neighbours> neighboursByPairs(const Tensor& points, std::int64_t each,
                                            const BackgroundWork& work);
/// A graph of near points that is searched step by step (Malkov and Yashunin 2018, by hnswlib). It is built
/// on one thread, so that it is the same graph every time.
std::optional<Neighbours> neighboursByIndex(const Tensor& points, std::int64_t each,
                                            const BackgroundWork& work);

} // namespace neurarium
