// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "inspect/map_maker.h"
#include "inspect/neighbour_graph.h"
#include "tensor/random.h"

namespace neurarium {

/// UMAP (McInnes, Healy and Melville 2018): along each edge of the fuzzy graph, the more often the heavier it
/// is, both ends are pulled together, and the first is pushed away from five points drawn at random; the
/// likeness of two places is 1/(1 + a·d^(2b)), with a and b for a smallest distance of 0.1.
/// One thread moves the points one after another, so that the map is the same every time.
class Umap : public MapMaker {
public:
    enum class Start {
        Fresh,    ///< from a rough picture about ten wide
        Continued ///< from a finished map of nearly the same points: fewer steps, and smaller ones
    };
    struct Options {
        std::uint64_t seed = 0;
        Start start = Start::Fresh;
    };

    /// `graph` as `fuzzyGraph` makes it.
    Umap(NeighbourGraph graph, MapPlaces places, const Options& options);

    std::int64_t steps() const override { return m_steps; }
    void step() override;
    const MapPlaces& places() const override { return m_places; }

private:
    void pull(std::size_t point, std::size_t other, float rate);
    void push(std::size_t point, std::size_t other, float rate);

    NeighbourGraph m_graph;
    MapPlaces m_places;
    RandomStream m_random;
    std::int64_t m_steps = 0, m_done = 0;
    float m_firstRate = 1;
    std::vector<float> m_interval; ///< of each edge: steps between two pulls
    std::vector<float> m_nextPull;
};

} // namespace neurarium
