// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/tokenizer.h"

namespace neurarium {

/// Bytes of the longest stretch, and so of the longest token.
inline constexpr std::size_t kLongestStretch = 64;

/// Takes the next stretch within which tokens may be merged off a text: a word with the blank before it. A
/// stretch that would be longer than 64 bytes is cut there, never within a character.
std::string_view takeStretch(std::string_view& text);

/// Two tokens side by side.
struct TokenIdPair {
    TokenId left = 0;
    TokenId right = 0;
    auto operator<=>(const TokenIdPair&) const = default;
};

/// Byte-pair encoding at work (Gage 1994; Sennrich, Haddow and Birch 2016): a corpus in tokens, at first its
/// bytes, in which the most common pair of neighbours becomes a token of its own, again and again. Each
/// different word is kept once with its count, and a merge visits the words that hold the pair.
class PairMerges {
public:
    explicit PairMerges(std::string_view corpus);

    struct Count {
        TokenIdPair pair;
        std::int64_t count = 0;
        bool operator==(const Count&) const = default;
    };
    /// The most common pairs, the most common first; of equals the one with the smaller ids.
    std::vector<Count> commonest(std::size_t most) const;
    std::int64_t count(TokenIdPair pair) const;

    /// Makes a token of a pair; `count` of it must not be 0. Returns the new token.
    TokenId merge(TokenIdPair pair);
    /// Merges the most common pair. False when no pair is there twice.
    bool mergeCommonest();

    const std::vector<TokenIdPair>& merges() const { return m_merges; }
    std::int64_t corpusTokens() const { return m_corpusTokens; }

private:
    using Key = std::uint64_t;
    static Key key(TokenIdPair pair);
    static TokenIdPair pairOf(Key key);

    struct Word {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        std::int64_t count = 0;
    };
    struct Places {
        std::int64_t count = 0;
        std::vector<std::uint32_t> words; ///< that hold or held the pair
    };
    struct Waiting {
        std::int64_t count = 0;
        Key key = 0;
        /// Behind those that are to be merged earlier.
        bool operator<(const Waiting& other) const {
            return count != other.count ? count < other.count : key > other.key;
        }
    };

    void change(TokenIdPair pair, std::int64_t by, std::uint32_t word);
    void mergeInWord(std::uint32_t word, TokenIdPair pair, TokenId merged);

    std::vector<TokenId> m_tokens; ///< of all words, one behind the other
    std::vector<Word> m_words;
    std::unordered_map<Key, Places> m_pairs;
    std::priority_queue<Waiting> m_queue; ///< may hold counts that are true no more
    std::vector<Key> m_grown;             ///< pairs with more occurrences since they were queued
    std::vector<TokenIdPair> m_merges;
    std::int64_t m_corpusTokens = 0;
};

} // namespace neurarium
