// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/position_embedding.h"

#include <algorithm>

#include "kernels/kernels.h"
#include "layers/initialization.h"
#include "layers/tokens.h"
#include "layers/window.h"
#include "report/error.h"

namespace neurarium {

PositionEmbedding::PositionEmbedding(std::int64_t length)
    : m_length(length) {
    checkAtLeast("length", length, 1);
}

Shape PositionEmbedding::outputShape(const Shape& input) {
    checkTokenRows(input);
    if (input[0] > m_length)
        throw Error(ProblemKind::Refused, "length",
                    explain("Problem", "must be at least %1, the tokens of a sample, is %2",
                            {std::to_string(input[0]), std::to_string(m_length)}));
    m_weight.shape = {m_length, input[1]};
    return input;
}

void PositionEmbedding::initialize(const RandomStream& random) {
    fillEmbedding(m_weight, random);
}

void PositionEmbedding::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    for (std::int64_t n = 0; n < x.samples; ++n)
        for (std::int64_t i = 0; i < x.sampleSize; ++i)
            y.sample(n)[i] = x.sample(n)[i] + m_weight.value[static_cast<std::size_t>(i)];
}

void PositionEmbedding::forwardNext(const NextToken& next, const Slice& x, const Slice& y) const {
    const float* row = m_weight.value.data() + next.place * x.sampleSize;
    for (std::int64_t i = 0; i < x.sampleSize; ++i)
        y.data[i] = x.data[i] + row[i];
}

void PositionEmbedding::backward(const Pass& pass, const Slice& /*x*/, const Slice& /*y*/, const Slice& gradY,
                                 const Slice& gradX) const {
    if (float* gradWeight = pass.gradient(m_weight))
        kernels().addRows(gradY.samples, gradY.sampleSize, gradY.data, gradWeight);
    if (gradX.data != nullptr && gradX.data != gradY.data)
        std::copy_n(gradY.data, gradY.size(), gradX.data);
}

} // namespace neurarium
