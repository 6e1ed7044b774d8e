// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y[o, i, j] = b[o] + Σ over c, p, q of W[o, c, p, q] · x[c, i·s + p − pad, j·s + q − pad]
//   x: C×H×W, W: O×(C/groups)×k×k, y: O×H'×W' with H' = ⌊(H + 2·pad − k)/s⌋ + 1; outside x all is zero.
#include "kernels/kernels.h"
#include "layers/layer.h"

namespace neurarium {

struct Conv2dOptions {
    std::int64_t outChannels = 1;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t groups = 1;
    bool bias = true;
};

/// A two-dimensional convolution with a square kernel, as PyTorch's nn.Conv2d.
class Conv2d : public Layer {
public:
    /// Throws Error that names the option when one is out of range.
    explicit Conv2d(const Conv2dOptions& options);

    std::string type() const override { return "conv2d"; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override;
    void initialize(const RandomStream& random) override;
    Layout layout() const override { return Layout::ChannelsLast; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    /// The same with an epilogue.
    void forwardWith(Epilogue epilogue, const Pass& pass, const Slice& x, const ConvolutionOutput& y) const;
    bool poolsInEpilogue() const { return kernels().poolsInEpilogue(m_convolution); }
    void finishGradients(const float* sums, float* gradients) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    Convolution convolution(const Pass& pass, std::int64_t samples) const;

    Conv2dOptions m_options;
    Convolution m_convolution;
    Parameter m_weight{.name = "weight"};
    Parameter m_bias{.name = "bias", .isBias = true};
};

} // namespace neurarium
