// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// y[t] = E[x[t]]: each of T tokens, a whole number below V, becomes a row of D numbers.
//   x: N×T, E: V×D, y: N×T×D
//   dL/dE[v] = Σ gradY[t] over the places t with x[t] = v; tokens have no gradient.
#include "layers/layer.h"

namespace neurarium {

struct TokenEmbeddingOptions {
    std::int64_t vocab = 0; ///< V
    std::int64_t dim = 0;   ///< D
};

/// Looks up a row of numbers for each token, as PyTorch's nn.Embedding.
class TokenEmbedding : public Layer {
public:
    /// Throws Error when an option is below 1.
    explicit TokenEmbedding(const TokenEmbeddingOptions& options);

    std::string type() const override { return "token_embedding"; }
    bool readsTokenByToken() const override { return true; }
    bool readsTokens() const override { return true; }
    Shape outputShape(const Shape& input) override;
    std::vector<Parameter*> parameters() override { return {&m_weight}; }
    void initialize(const RandomStream& random) override;
    void forward(const Pass& pass, const Slice& x, const Slice& y) const override;
    void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                  const Slice& gradX) const override;

private:
    /// The row of a token; a number that is none takes the nearest, so that nothing else is ever read.
    std::int64_t row(float token) const;

    TokenEmbeddingOptions m_options;
    Parameter m_weight{.name = "weight"};
};

} // namespace neurarium
