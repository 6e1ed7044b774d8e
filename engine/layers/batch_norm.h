// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y = γ·(x − μ)/√(σ² + ε) + β, channel by channel; μ and σ² over the batch and H×W while training, running
// ones else.
//   running ← (1 − momentum)·running + momentum·batch, where the running σ² is the unbiased one.
// With x̂ = (x − μ)/√(σ² + ε) and M numbers a channel:
//   dL/dγ = Σ gradY·x̂,  dL/dβ = Σ gradY,  dL/dx = γ/√(σ² + ε) · (gradY − dL/dβ/M − x̂·dL/dγ/M)
#include "kernels/kernels.h"
#include "layers/layer.h"

namespace neurarium {

/// Batch normalisation on axis 1, with or without H×W (Ioffe and Szegedy 2015; nn.BatchNorm1d and 2d).
class BatchNorm : public Layer {
public:
    /// Throws Error unless 0 <= momentum <= 1 and eps > 0.
    BatchNorm(double momentum, double eps);

    std::string type() const override { return "batch_norm"; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override { return {&m_weight, &m_bias}; }
    std::vector<StateBuffer*> buffers() override { return {&m_runningMean, &m_runningVariance, &m_batches}; }
    void initialize(const RandomStream& random) override;
    Layout layout() const override { return Layout::ChannelsLast; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

    WorkspaceSize workspace(const Shape& input) const override {
        return {.kept = 0, .scratch = 4 * input[0]};
    }
    std::int64_t statisticsSize(const Shape& input) const override { return 2 * input[0]; }
    void gatherForward(const Slice& x, double* sums) const override;
    void finishForward(double* sums, const Shape& input, std::int64_t count) override;
    void gatherBackward(const Pass& pass, const Slice& x, const Slice& gradY, double* sums) const override;

private:
    ChannelRows rows(const Slice& x) const;
    /// μ and 1/√(σ² + ε) of a channel in this pass.
    double mean(const Pass& pass, std::int64_t channel) const;
    double inverseDeviation(const Pass& pass, std::int64_t channel) const;

    double m_momentum;
    double m_eps;
    std::int64_t m_channels = 0;
    Parameter m_weight{.name = "weight"};
    Parameter m_bias{.name = "bias", .isBias = true};
    StateBuffer m_runningMean{.name = "running_mean"};
    StateBuffer m_runningVariance{.name = "running_var"};
    StateBuffer m_batches{.name = "num_batches_tracked", .integer = true};
};

} // namespace neurarium
