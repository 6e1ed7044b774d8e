// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "layers/network.h"
#include "report/recipe.h"
#include "tensor/buffer.h"

namespace neurarium {

/// Updates all trainable parameters from the flat gradient. Its moments are flat buffers of the same layout.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// One update of parameters [begin, end) of the flat buffers; called for each stretch of trainable
    /// parameters. `step` counts updates, the first is 1.
    void update(Network& network, const float* gradient, double learningRate, std::int64_t step);

    /// The moment buffers by their PyTorch names ("exp_avg"), each as long as all parameters.
    struct Moment {
        std::string name;
        FloatBuffer values;
    };
    std::vector<Moment>& moments() { return m_moments; }
    const std::vector<Moment>& moments() const { return m_moments; }

protected:
    /// Updates neighbouring parameters, the first of which is number `begin` of all, from their gradient.
    virtual void updateRange(std::int64_t begin, std::span<const float> gradient, float* values,
                             double learningRate) = 0;
    std::int64_t m_step = 0;
    std::vector<Moment> m_moments;
};

/// Builds the optimiser of an experiment: sgd, adam or adamw with PyTorch's update rules.
std::unique_ptr<Optimizer> makeOptimizer(const Choice& choice, std::int64_t parameters);

} // namespace neurarium
