// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/tokenizer.h"

namespace neurarium {

/// The characters of a text beyond ASCII that a vocabulary keeps: the most common first, of equals the one
/// with the smaller number. Those that `counts` refuses are left out.
std::u32string commonCharacters(std::string_view text, std::size_t most,
                                const std::function<bool(char32_t)>& counts);

/// Characters with tokens of their own, numbered in their order.
class CharacterTable {
public:
    CharacterTable(std::u32string characters, TokenId first);

    const std::u32string& characters() const { return m_characters; }
    /// Nothing for a character that is not in the table.
    std::optional<TokenId> find(char32_t character) const;
    /// As a JSON string.
    std::string utf8() const;
    /// Reads that string. Throws Error (Refused) at `place` for anything but characters beyond ASCII, each
    /// once.
    static std::u32string read(const nlohmann::json& value, const std::string& place);

private:
    std::u32string m_characters;
    std::unordered_map<char32_t, TokenId> m_tokens;
};

} // namespace neurarium
