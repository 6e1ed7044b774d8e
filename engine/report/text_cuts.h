// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/tokens.h"

namespace neurarium {

/// A text cut in several ways, and each time joined again.
struct TextCuts {
    std::string text;
    std::vector<TokenCut> cuts;
    std::vector<std::string> joined; ///< for each cut what its pieces make together: the text, byte for byte
    bool operator==(const TextCuts&) const = default;
};

/// All tokens that a tokenizer knows, by id.
struct Vocabulary {
    TokenizerKind kind = TokenizerKind::Characters;
    std::vector<TokenPiece> pieces;
    bool operator==(const Vocabulary&) const = default;
};

} // namespace neurarium
