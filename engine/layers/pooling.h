// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pooling looks at an image C×H×W through a k×k window, channel by channel.
#include "layers/layer.h"
#include "layers/window.h"

namespace neurarium {

/// What max and average pooling share: the output is C×H'×W'.
class Pooling : public Layer {
public:
    /// Throws Error that names the option: kernel and stride at least 1, 0 <= padding <= kernel/2.
    explicit Pooling(const Window& window);
    Shape outputShape(const Shape& input) override;
    Layout layout() const override { return Layout::ChannelsLast; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    const Window& window() const { return m_window; }

protected:
    Window m_window;
};

/// The largest value in the window; its gradient goes back to the first place that held it (nn.MaxPool2d).
/// Padding counts as −∞. Forward keeps for each output the number of the window's place that won.
class MaxPool2d : public Pooling {
public:
    using Pooling::Pooling;
    std::string type() const override { return "max_pool2d"; }
    WorkspaceSize workspace(const Shape& input) const override;
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// The mean over the window; padding counts as zeros (nn.AvgPool2d with count_include_pad).
class AvgPool2d : public Pooling {
public:
    using Pooling::Pooling;
    std::string type() const override { return "avg_pool2d"; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

/// The mean over each channel's whole image: C×H×W becomes C (nn.AdaptiveAvgPool2d(1) and a flatten).
class GlobalAvgPool2d : public Layer {
public:
    std::string type() const override { return "global_avg_pool2d"; }
    Shape outputShape(const Shape& input) override;
    Layout layout() const override { return Layout::ChannelsLast; }
    BackwardNeeds backwardNeeds() const override { return {.input = false, .output = false}; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
};

} // namespace neurarium
