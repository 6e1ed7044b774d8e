// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/linear.h"

#include "kernels/kernels.h"
#include "layers/initialization.h"
#include "report/error.h"

namespace neurarium {

Linear::Linear(std::int64_t outFeatures, bool bias)
    : m_out(outFeatures)
    , m_hasBias(bias) {
    if (outFeatures < 1)
        throw Error(ProblemKind::Refused, "out_features",
                    explain("Problem", "must be at least 1, is %1", {std::to_string(outFeatures)}));
}

Shape Linear::outputShape(const Shape& input) {
    if (input.rank() == 0)
        throw Error(ProblemKind::Refused, "", explain("Problem", "needs at least one number a sample"));
    m_in = input.last();
    m_weight.shape = {m_out, m_in};
    m_bias.shape = {m_out};
    std::vector<std::int64_t> lengths = input.lengths();
    lengths.back() = m_out;
    return Shape(std::move(lengths));
}

std::vector<Parameter*> Linear::parameters() {
    return m_hasBias ? std::vector{&m_weight, &m_bias} : std::vector{&m_weight};
}

void Linear::initialize(const RandomStream& random) {
    fillUniform(m_weight, random, 0, m_in);
    if (m_hasBias)
        fillUniform(m_bias, random, 1, m_in);
}

void Linear::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    const std::int64_t rows = x.size() / m_in;
    kernels().product({.m = rows,
                       .n = m_out,
                       .k = m_in,
                       .a = x.data,
                       .lda = m_in,
                       .b = m_weight.value.data(),
                       .ldb = m_in,
                       .transposeB = true,
                       .c = y.data,
                       .ldc = m_out,
                       .bias = m_hasBias ? m_bias.value.data() : nullptr});
}

void Linear::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                      const Slice& gradX) const {
    const std::int64_t rows = x.size() / m_in;
    // dL/dW = gradYᵀ·x, summed over the rows.
    if (float* gradWeight = pass.gradient(m_weight))
        kernels().product({.m = m_out,
                           .n = m_in,
                           .k = rows,
                           .a = gradY.data,
                           .lda = m_out,
                           .transposeA = true,
                           .b = x.data,
                           .ldb = m_in,
                           .c = gradWeight,
                           .ldc = m_in,
                           .accumulate = true});
    // dL/db = the sum of gradY over the rows.
    if (float* gradBias = m_hasBias ? pass.gradient(m_bias) : nullptr)
        for (std::int64_t row = 0; row < rows; ++row)
            for (std::int64_t o = 0; o < m_out; ++o)
                gradBias[o] += gradY.data[row * m_out + o];
    // dL/dx = gradY·W.
    if (gradX.data != nullptr)
        kernels().product({.m = rows,
                           .n = m_in,
                           .k = m_out,
                           .a = gradY.data,
                           .lda = m_out,
                           .b = m_weight.value.data(),
                           .ldb = m_in,
                           .c = gradX.data,
                           .ldc = m_in});
}

} // namespace neurarium
