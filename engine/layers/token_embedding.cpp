// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/token_embedding.h"

#include <algorithm>

#include "kernels/kernels.h"
#include "layers/initialization.h"
#include "layers/window.h"
#include "report/error.h"

namespace neurarium {

TokenEmbedding::TokenEmbedding(const TokenEmbeddingOptions& options)
    : m_options(options) {
    checkAtLeast("vocab", options.vocab, 1);
    checkAtLeast("dim", options.dim, 1);
}

Shape TokenEmbedding::outputShape(const Shape& input) {
    if (input.rank() != 1)
        throw Error(ProblemKind::Refused, "",
                    explain("Problem", "needs a row of tokens for each sample, and gets %1", {input.text()}));
    m_weight.shape = {m_options.vocab, m_options.dim};
    return {input[0], m_options.dim};
}

void TokenEmbedding::initialize(const RandomStream& random) {
    fillEmbedding(m_weight, random);
}

std::int64_t TokenEmbedding::row(float token) const {
    const auto last = static_cast<float>(m_options.vocab - 1);
    return token > 0 ? static_cast<std::int64_t>(std::min(token, last)) : 0;
}

void TokenEmbedding::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    for (std::int64_t t = 0; t < x.size(); ++t)
        std::copy_n(m_weight.value.data() + row(x.data[t]) * m_options.dim, m_options.dim,
                    y.data + t * m_options.dim);
}

void TokenEmbedding::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                              const Slice& gradX) const {
    if (float* gradWeight = pass.gradient(m_weight))
        for (std::int64_t t = 0; t < x.size(); ++t)
            kernels().addRows(1, m_options.dim, gradY.data + t * m_options.dim,
                              gradWeight + row(x.data[t]) * m_options.dim);
    if (gradX.data != nullptr)
        std::fill_n(gradX.data, gradX.size(), 0.0F);
}

} // namespace neurarium
