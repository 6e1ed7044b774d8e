// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/linear.h"

#include <algorithm>

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
    constexpr std::int64_t kManyRows = 16;
    m_in = input.last();
    m_manyRows = input.rank() > 1 && input.elements() >= kManyRows * m_in;
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
    initializeFrom(random, 0);
}

std::uint64_t Linear::initializeFrom(const RandomStream& random, std::uint64_t first) {
    fillUniform(m_weight, random, first, m_in);
    if (m_hasBias)
        fillUniform(m_bias, random, first + 1, m_in);
    return first + 2;
}

void Linear::pack(bool transposed, Packed& packed) const {
    const Product shape{.n = transposed ? m_out : m_in,
                        .k = transposed ? m_in : m_out,
                        .b = m_weight.value.data(),
                        .ldb = m_in,
                        .transposeB = transposed};
    const std::int64_t needed = kernels().packedSize(shape.k, shape.n);
    if (packed.memory.size() < needed)
        packed.memory = FloatBuffer(needed);
    kernels().pack(shape, packed.memory.data());
    packed.matrix = {packed.memory.data(), shape.k, shape.n};
}

void Linear::prepare() {
    if (!m_manyRows)
        return;
    pack(true, m_forward);
    pack(false, m_backward);
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
                       .packed = m_forward.matrix,
                       .c = y.data,
                       .ldc = m_out,
                       .bias = m_hasBias ? m_bias.value.data() : nullptr});
}

// dL/dW = gradYᵀ·x, summed over the rows.
void Linear::weightGradient(const Columns& columns, const Slice& x, const Slice& gradY,
                            float* gradWeight) const {
    kernels().product({.m = m_out,
                       .n = columns.end - columns.begin,
                       .k = x.size() / m_in,
                       .a = gradY.data,
                       .lda = m_out,
                       .transposeA = true,
                       .b = x.data + columns.begin,
                       .ldb = m_in,
                       .c = gradWeight + columns.begin,
                       .ldc = m_in,
                       .accumulate = columns.accumulate});
}

void Linear::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                      const Slice& gradX) const {
    const std::int64_t rows = x.size() / m_in;
    if (float* gradWeight = pass.gradient(m_weight))
        weightGradient({.end = m_in}, x, gradY, gradWeight);
    // dL/db = the sum of gradY over the rows.
    if (float* gradBias = m_hasBias ? pass.gradient(m_bias) : nullptr)
        kernels().addRows(rows, m_out, gradY.data, gradBias);
    // dL/dx = gradY·W.
    if (gradX.data != nullptr)
        kernels().product({.m = rows,
                           .n = m_in,
                           .k = m_out,
                           .a = gradY.data,
                           .lda = m_out,
                           .b = m_weight.value.data(),
                           .ldb = m_in,
                           .packed = m_backward.matrix,
                           .c = gradX.data,
                           .ldc = m_in});
}

void Linear::gradientPart(const Pass& pass, const Slice& x, const Slice& gradY) const {
    constexpr std::int64_t kLine = 16; // floats: parts end where a packet of every width ends
    const std::int64_t lines = (m_in + kLine - 1) / kLine;
    const Columns columns{.begin = lines * pass.parts.number / pass.parts.count * kLine,
                          .end = std::min(m_in, lines * (pass.parts.number + 1) / pass.parts.count * kLine),
                          .accumulate = false};
    if (float* gradWeight = columns.begin < columns.end ? pass.gradient(m_weight) : nullptr)
        weightGradient(columns, x, gradY, gradWeight);
    if (float* gradBias = m_hasBias && pass.parts.number == 0 ? pass.gradient(m_bias) : nullptr) {
        std::fill_n(gradBias, m_out, 0.0F);
        kernels().addRows(x.size() / m_in, m_out, gradY.data, gradBias);
    }
}

} // namespace neurarium
