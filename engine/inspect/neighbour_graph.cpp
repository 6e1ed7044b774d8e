// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/neighbour_graph.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace neurarium {

namespace {

using Edge = std::pair<std::int32_t, float>;

/// One list of edges a point, one behind the other.
struct EdgeLists {
    std::vector<std::int64_t> begin;
    std::vector<Edge> edges;

    std::span<const Edge> of(std::size_t point) const {
        return std::span(edges).subspan(static_cast<std::size_t>(begin[point]),
                                        static_cast<std::size_t>(begin[point + 1] - begin[point]));
    }
};

/// The edges as they are, each list in the order of the points.
EdgeLists forwards(const Neighbours& neighbours, std::span<const float> weights) {
    EdgeLists lists;
    const std::int64_t count = neighbours.size();
    lists.begin.resize(static_cast<std::size_t>(count) + 1);
    for (std::size_t i = 0; i < lists.begin.size(); ++i)
        lists.begin[i] = static_cast<std::int64_t>(i) * neighbours.each;
    for (std::size_t i = 0; i < weights.size(); ++i)
        lists.edges.emplace_back(neighbours.points[i], weights[i]);
    for (auto from = lists.edges.begin(); from != lists.edges.end(); from += neighbours.each)
        std::sort(from, from + neighbours.each);
    return lists;
}

/// The same edges turned round; taken point by point, they are in order.
EdgeLists backwards(const EdgeLists& lists) {
    EdgeLists turned;
    turned.begin.assign(lists.begin.size(), 0);
    turned.edges.resize(lists.edges.size());
    for (const auto& [other, weight] : lists.edges)
        ++turned.begin[static_cast<std::size_t>(other) + 1];
    std::partial_sum(turned.begin.begin(), turned.begin.end(), turned.begin.begin());
    std::vector<std::int64_t> next = turned.begin;
    for (std::size_t i = 0; i + 1 < lists.begin.size(); ++i)
        for (const auto& [other, weight] : lists.of(i))
            turned.edges[static_cast<std::size_t>(next[static_cast<std::size_t>(other)]++)] = {
                static_cast<std::int32_t>(i), weight};
    return turned;
}

} // namespace

NeighbourGraph joinBothWays(const Neighbours& neighbours, std::span<const float> weights,
                            float (*join)(float there, float back)) {
    const EdgeLists there = forwards(neighbours, weights), back = backwards(there);
    NeighbourGraph graph;
    graph.begin.push_back(0);
    for (std::size_t i = 0; i + 1 < there.begin.size(); ++i) {
        const std::span<const Edge> out = there.of(i), in = back.of(i);
        for (std::size_t a = 0, b = 0; a < out.size() || b < in.size();) {
            const bool takeOut = a < out.size() && (b == in.size() || out[a].first <= in[b].first);
            const bool takeIn = b < in.size() && (a == out.size() || in[b].first <= out[a].first);
            graph.points.push_back(takeOut ? out[a].first : in[b].first);
            graph.weights.push_back(join(takeOut ? out[a].second : 0.0F, takeIn ? in[b].second : 0.0F));
            a += takeOut ? 1 : 0;
            b += takeIn ? 1 : 0;
        }
        graph.begin.push_back(std::ssize(graph.points));
    }
    return graph;
}

} // namespace neurarium
