// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/softmax.h"

#include "kernels/kernels.h"
#include "report/error.h"

namespace neurarium {

void softmaxRows(std::int64_t rows, std::int64_t length, const float* x, float* y) {
    kernels().softmax({.rows = rows, .length = length, .x = x, .y = y});
}

Shape Softmax::outputShape(const Shape& input) {
    if (input.rank() == 0)
        throw Error(ProblemKind::Refused, "", explain("Problem", "needs at least one number a sample"));
    m_length = input.rank() == 3 ? input[0] : input.last();
    return input;
}

void Softmax::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    softmaxRows(x.size() / m_length, m_length, x.data, y.data);
}

void Softmax::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                       const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    for (std::int64_t row = 0; row < y.size(); row += m_length) {
        float weighted = 0;
        for (std::int64_t i = row; i < row + m_length; ++i)
            weighted += gradY.data[i] * y.data[i];
        for (std::int64_t i = row; i < row + m_length; ++i)
            gradX.data[i] = y.data[i] * (gradY.data[i] - weighted);
    }
}

} // namespace neurarium
