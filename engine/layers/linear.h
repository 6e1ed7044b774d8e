// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y = x·Wᵀ + b on the last axis.
//   x: rows × I, W: O × I, b: O, y: rows × O; a sample of shape {..., I} has as many rows as its other axes
//   make.
#include "kernels/kernels.h"
#include "layers/layer.h"
#include "tensor/buffer.h"

namespace neurarium {

/// A fully connected layer, as PyTorch's nn.Linear.
class Linear : public Layer {
public:
    /// Throws Error when `outFeatures` is below 1.
    explicit Linear(std::int64_t outFeatures, bool bias = true);

    std::string type() const override { return "linear"; }
    bool readsTokenByToken() const override { return true; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override;
    void initialize(const RandomStream& random) override;
    /// The same with draws from number `first` on; gives back the first that is free again.
    std::uint64_t initializeFrom(const RandomStream& random, std::uint64_t first);
    void prepare() override;
    Layout layout() const override { return Layout::ChannelsFirst; }
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;
    bool splitsGradients() const override { return true; }
    void gradientPart(const Pass& pass, const Slice& x, const Slice& gradY) const override;
    bool splitsOutputs() const override;
    void forwardPart(const Pass& pass, const Slice& x, const Slice& y) const override;

private:
    /// Some of the weight's rows and columns.
    struct Block {
        std::int64_t firstRow = 0, endRow = 0, firstColumn = 0, endColumn = 0;
        bool accumulate = true; ///< their gradient is added to what is there, or replaces it
    };
    Block blockOf(const Parts& parts) const;
    void multiply(const Block& block, const Slice& x, const Slice& y) const;
    /// W or Wᵀ in the order of the kernels. Without `prepare` it stays empty, and they read W itself.
    struct Packed {
        FloatBuffer memory;
        PackedMatrix matrix;
    };
    void pack(bool transposed, Packed& packed) const;
    void weightGradient(const Block& block, const Slice& x, const Slice& gradY, float* gradWeight) const;

    std::int64_t m_out;
    std::int64_t m_in = 0;
    bool m_hasBias;
    Parameter m_weight{.name = "weight"};
    Parameter m_bias{.name = "bias", .isBias = true};
    bool m_manyRows = false; ///< a sample has so many rows that packing pays
    Packed m_forward, m_backward;
};

} // namespace neurarium
