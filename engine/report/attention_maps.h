// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace neurarium {

/// One head of one transformer block; both numbers count from 0.
struct HeadPlace {
    std::int32_t block = 0;
    std::int32_t head = 0;
    auto operator<=>(const HeadPlace&) const = default;
};

/// How one head looks at a text.
struct AttentionHead {
    HeadPlace place;
    bool off = false;           ///< switched off: its output counts as zero
    std::vector<float> weights; ///< T×T, row by row: row i is how token i looks at each token; rows sum to 1
    double entropy = 0;         ///< mean over the rows, in bits: 0 looks at one token, log2(T) at all alike
    double distance = 0;        ///< mean over the rows of the tokens between who looks and who is looked at
    bool operator==(const AttentionHead&) const = default;
};

/// The attention of all heads over one text, as the network was at one step.
struct AttentionMaps {
    std::int64_t epoch = 0; ///< the one under way, or the one that ended right there
    std::int64_t step = 0;
    std::string text;                ///< the sentence that was asked for
    std::vector<std::string> tokens; ///< T texts as they are shown
    std::int32_t blocks = 0;
    std::int32_t headsPerBlock = 0;
    bool causal = true;               ///< a token sees itself and those before it; the other weights are 0
    std::vector<AttentionHead> heads; ///< block by block
    bool operator==(const AttentionMaps&) const = default;
};

} // namespace neurarium
