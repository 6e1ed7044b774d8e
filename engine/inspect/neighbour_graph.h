// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inspect/neighbours.h"

namespace neurarium {

/// How strongly near points hang together: a graph with the same weight in both directions.
struct NeighbourGraph {
    std::vector<std::int64_t> begin;  ///< of each point's edges, and the end of the last
    std::vector<std::int32_t> points; ///< the other end of each edge, in the order of their numbers
    std::vector<float> weights;

    std::int64_t size() const { return std::ssize(begin) - 1; }
};

/// The graph of all pairs of which one is a neighbour of the other; `join` makes one weight of both
/// directions', where 0 stands for a direction that is missing. Weights lie as the neighbours' numbers do.
NeighbourGraph joinBothWays(const Neighbours& neighbours, std::span<const float> weights,
                            float (*join)(float there, float back));

} // namespace neurarium
