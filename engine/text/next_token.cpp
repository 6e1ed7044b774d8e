// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/next_token.h"

#include <algorithm>

#include "kernels/kernels.h"

namespace neurarium {

std::int64_t likeliestToken(std::span<const float> logits) {
    return std::max_element(logits.begin(), logits.end()) - logits.begin();
}

std::int64_t drawnToken(std::span<const float> logits, float uniform, std::span<float> memory) {
    const auto count = static_cast<std::int64_t>(logits.size());
    kernels().softmax({.rows = 1, .length = count, .x = logits.data(), .y = memory.data()});
    // Rounding may leave the sum a little below 1: then it is the last token that can be drawn at all.
    std::int64_t last = 0;
    float left = uniform;
    for (std::int64_t token = 0; token < count; ++token) {
        const float share = memory[static_cast<std::size_t>(token)];
        if (share > 0)
            last = token;
        left -= share;
        if (left < 0)
            break;
    }
    return last;
}

} // namespace neurarium
