// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/attention_maps.h"

namespace neurarium {

/// How well the network foretells one sentence, with all heads and with some of them switched off.
struct SentenceEffect {
    std::string text;
    std::int64_t tokens = 0;      ///< that were to be foretold
    double lossBefore = 0;        ///< mean over them, with all heads
    double lossAfter = 0;         ///< the same without those heads
    std::int64_t rightBefore = 0; ///< tokens that the network held the likeliest
    std::int64_t rightAfter = 0;
    /// It breaks: less of it is right without those heads.
    bool broke() const { return rightAfter < rightBefore; }
    bool operator==(const SentenceEffect&) const = default;
};

/// What switching heads off does to sentences that the network does not train on.
struct HeadEffect {
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    std::vector<HeadPlace> off;            ///< in order
    std::vector<SentenceEffect> sentences; ///< all that were tried, what got worst first
    bool operator==(const HeadEffect&) const = default;
};

} // namespace neurarium
