// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace neurarium {

/// Two figures of the attention weights (tokens × tokens, rows sum to 1) of one head, both means over the
/// rows: the entropy −Σ w·log2(w) in bits, and the tokens Σ w·|i − j| between who looks and who is looked at.
double attentionEntropy(std::span<const float> weights, std::int64_t tokens);
double attentionDistance(std::span<const float> weights, std::int64_t tokens);

} // namespace neurarium
