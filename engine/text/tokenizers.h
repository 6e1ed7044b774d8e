// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace neurarium {

/// A row of the table of tokenizers.
struct TokenizerType {
    TokenizerKind kind;
    std::string name;          ///< in files and on the command line: "bpe"
    std::int64_t smallest = 0; ///< tokens that it has without having learnt anything
    /// From a text; at most `size` tokens.
    std::shared_ptr<const Tokenizer> (*learn)(std::string_view text, std::int64_t size);
    /// From Tokenizer::vocabulary. Throws Error (Refused) at the place in the document.
    std::shared_ptr<const Tokenizer> (*read)(const nlohmann::json& vocabulary, const std::string& place);
};

const std::vector<TokenizerType>& tokenizerTypes();
const TokenizerType& tokenizerType(TokenizerKind kind);
const std::string& tokenizerName(TokenizerKind kind);

/// A tokenizer for a text. Throws Error (Refused) at `place` when it cannot do with so few tokens.
std::shared_ptr<const Tokenizer> learnTokenizer(const TokenizerType& type, std::string_view text,
                                                std::int64_t size, const std::string& place);

/// A stored vocabulary. Everything is checked; throws Error (Refused) at its place below `place`.
std::shared_ptr<const Tokenizer> readTokenizer(const nlohmann::json& vocabulary, const std::string& place);

} // namespace neurarium
