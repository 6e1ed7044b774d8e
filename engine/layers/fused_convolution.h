// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y = relu(conv(x)), or its 2×2 max pooling: what lies between is never written to memory.
//   x: C×H×W, y: O×H'×W' or O×⌊H'/2⌋×⌊W'/2⌋
#include <memory>

#include "layers/conv2d.h"

namespace neurarium {

/// A convolution with the ReLU behind it and, where the kernels can, the max pooling behind that. The network
/// puts it in their place; to everybody else they stay layers of their own.
class FusedConvolution : public Layer {
public:
    /// `convolution` knows its shapes; its output has the shape `convolved`.
    FusedConvolution(std::unique_ptr<Conv2d> convolution, const Shape& convolved, bool pools);

    std::string type() const override { return m_convolution->type(); }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override { return m_convolution->parameters(); }
    void initialize(const RandomStream& random) override { m_convolution->initialize(random); }
    void finishGradients(const float* sums, float* gradients) const override {
        m_convolution->finishGradients(sums, gradients);
    }
    Layout layout() const override { return Layout::ChannelsLast; }
    WorkspaceSize workspace(const Shape& input) const override;
    BackwardNeeds backwardNeeds() const override { return {.input = true, .output = !m_pools}; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    std::unique_ptr<Conv2d> m_convolution;
    Shape m_convolved;
    PoolingShape m_pooling; ///< of one sample
    bool m_pools;
};

} // namespace neurarium
