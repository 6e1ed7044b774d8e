// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/optimizer.h"

#include <cmath>

#include "experiment/experiment.h"
#include "kernels/kernels.h"

namespace neurarium {

void Optimizer::update(Network& network, const float* gradient, const UpdateStep& step, ThreadPool& pool) {
    m_step = step.number;
    const auto& parameters = network.parameters();
    for (std::size_t i = 0; i < parameters.size();) {
        if (!parameters[i]->trainable) {
            ++i;
            continue;
        }
        const std::int64_t begin = parameters[i]->offset;
        std::int64_t end = begin;
        for (; i < parameters.size() && parameters[i]->trainable; ++i)
            end = parameters[i]->offset + static_cast<std::int64_t>(parameters[i]->value.size());
        pool.runStretches(end - begin, [&](std::int64_t first, std::int64_t last) {
            updateRange(begin + first, {gradient + begin + first, gradient + begin + last},
                        network.weights().data() + begin + first, step.learningRate);
        });
    }
}

namespace {

/// b ← μ·b + g (the first time b ← g);  w ← w − lr·b, or with Nesterov w ← w − lr·(g + μ·b).
class Sgd : public Optimizer {
public:
    Sgd(const KindDescription& kind, const Options& options, std::int64_t parameters)
        : m_momentum(static_cast<float>(numberValue(kind, options, "momentum")))
        , m_weightDecay(static_cast<float>(numberValue(kind, options, "weight_decay")))
        , m_nesterov(booleanValue(kind, options, "nesterov")) {
        if (m_momentum != 0)
            m_moments.push_back({"momentum_buffer", FloatBuffer(parameters)});
    }

protected:
    void updateRange(std::int64_t begin, std::span<const float> gradient, float* values,
                     double learningRate) override {
        const auto count = static_cast<std::int64_t>(gradient.size());
        const SgdStep step{.lr = static_cast<float>(learningRate),
                           .momentum = m_momentum,
                           .weightDecay = m_weightDecay,
                           .nesterov = m_nesterov,
                           .first = m_step == 1};
        kernels().sgd(step, count, gradient.data(), values,
                      m_moments.empty() ? nullptr : m_moments[0].values.data() + begin);
    }

private:
    float m_momentum;
    float m_weightDecay;
    bool m_nesterov;
};

/// m ← β₁·m + (1 − β₁)·g,  v ← β₂·v + (1 − β₂)·g²,  w ← w − lr·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 −
/// β₂ᵗ). Weight decay: added to g (adam), or w ← w·(1 − lr·λ) first (adamw).
class Adam : public Optimizer {
public:
    Adam(const KindDescription& kind, const Options& options, std::int64_t parameters)
        : m_decoupled(kind.type == "adamw")
        , m_eps(numberValue(kind, options, "eps"))
        , m_weightDecay(numberValue(kind, options, "weight_decay")) {
        const auto& betas = std::get<std::vector<double>>(optionValue(kind, options, "betas"));
        m_beta1 = betas[0];
        m_beta2 = betas[1];
        m_moments.push_back({"exp_avg", FloatBuffer(parameters)});
        m_moments.push_back({"exp_avg_sq", FloatBuffer(parameters)});
    }

protected:
    void updateRange(std::int64_t begin, std::span<const float> gradient, float* values,
                     double learningRate) override {
        const auto count = static_cast<std::int64_t>(gradient.size());
        const auto t = static_cast<double>(m_step);
        const AdamStep step{.lr = learningRate,
                            .beta1 = m_beta1,
                            .beta2 = m_beta2,
                            .eps = m_eps,
                            .weightDecay = m_weightDecay,
                            .decoupled = m_decoupled,
                            .correction1 = 1.0 - std::pow(m_beta1, t),
                            .correction2 = 1.0 - std::pow(m_beta2, t)};
        kernels().adam(step, count, gradient.data(), values, m_moments[0].values.data() + begin,
                       m_moments[1].values.data() + begin);
    }

private:
    bool m_decoupled;
    double m_beta1 = 0.9;
    double m_beta2 = 0.999;
    double m_eps;
    double m_weightDecay;
};

} // namespace

std::unique_ptr<Optimizer> makeOptimizer(const Choice& choice, std::int64_t parameters) {
    const KindDescription& kind = describedKind(recipeCatalogue().optimizers, choice.type);
    if (choice.type == "sgd")
        return std::make_unique<Sgd>(kind, choice.options, parameters);
    return std::make_unique<Adam>(kind, choice.options, parameters);
}

} // namespace neurarium
