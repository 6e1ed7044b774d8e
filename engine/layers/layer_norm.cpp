// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/layer_norm.h"

#include <cmath>

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

void LayerNorm::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    float* kept = pass.kept;
    for (std::int64_t row = 0; row < x.size() / m_length; ++row) {
        const float* in = x.data + row * m_length;
        float* out = y.data + row * m_length;
        double sum = 0, squares = 0;
        for (std::int64_t i = 0; i < m_length; ++i)
            sum += in[i];
        const double mu = sum / static_cast<double>(m_length);
        for (std::int64_t i = 0; i < m_length; ++i)
            squares += (in[i] - mu) * (in[i] - mu);
        kept[2 * row] = static_cast<float>(mu);
        kept[2 * row + 1] =
            static_cast<float>(1.0 / std::sqrt(squares / static_cast<double>(m_length) + m_eps));
        for (std::int64_t i = 0; i < m_length; ++i) {
            const auto at = static_cast<std::size_t>(i);
            out[i] = (in[i] - kept[2 * row]) * kept[2 * row + 1] * m_weight.value[at] + m_bias.value[at];
        }
    }
}

void LayerNorm::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                         const Slice& gradX) const {
    float* gradGamma = pass.gradient(m_weight);
    float* gradBeta = pass.gradient(m_bias);
    for (std::int64_t row = 0; row < x.size() / m_length; ++row) {
        const float* in = x.data + row * m_length;
        const float* grad = gradY.data + row * m_length;
        const float mu = pass.kept[2 * row], deviation = pass.kept[2 * row + 1];
        double meanG = 0, meanGX = 0;
        for (std::int64_t i = 0; i < m_length; ++i) {
            const float normal = (in[i] - mu) * deviation;
            const float g = grad[i] * m_weight.value[static_cast<std::size_t>(i)];
            meanG += g;
            meanGX += static_cast<double>(g) * normal;
            if (gradGamma != nullptr)
                gradGamma[i] += grad[i] * normal;
            if (gradBeta != nullptr)
                gradBeta[i] += grad[i];
        }
        if (gradX.data == nullptr)
            continue;
        const auto shareG = static_cast<float>(meanG / static_cast<double>(m_length));
        const auto shareGX = static_cast<float>(meanGX / static_cast<double>(m_length));
        for (std::int64_t i = 0; i < m_length; ++i) {
            const float normal = (in[i] - mu) * deviation;
            const float g = grad[i] * m_weight.value[static_cast<std::size_t>(i)];
            gradX.data[row * m_length + i] = (g - shareG - normal * shareGX) * deviation;
        }
    }
}

} // namespace neurarium
