// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace neurarium {

/// The token with the largest logit; the first of equals.
std::int64_t likeliestToken(std::span<const float> logits);

/// A token drawn with the probabilities softmax(logits). `uniform` is a random number in [0, 1), `memory` has
/// room for as many numbers as there are logits.
std::int64_t drawnToken(std::span<const float> logits, float uniform, std::span<float> memory);

} // namespace neurarium
