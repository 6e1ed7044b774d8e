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
    multiply({.endRow = m_out}, x, y);
}

/// The outputs that belong to the block's rows.
void Linear::multiply(const Block& block, const Slice& x, const Slice& y) const {
    const bool whole = block.firstRow == 0 && block.endRow == m_out;
    kernels().product({.m = x.size() / m_in,
                       .n = block.endRow - block.firstRow,
                       .k = m_in,
                       .a = x.data,
                       .lda = m_in,
                       .b = m_weight.value.data() + block.firstRow * m_in,
                       .ldb = m_in,
                       .transposeB = true,
                       .packed = whole ? m_forward.matrix : PackedMatrix{},
                       .c = y.data + block.firstRow,
                       .ldc = m_out,
                       .bias = m_hasBias ? m_bias.value.data() + block.firstRow : nullptr});
}

// dL/dW = gradYᵀ·x, summed over the rows.
void Linear::weightGradient(const Block& block, const Slice& x, const Slice& gradY, float* gradWeight) const {
    kernels().product({.m = block.endRow - block.firstRow,
                       .n = block.endColumn - block.firstColumn,
                       .k = x.size() / m_in,
                       .a = gradY.data + block.firstRow,
                       .lda = m_out,
                       .transposeA = true,
                       .b = x.data + block.firstColumn,
                       .ldb = m_in,
                       .c = gradWeight + block.firstRow * m_in + block.firstColumn,
                       .ldc = m_in,
                       .accumulate = block.accumulate});
}

void Linear::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                      const Slice& gradX) const {
    const std::int64_t rows = x.size() / m_in;
    if (float* gradWeight = pass.gradient(m_weight))
        weightGradient({.endRow = m_out, .endColumn = m_in}, x, gradY, gradWeight);
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

/// Large weights are split by rows, as they lie and as an optimiser splits them; others by columns, of which
/// there are more.
Linear::Block Linear::blockOf(const Parts& parts) const {
    constexpr std::int64_t kLine = 16; // floats: parts end where a packet of every width ends
    const std::int64_t all = splitsOutputs() ? m_out : m_in;
    const std::int64_t lines = (all + kLine - 1) / kLine;
    const std::int64_t first = lines * parts.number / parts.count * kLine,
                       end = std::min(all, lines * (parts.number + 1) / parts.count * kLine);
    if (splitsOutputs())
        return {.firstRow = first, .endRow = end, .endColumn = m_in, .accumulate = false};
    return {.endRow = m_out, .firstColumn = first, .endColumn = end, .accumulate = false};
}

bool Linear::splitsOutputs() const {
    constexpr std::int64_t kManyWeights = 65'536, kManyOutputs = 64;
    return !m_manyRows && m_out >= kManyOutputs && m_out * m_in >= kManyWeights;
}

void Linear::forwardPart(const Pass& pass, const Slice& x, const Slice& y) const {
    if (const Block block = blockOf(pass.parts); block.firstRow < block.endRow)
        multiply(block, x, y);
}

void Linear::gradientPart(const Pass& pass, const Slice& x, const Slice& gradY) const {
    const Block block = blockOf(pass.parts);
    const bool isEmpty = block.firstRow >= block.endRow || block.firstColumn >= block.endColumn;
    if (float* gradWeight = isEmpty ? nullptr : pass.gradient(m_weight))
        weightGradient(block, x, gradY, gradWeight);
    if (float* gradBias = m_hasBias && pass.parts.number == 0 ? pass.gradient(m_bias) : nullptr) {
        std::fill_n(gradBias, m_out, 0.0F);
        kernels().addRows(x.size() / m_in, m_out, gradY.data, gradBias);
    }
}

} // namespace neurarium
