// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C×H×W becomes a list of C·H·W numbers in that order; nothing else changes.
#include "layers/layer.h"

namespace neurarium {

/// All numbers of a sample in one row (nn.Flatten).
class Flatten : public Layer {
public:
    std::string type() const override { return "flatten"; }
    Shape outputShape(const Shape& input) override { return {input.elements()}; }
    Layout layout() const override { return Layout::ChannelsFirst; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    bool worksInPlace() const override { return true; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

} // namespace neurarium
