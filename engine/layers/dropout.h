// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Training: y = x·m/(1 − p), where m is 0 with probability p and 1 otherwise. Evaluation: y = x.
// dL/dx = gradY·m/(1 − p): the decisions are drawn again from their counters, never stored.
#include "layers/layer.h"

namespace neurarium {

/// Puts each number to sleep with probability `rate` while training (Srivastava et al. 2014; nn.Dropout).
class Dropout : public Layer {
public:
    /// Throws Error unless 0 <= rate <= 1.
    explicit Dropout(double rate);

    std::string type() const override { return "dropout"; }
    Shape outputShape(const Shape& input) override { return input; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    bool worksInPlace() const override { return true; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

    /// Live knobs; call between steps only. Switched off, the rate is remembered.
    void setRate(double rate);
    void setOn(bool on) { m_on = on; }
    double rate() const { return m_rate; }
    /// The rate in force: 0 when switched off.
    double activeRate() const { return m_on ? m_rate : 0.0; }
    /// Which of a sample's numbers sleep in this pass; `sample` is the place in the batch.
    std::vector<bool> asleep(const Pass& pass, std::int64_t sample, std::int64_t numbers) const;

private:
    void apply(const Pass& pass, const Slice& from, const Slice& to) const;

    double m_rate;
    bool m_on = true;
};

} // namespace neurarium
