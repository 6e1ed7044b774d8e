// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/characters_tokenizer.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium {

CharactersTokenizer::CharactersTokenizer(std::u32string characters)
    : m_table(std::move(characters), kByteTokens) {
    for (const char32_t character : m_table.characters()) {
        std::string text;
        appendCharacter(text, character);
        add(std::move(text));
    }
}

std::vector<TokenId> CharactersTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    ids.reserve(text.size() / 2);
    while (!text.empty()) {
        const std::string_view each = takeCharacter(text);
        const auto token = each.size() > 1 ? m_table.find(characterCode(each)) : std::nullopt;
        if (token)
            ids.push_back(*token);
        else
            for (const char byte : each)
                ids.push_back(byteToken(byte));
    }
    return ids;
}

nlohmann::json CharactersTokenizer::vocabulary() const {
    return {{"type", tokenizerName(kind())}, {"characters", m_table.utf8()}};
}

} // namespace neurarium
