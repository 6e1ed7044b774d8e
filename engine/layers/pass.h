// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "tensor/random.h"
#include "tensor/shape.h"

namespace neurarium {

struct Parameter;

/// A few samples' values at one place of the network. Samples lie one behind the other; the numbers of one
/// image lie C×H×W or H×W×C, as the layer asked for (`Layer::layout`), while `shape` always reads C×H×W.
struct Slice {
    float* data = nullptr;
    std::int64_t samples = 0;
    const Shape* shape = nullptr; ///< of one sample
    std::int64_t sampleSize = 0;  ///< shape->elements()

    float* sample(std::int64_t index) const { return data + index * sampleSize; }
    std::int64_t size() const { return samples * sampleSize; }
};

enum class Mode { Training, Evaluation };

/// What somebody who looks inside takes out of attention, and changes in it. In evaluation only.
struct AttentionLens {
    float* weights = nullptr;       ///< gets them: heads × tokens × tokens for each sample of the batch
    const bool* headsOff = nullptr; ///< of each head: whether its output counts as zero; may be null
    bool operator==(const AttentionLens&) const = default;
};

/// Which part of a gradient is asked for, of so many that are made side by side.
struct Parts {
    int number = 0;
    int count = 1;
};

/// What a forward or backward of one slice is given besides its values.
struct Pass {
    Mode mode = Mode::Evaluation;
    std::uint64_t call = 0; ///< passes with the same number above 0 see the same weights
    std::uint64_t seed = 0;
    std::uint64_t step = 0;       ///< the optimiser step, for random numbers
    std::uint32_t layer = 0;      ///< the layer's number, for random numbers
    std::int64_t firstSample = 0; ///< place in the batch of the slice's first sample
    float* kept = nullptr;        ///< Layer::workspace().kept floats for each sample of the slice
    float* scratch = nullptr;     ///< Layer::workspace().scratch floats for each sample of the slice
    float* gradients = nullptr;   ///< this shard's sums of gradients; null when parameters are not trained
    Parts parts{};                ///< for Layer::forwardPart and gradientPart
    const double* statistics = nullptr;         ///< whole-batch layers: the finished sums of forward
    const double* backwardStatistics = nullptr; ///< ... and of backward
    std::int64_t batchSamples = 0;              ///< samples of the whole batch
    AttentionLens lens{};                       ///< of this layer; empty when nobody looks

    /// Where this shard adds the gradient of a parameter; null when it is not trained.
    float* gradient(const Parameter& parameter) const;
    /// The stream of dropout decisions of this layer; draw at (step, place in the batch).
    RandomStream random() const { return {seed, RandomPurpose::Dropout, layer}; }
};

} // namespace neurarium
