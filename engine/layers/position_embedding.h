// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y[t] = x[t] + P[t]: tells the T tokens of a sample where they stand.
//   x, y: N×T×D, P: L×D with L >= T; dL/dP[t] = gradY[t] summed over the samples, dL/dx = gradY
#include "layers/layer.h"

namespace neurarium {

/// Adds a learned row of numbers for each place (the second nn.Embedding of a GPT).
class PositionEmbedding : public Layer {
public:
    /// Throws Error when `length` is below 1.
    explicit PositionEmbedding(std::int64_t length);

    std::string type() const override { return "position_embedding"; }
    bool readsTokenByToken() const override { return true; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override { return {&m_weight}; }
    void initialize(const RandomStream& random) override;
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    bool worksInPlace() const override { return true; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void forwardNext(const NextToken& next, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    std::int64_t m_length;
    Parameter m_weight{.name = "weight"};
};

} // namespace neurarium
