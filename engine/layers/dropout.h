// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Training: y = x·m/(1 − p), where m is 0 with probability p and 1 otherwise. Evaluation: y = x.
// dL/dx = gradY·m/(1 − p): the decisions are drawn again from their counters, never stored.
#include "layers/dropout_knob.h"
#include "layers/layer.h"

namespace neurarium {

/// Puts each number to sleep with probability `rate` while training (Srivastava et al. 2014; nn.Dropout).
class Dropout : public Layer, public DropoutKnob {
public:
    /// Throws Error unless 0 <= rate <= 1.
    explicit Dropout(double rate);

    std::string type() const override { return "dropout"; }
    bool readsTokenByToken() const override { return true; }
    Shape outputShape(const Shape& input) override { return input; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    bool worksInPlace() const override { return true; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

    /// Which of a sample's numbers sleep in this pass; `sample` is the place in the batch.
    std::vector<bool> asleep(const Pass& pass, std::int64_t sample, std::int64_t numbers) const;

private:
    /// The decisions for one sample of `numbers` numbers.
    DropoutDraw sampleDraw(const Pass& pass, std::int64_t sample, std::int64_t numbers) const;
    void apply(const Pass& pass, const Slice& from, const Slice& to) const;
};

} // namespace neurarium
