// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium {

TokenCut cutText(const Tokenizer& tokenizer, std::string_view text) {
    TokenCut cut{.kind = tokenizer.kind(), .pieces = {}, .vocabulary = tokenizer.size()};
    for (const TokenId id : tokenizer.encode(text))
        cut.pieces.push_back({id, tokenizer.shown(id)});
    return cut;
}

PlainTokenizer::PlainTokenizer() {
    for (TokenId byte = 0; byte < kByteTokens; ++byte)
        m_bytes.emplace_back(1, static_cast<char>(byte));
}

TokenId PlainTokenizer::add(std::string bytes) {
    m_bytes.push_back(std::move(bytes));
    return static_cast<TokenId>(m_bytes.size() - 1);
}

std::string PlainTokenizer::decode(std::span<const TokenId> ids) const {
    std::string text;
    for (const TokenId id : ids)
        text += bytes(id);
    return text;
}

std::string PlainTokenizer::shown(TokenId id) const {
    return shownPiece(bytes(id));
}

std::vector<TokenId> BytesTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    ids.reserve(text.size());
    for (const char byte : text)
        ids.push_back(byteToken(byte));
    return ids;
}

nlohmann::json BytesTokenizer::vocabulary() const {
    return {{"type", tokenizerName(kind())}};
}

} // namespace neurarium
