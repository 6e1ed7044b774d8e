// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>

#include "text/tokenizer.h"

namespace neurarium {

/// The words of a vocabulary.
struct WordLists {
    std::vector<std::string> words;
    std::vector<std::string> attached; ///< to what stands before them: "." "'s" "에서"
    std::vector<std::string> openings; ///< attached to what stands behind them: "(" "“"
    bool operator==(const WordLists&) const = default;

    std::int64_t size() const;
};

/// The words of a text, the most common first, until there are `size` tokens. A word is a run of letters and
/// digits, with apostrophes within it; what is between words and is no blank is attached, or opens.
WordLists learnWords(std::string_view text, std::int64_t size);

/// Whole words. The blank between two words is not written down: a word has one before it, what is attached
/// has none. Where a text does otherwise, a token `join` or a byte for the blank says so; unknown words are
/// cut into their bytes. At each place the longest word of the vocabulary is taken.
class WordsTokenizer : public Tokenizer {
public:
    static constexpr TokenId kJoin = kByteTokens; ///< no blank before the next word
    static constexpr TokenId kFirstWord = kJoin + 1;
    static constexpr std::size_t kLongestWord = 64; ///< bytes

    /// Words are not empty, hold no blank, are at most kLongestWord bytes long, and different within each
    /// list.
    explicit WordsTokenizer(WordLists lists);
    WordsTokenizer(const WordsTokenizer&) = delete; // its tables look into its lists
    WordsTokenizer& operator=(const WordsTokenizer&) = delete;

    TokenizerKind kind() const override { return TokenizerKind::Words; }
    std::int64_t size() const override;
    std::vector<TokenId> encode(std::string_view text) const override;
    std::string decode(std::span<const TokenId> ids) const override;
    std::string shown(TokenId id) const override;
    bool isFallback(TokenId id) const override { return id < kByteTokens && id != ' ' && id != '\n'; }
    nlohmann::json vocabulary() const override;

    const WordLists& lists() const { return m_lists; }
    /// The token of a word that stands in a list of the vocabulary.
    std::optional<TokenId> word(std::string_view word) const { return m_words.find(word); }
    std::optional<TokenId> attached(std::string_view text) const { return m_attached.find(text); }
    std::optional<TokenId> opening(std::string_view text) const { return m_openings.find(text); }

private:
    /// A token found at the beginning of a text, and how long it is there.
    struct Found {
        TokenId id = 0;
        std::size_t length = 0;
    };
    class Table {
    public:
        Table(const std::vector<std::string>& words, TokenId first);
        std::optional<TokenId> find(std::string_view word) const;
        /// The longest of the table that the text begins with; length 0 when there is none.
        Found longest(std::string_view text) const;

    private:
        std::unordered_map<std::string_view, TokenId> m_tokens;
        std::set<std::size_t, std::greater<>> m_lengths;
    };

    Found wordOrOpening(std::string_view text) const;
    bool isOpening(TokenId id) const { return id >= m_firstOpening; }
    bool isAttached(TokenId id) const { return id >= m_firstAttached && id < m_firstOpening; }
    const std::string& text(TokenId id) const;

    WordLists m_lists;
    TokenId m_firstAttached;
    TokenId m_firstOpening;
    Table m_words, m_attached, m_openings;
};

} // namespace neurarium
