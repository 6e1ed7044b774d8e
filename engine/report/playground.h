// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace neurarium {

/// A grid of values over the square [-1, 1] x [-1, 1]; row 0 is the top (y = +1).
struct ValueMap {
    std::int32_t size = 0;     ///< cells along each side
    std::vector<float> values; ///< size * size, row by row
    bool operator==(const ValueMap&) const = default;
};

/// One neuron of a small fully connected network.
struct NeuronView {
    ValueMap map;              ///< its output after the activation, over the square
    std::vector<float> weights; ///< from the neurons of the layer before
    float bias = 0;
    bool asleep = false;       ///< switched off by dropout in the batch shown
    bool operator==(const NeuronView&) const = default;
};

/// One layer of neurons: a `linear` with the activation that follows it.
struct NeuronLayer {
    std::string place;
    std::string activation{};
    std::vector<NeuronView> neurons{};
    bool operator==(const NeuronLayer&) const = default;
};

/// The playground at one step: the decision map and, for a small network, each neuron.
struct PlaygroundSnapshot {
    std::int64_t step = 0;
    ValueMap decision{}; ///< -1 ... +1: which class, and how surely; for regression the output
    std::vector<NeuronLayer> layers{}; ///< empty when the network is too large to be drawn
    bool operator==(const PlaygroundSnapshot&) const = default;
};

/// The points of a two-dimensional dataset.
struct PointSet {
    std::vector<float> x, y;
    std::vector<float> targets;      ///< class numbers, or values for regression
    std::vector<bool> validation;    ///< kept for checking
    bool classes = true;             ///< targets are class numbers
    bool operator==(const PointSet&) const = default;
};

} // namespace neurarium
