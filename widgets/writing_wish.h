// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

#include "report/tokens.h"

namespace neurarium {

/// What is wanted of the network that writes: to go on from a prompt and the tokens written so far.
struct WritingWish {
    QString prompt;
    std::vector<TokenPiece> written; ///< after the prompt, by the network
    std::int64_t tokens = 0;         ///< to be written now; 0: only what may be next
    SamplingOptions sampling;
    std::uint64_t seed = 1; ///< the same wish with the same seed is answered the same
    bool operator==(const WritingWish&) const = default;
};

} // namespace neurarium
