// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/character_table.h"

namespace neurarium {

/// Each character (Unicode code point) is a token: those of ASCII are bytes, others stand in a table. What is
/// not in it is cut into its bytes.
class CharactersTokenizer : public PlainTokenizer {
public:
    explicit CharactersTokenizer(std::u32string characters);

    TokenizerKind kind() const override { return TokenizerKind::Characters; }
    std::vector<TokenId> encode(std::string_view text) const override;
    nlohmann::json vocabulary() const override;

private:
    CharacterTable m_table;
};

} // namespace neurarium
