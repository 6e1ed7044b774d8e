// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/jamo_tokenizer.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

using J = JamoTokenizer;

bool isPart(TokenId id) {
    return id >= J::kFirstInitial && id < J::kFirstCharacter;
}

/// The letter of a part standing alone.
char32_t letterOf(TokenId part) {
    if (part < J::kFirstVowel)
        return hangul::kInitialLetters[static_cast<std::size_t>(part - J::kFirstInitial)];
    if (part < J::kFirstFinal)
        return hangul::kFirstVowelLetter + static_cast<char32_t>(part - J::kFirstVowel);
    return hangul::kFinalLetters[static_cast<std::size_t>(part - J::kFirstFinal + 1)];
}

/// Joins parts as they come: initial, vowel and perhaps a final are a syllable.
class Joiner {
public:
    explicit Joiner(std::string& text)
        : m_text(text) {}

    void add(TokenId part) {
        const bool initial = part < J::kFirstVowel, vowel = !initial && part < J::kFirstFinal;
        if (vowel && m_length == 1) {
            m_parts.vowel = part - J::kFirstVowel;
            m_length = 2;
        } else if (!initial && !vowel && m_length == 2) {
            m_parts.final = part - J::kFirstFinal + 1;
            finish();
        } else {
            finish();
            if (initial) {
                m_parts.initial = part - J::kFirstInitial;
                m_length = 1;
            } else {
                appendCharacter(m_text, letterOf(part));
            }
        }
    }

    /// No more parts of this syllable come.
    void finish() {
        if (m_length == 1)
            appendCharacter(m_text, hangul::kInitialLetters[static_cast<std::size_t>(m_parts.initial)]);
        if (m_length == 2)
            appendCharacter(m_text, hangul::joined(m_parts));
        m_length = 0;
        m_parts = {};
    }

private:
    std::string& m_text;
    hangul::Parts m_parts;
    int m_length = 0; ///< parts of the syllable under way
};

} // namespace

JamoTokenizer::JamoTokenizer(std::u32string characters)
    : m_table(std::move(characters), kFirstCharacter) {}

std::int64_t JamoTokenizer::size() const {
    return kFirstCharacter + static_cast<std::int64_t>(m_table.characters().size());
}

std::vector<TokenId> JamoTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    ids.reserve(text.size());
    while (!text.empty()) {
        const std::string_view each = takeCharacter(text);
        const char32_t code = each.size() > 1 ? characterCode(each) : 0;
        if (hangul::isSyllable(code)) {
            const hangul::Parts parts = hangul::takenApart(code);
            ids.push_back(kFirstInitial + parts.initial);
            ids.push_back(kFirstVowel + parts.vowel);
            if (parts.final > 0)
                ids.push_back(kFirstFinal + parts.final - 1);
        } else if (const auto token = each.size() > 1 ? m_table.find(code) : std::nullopt) {
            ids.push_back(*token);
        } else {
            for (const char byte : each)
                ids.push_back(byteToken(byte));
        }
    }
    return ids;
}

std::string JamoTokenizer::decode(std::span<const TokenId> ids) const {
    std::string text;
    Joiner joiner(text);
    for (const TokenId id : ids) {
        if (isPart(id)) {
            joiner.add(id);
            continue;
        }
        joiner.finish();
        if (id < kByteTokens)
            text += static_cast<char>(id);
        else
            appendCharacter(text, m_table.characters()[static_cast<std::size_t>(id - kFirstCharacter)]);
    }
    joiner.finish();
    return text;
}

std::string JamoTokenizer::shown(TokenId id) const {
    return shownPiece(decode({&id, 1}));
}

nlohmann::json JamoTokenizer::vocabulary() const {
    return {{"type", tokenizerName(kind())}, {"characters", m_table.utf8()}};
}

} // namespace neurarium
