// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "inspect/map_places.h"
#include "tensor/thread_pool.h"

namespace neurarium {

/// What pushes each point of a map away from all others in t-SNE, with q = 1/(1 + d²) of a pair:
/// Σ q²·(own − other), and Σ q over all other points.
///
/// Up to a few thousand points all pairs are added up. Beyond that far groups of points count as one at their
/// centre (Barnes and Hut 1986; van der Maaten 2014). The groups are the boxes of a tree; the few points of a
/// box at its tips share one list of groups (Barnes 1990), so that they are worked on side by side.
class RepulsionField {
public:
    enum class Way { Quickest, AllPairs, Tree };

    /// For maps of so many points.
    RepulsionField(std::int64_t points, std::size_t dimensions, Way way = Way::Quickest);

    /// Results do not depend on the number of threads.
    void compute(const MapPlaces& places, ThreadPool& pool);

    float push(std::size_t axis, std::size_t point) const { return m_push[axis][point]; }
    float closeness(std::size_t point) const { return m_push[3][point]; }
    /// Σ q over all pairs, both ways round.
    double total() const { return m_total; }

private:
    /// A box of the tree: its points are those at m_order[first ... first + count).
    struct Box {
        std::array<float, 4> source{}; ///< centre and number of its points
        float side = 0;
        std::int32_t first = 0;
        std::int32_t count = 0;
        std::int32_t next = 0; ///< the box behind this one and all in it
        bool tip = false;
    };
    struct Cube {
        std::array<float, 3> low{};
        float side = 0;
    };

    /// Points of m_order.
    struct Stretch {
        std::int32_t first = 0;
        std::int32_t count = 0;
    };

    void buildTree(const MapPlaces& places);
    void addBox(const MapPlaces& places, const Cube& cube, const Stretch& stretch);
    void addEighths(const MapPlaces& places, const Cube& cube, const Stretch& stretch);
    void gather(const Box& tip, std::vector<float>& sources) const;
    void pushTip(const Box& tip, const std::vector<float>& sources);

    std::int64_t m_points;
    bool m_tree;
    std::array<std::vector<float>, 4> m_push; ///< along each axis, then the closeness
    double m_total = 0;
    std::vector<std::int32_t> m_order, m_sorted;
    float m_smallestSide = 0;
    std::vector<Box> m_boxes;                ///< each before those in it
    std::vector<std::int32_t> m_tips;        ///< boxes that are not divided
    std::vector<float> m_all;                ///< every point as a source, in m_order
    std::vector<std::vector<float>> m_lists; ///< sources, one list a thread
};

} // namespace neurarium
