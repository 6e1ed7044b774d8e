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
#include "tensor/thread_pool.h"

namespace neurarium {

struct UpdateStep {
    std::int64_t number = 1; ///< the first update is 1
    double learningRate = 0;
};

/// Updates all trainable parameters from the flat gradient. Its moments are flat buffers of the same layout.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// One update of all trainable parameters, shared among the pool's threads.
    void update(Network& network, const float* gradient, const UpdateStep& step, ThreadPool& pool);

    /// The moment buffers by their PyTorch names ("exp_avg"), each as long as all parameters.
    struct Moment {
        std::string name;
        FloatBuffer values;
    };
    std::vector<Moment>& moments() { return m_moments; }
    const std::vector<Moment>& moments() const { return m_moments; }

protected:
    /// Updates neighbouring parameters on any thread, the first of which is number `begin` of all, from their
    /// gradient.
    virtual void updateRange(std::int64_t begin, std::span<const float> gradient, float* values,
                             double learningRate) = 0;
    std::int64_t m_step = 0;
    std::vector<Moment> m_moments;
};

/// Builds the optimiser of an experiment: sgd, adam or adamw with PyTorch's update rules.
std::unique_ptr<Optimizer> makeOptimizer(const Choice& choice, std::int64_t parameters);

} // namespace neurarium
