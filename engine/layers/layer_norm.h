// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), μ and σ² over the last axis of D numbers.
//   dL/dγ = Σ gradY·x̂,  dL/dβ = Σ gradY over the rows;
//   with g = gradY·γ:  dL/dx = (g − mean g − x̂·mean(g·x̂))/√(σ² + ε)
#include "kernels/kernels.h"
#include "layers/layer.h"

namespace neurarium {

/// Layer normalisation on the last axis (Ba, Kiros and Hinton 2016; nn.LayerNorm).
class LayerNorm : public Layer {
public:
    static constexpr double kDefaultEps = 1e-5;

    /// Throws Error unless eps > 0.
    explicit LayerNorm(double eps);

    std::string type() const override { return "layer_norm"; }
    bool readsTokenByToken() const override { return true; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override { return {&m_weight, &m_bias}; }
    void initialize(const RandomStream& random) override;
    Layout layout() const override { return Layout::ChannelsFirst; }
    WorkspaceSize workspace(const Shape& input) const override;
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
    /// backward with gradX = base + dL/dx; the gradients of the parameters are filled in here.
    void backwardOnto(const Pass& pass, const Slice& x, LayerNormalizationGradient gradient) const;

private:
    LayerNormalization kernel(const Pass& pass, const Slice& x) const;

    double m_eps;
    std::int64_t m_length = 1;
    Parameter m_weight{.name = "weight"};
    Parameter m_bias{.name = "bias", .isBias = true};
};

} // namespace neurarium
