// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One block of a transformer, pre-norm (Radford et al. 2019), for N samples of T tokens with D numbers each:
//   u = x + drop(proj(attention(qkv(ln1 x)))),  y = u + drop(fc2(gelu(fc1(ln2 u))))
//   attention of head h: drop(softmax(q·kᵀ/√(D/H)))·v; when causal, a token sees itself and those before it.
#include "layers/dropout_knob.h"
#include "layers/layer.h"
#include "layers/layer_norm.h"
#include "layers/linear.h"

namespace neurarium {

struct TransformerBlockOptions {
    std::int64_t heads = 1;
    double mlpRatio = 4; ///< numbers between fc1 and fc2, in multiples of D
    double dropout = 0;
    bool causal = true;
};

/// Self-attention and a small network for each token, both added to what comes in.
class TransformerBlock : public Layer, public DropoutKnob {
public:
    /// Throws Error when heads is below 1, the ratio is not above 0, or dropout is outside 0 ... 1.
    explicit TransformerBlock(const TransformerBlockOptions& options);

    std::int64_t heads() const { return m_options.heads; }
    bool isCausal() const { return m_options.causal; }

    std::string type() const override { return "transformer_block"; }
    bool readsTokenByToken() const override { return m_options.causal; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override;
    void initialize(const RandomStream& random) override;
    void prepare() override;
    WorkspaceSize workspace(const Shape& input) const override;
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    std::int64_t memorySize(const Shape& /*input*/) const override { return 2 * m_wide.elements(); }
    void forwardNext(const NextToken& next, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    /// Where forward leaves what backward reads.
    struct Kept;
    /// Room for what lives only within one call.
    struct Scratch;
    /// The places of a sample's dropout decisions.
    enum class Place { Attention, Projection, Output };

    std::int64_t tokens() const { return m_wide[0]; }
    Slice slice(float* data, std::int64_t samples, const Shape& shape) const;
    DropoutDraw sampleDraw(const Pass& pass, std::int64_t sample, Place place) const;
    Attention attention(const Pass& pass, std::int64_t sample, const Kept& kept) const;
    /// Lets the output of the heads that are switched off count as zero.
    void blankHeads(const Pass& pass, float* attended) const;
    /// y = base + drop(x) for each sample of the slice.
    void drop(const Pass& pass, Place place, std::int64_t samples, const DropoutNumbers& slice) const;
    /// What one token takes from itself and those before. `qkv` is its row; `memory` gets its keys and
    /// values.
    void attendNext(const NextToken& next, float* qkv, float* weights, float* attended) const;
    void backwardOutput(const Pass& pass, const Kept& kept, const Scratch& scratch, const Slice& gradY) const;
    void backwardAttention(const Pass& pass, const Kept& kept, const Scratch& scratch, const Slice& x) const;

    TransformerBlockOptions m_options;
    Shape m_wide, m_triple, m_hidden; ///< T×D, T×3D and T×(ratio·D)
    LayerNorm m_ln1, m_ln2;
    std::unique_ptr<Linear> m_qkv, m_proj, m_fc1, m_fc2; ///< made when D is known
};

} // namespace neurarium
