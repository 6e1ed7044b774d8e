// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/character_table.h"
#include "text/hangul.h"

namespace neurarium {

/// Hangul syllables are cut into initial, vowel and final; each part has a token of its own, different from
/// the tokens of the same letters standing alone, so that every text is joined again exactly. Other
/// characters are cut as CharactersTokenizer cuts them.
///
/// Parts that a network wrote and that make no syllable become letters standing alone.
class JamoTokenizer : public Tokenizer {
public:
    static constexpr TokenId kFirstInitial = kByteTokens;
    static constexpr TokenId kFirstVowel = kFirstInitial + hangul::kInitials;
    static constexpr TokenId kFirstFinal = kFirstVowel + hangul::kVowels; ///< the final number 1
    static constexpr TokenId kFirstCharacter = kFirstFinal + hangul::kFinals - 1;

    /// `characters` holds no Hangul syllable.
    explicit JamoTokenizer(std::u32string characters);

    TokenizerKind kind() const override { return TokenizerKind::Jamo; }
    std::int64_t size() const override;
    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids) const override;
    std::string shown(TokenId id) const override;
    bool isFallback(TokenId id) const override { return id >= 0x80 && id < kByteTokens; }
    nlohmann::json vocabulary() const override;

private:
    CharacterTable m_table;
};

} // namespace neurarium
