// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y[i] = exp(x[i] − max x) / Σ exp(x[j] − max x);  dL/dx[i] = y[i]·(gradY[i] − Σ gradY[j]·y[j])
#include "layers/layer.h"

namespace neurarium {

/// Probabilities over the channels of an image, or over the last axis of anything else (nn.Softmax's
/// default).
class Softmax : public Layer {
public:
    std::string type() const override { return "softmax"; }
    Shape outputShape(const Shape& input) override;
    Layout layout() const override { return Layout::ChannelsLast; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = true}; }
    bool worksInPlace() const override { return true; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    std::int64_t m_length = 1;
};

/// Softmax of `rows` rows of `length` numbers; y may be x.
void softmaxRows(std::int64_t rows, std::int64_t length, const float* x, float* y);

} // namespace neurarium
