// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/fused_convolution.h"

#include <utility>

namespace neurarium {

FusedConvolution::FusedConvolution(std::unique_ptr<Conv2d> convolution, const Shape& convolved, bool pools)
    : m_convolution(std::move(convolution))
    , m_convolved(convolved)
    , m_pooling{.height = convolved[1],
                .width = convolved[2],
                .channels = convolved[0],
                .outHeight = convolved[1] / 2,
                .outWidth = convolved[2] / 2,
                .kernel = 2,
                .stride = 2}
    , m_pools(pools) {}

Shape FusedConvolution::outputShape(const Shape& /*input*/) {
    return m_pools ? Shape{m_pooling.channels, m_pooling.outHeight, m_pooling.outWidth} : m_convolved;
}

/// Kept: which of the 2×2 won. In backward: the gradient of the convolution's output.
WorkspaceSize FusedConvolution::workspace(const Shape& /*input*/) const {
    const std::int64_t pooled = m_pooling.channels * m_pooling.outHeight * m_pooling.outWidth;
    return {.kept = m_pools ? pooled : 0, .backward = m_convolved.elements()};
}

void FusedConvolution::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    m_convolution->forwardWith(m_pools ? Epilogue::ReluMaxPool : Epilogue::Relu, pass, x,
                               {y.data, pass.kept});
}

void FusedConvolution::backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                                const Slice& gradX) const {
    const Slice gradConvolved{pass.scratch, x.samples, &m_convolved, m_convolved.elements()};
    PoolingShape pooling = m_pooling;
    pooling.samples = x.samples;
    if (m_pools)
        kernels().maxPoolBackward(pooling, gradY.data, pass.kept, gradConvolved.data);
    else
        kernels().reluBackward(y.size(), y.data, gradY.data, gradConvolved.data);
    m_convolution->backward(pass, x, {}, gradConvolved, gradX);
}

} // namespace neurarium
