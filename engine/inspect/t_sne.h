// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "inspect/map_maker.h"
#include "inspect/neighbour_graph.h"
#include "inspect/repulsion_field.h"
#include "tensor/thread_pool.h"

namespace neurarium {

/// t-SNE (van der Maaten and Hinton 2008, with the trees of van der Maaten 2014): moves the places y down the
/// gradient of KL(P‖Q), where Q says of a pair q/Z with q = 1/(1 + |yᵢ − yⱼ|²) and Z the sum over all pairs:
///   dL/dyᵢ = 4·Σⱼ (α·pᵢⱼ − qᵢⱼ/Z)·qᵢⱼ·(yᵢ − yⱼ)
/// α is 12 at first (early exaggeration). Momentum, gains and rate as in scikit-learn.
class TSne : public MapMaker {
public:
    enum class Start {
        Fresh,    ///< from a rough picture, made tiny: 1,000 steps
        Continued ///< from a finished map of nearly the same points: 250 steps without exaggeration
    };

    /// `graph` as `affinities` makes it.
    TSne(NeighbourGraph graph, MapPlaces places, Start start, ThreadPool& pool);

    std::int64_t steps() const override { return m_steps; }
    void step() override;
    const MapPlaces& places() const override { return m_places; }

private:
    void movePoint(std::size_t point, float exaggeration, float momentum);

    NeighbourGraph m_graph;
    MapPlaces m_places, m_moved, m_velocity, m_gains;
    RepulsionField m_field;
    ThreadPool& m_pool;
    std::int64_t m_steps = 0, m_exaggerated = 0, m_done = 0;
    float m_rate = 0;
};

} // namespace neurarium
