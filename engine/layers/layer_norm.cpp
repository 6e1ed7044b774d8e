// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/layer_norm.h"

#include "layers/initialization.h"
#include "report/error.h"

namespace neurarium {

LayerNorm::LayerNorm(double eps)
    : m_eps(eps) {
    if (!(eps > 0))
        throw Error(ProblemKind::Refused, "eps",
                    explain("Problem", "must be above 0, is %1", {std::to_string(eps)}));
}

Shape LayerNorm::outputShape(const Shape& input) {
    if (input.rank() == 0)
        throw Error(ProblemKind::Refused, "", explain("Problem", "needs at least one number a sample"));
    m_length = input.last();
    m_weight.shape = m_bias.shape = {m_length};
    return input;
}

void LayerNorm::initialize(const RandomStream& /*random*/) {
    fillConstant(m_weight, 1);
    fillConstant(m_bias, 0);
}

WorkspaceSize LayerNorm::workspace(const Shape& input) const {
    const std::int64_t rows = input.elements() / input.last();
    return {.kept = 2 * rows, .scratch = 0}; // μ and 1/√(σ² + ε) of each row
}

LayerNormalization LayerNorm::kernel(const Pass& pass, const Slice& x) const {
    return {.rows = x.size() / m_length,
            .length = m_length,
            .eps = m_eps,
            .x = x.data,
            .gamma = m_weight.value.data(),
            .beta = m_bias.value.data(),
            .statistics = pass.kept};
}

void LayerNorm::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    LayerNormalization shape = kernel(pass, x);
    shape.y = y.data;
    kernels().layerNorm(shape);
}

void LayerNorm::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                         const Slice& gradX) const {
    backwardOnto(pass, x, {.gradY = gradY.data, .gradX = gradX.data});
}

void LayerNorm::backwardOnto(const Pass& pass, const Slice& x, LayerNormalizationGradient gradient) const {
    gradient.gradGamma = pass.gradient(m_weight);
    gradient.gradBeta = pass.gradient(m_bias);
    kernels().layerNormBackward(kernel(pass, x), gradient);
}

} // namespace neurarium
