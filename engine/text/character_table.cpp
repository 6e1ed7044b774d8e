// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character_table.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "experiment/json_object.h"
#include "report/error.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

constexpr char32_t kAscii = 0x80; // below: the character is a byte

} // namespace

std::u32string commonCharacters(std::string_view text, std::size_t most,
                                const std::function<bool(char32_t)>& counts) {
    std::unordered_map<char32_t, std::int64_t> found;
    while (!text.empty()) {
        const std::string_view each = takeCharacter(text);
        if (each.size() > 1)
            ++found[characterCode(each)];
    }
    std::vector<std::pair<std::int64_t, char32_t>> order;
    for (const auto& [character, count] : found)
        if (counts(character))
            order.emplace_back(-count, character);
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), most));
    std::u32string common;
    for (const auto& [count, character] : order)
        common += character;
    return common;
}

CharacterTable::CharacterTable(std::u32string characters, TokenId first)
    : m_characters(std::move(characters)) {
    for (const char32_t character : m_characters)
        m_tokens.emplace(character, first + static_cast<TokenId>(m_tokens.size()));
}

std::optional<TokenId> CharacterTable::find(char32_t character) const {
    const auto found = m_tokens.find(character);
    return found == m_tokens.end() ? std::nullopt : std::optional(found->second);
}

std::string CharacterTable::utf8() const {
    std::string text;
    for (const char32_t character : m_characters)
        appendCharacter(text, character);
    return text;
}

std::u32string CharacterTable::read(const nlohmann::json& value, const std::string& place) {
    const auto text = std::get<std::string>(checkedOption(value, textOption("characters", ""), place));
    std::u32string characters;
    std::set<char32_t> seen;
    for (std::string_view left = text; !left.empty();) {
        const std::string_view each = takeCharacter(left);
        const char32_t code = characterCode(each);
        if (each.size() < 2 || code < kAscii)
            throw Error(ProblemKind::Refused, place,
                        explain("Problem", "may hold characters beyond ASCII only, and holds \"%1\"",
                                {shownPiece(each)}));
        if (!seen.insert(code).second)
            throw Error(ProblemKind::Refused, place,
                        explain("Problem", "\"%1\" stands in the vocabulary twice", {shownPiece(each)}));
        characters += code;
    }
    return characters;
}

} // namespace neurarium
