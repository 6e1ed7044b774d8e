// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pair_merges.h"

#include <algorithm>
#include <functional>

namespace neurarium {

namespace {

bool isBlank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

bool isContinued(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

bool comesEarlier(const PairMerges::Count& a, const PairMerges::Count& b) {
    return a.count != b.count ? a.count > b.count : a.pair < b.pair;
}

} // namespace

std::string_view takeStretch(std::string_view& text) {
    std::size_t length = std::min<std::size_t>(text.size(), 1);
    while (length < text.size() && !isBlank(text[length]))
        ++length;
    if (length > kLongestStretch) {
        length = kLongestStretch;
        for (int i = 0; i < 3 && isContinued(text[length]); ++i)
            --length;
    }
    const std::string_view stretch = text.substr(0, length);
    text.remove_prefix(length);
    return stretch;
}

PairMerges::Key PairMerges::key(TokenIdPair pair) {
    return static_cast<Key>(pair.left) << 32U | static_cast<Key>(pair.right);
}

TokenIdPair PairMerges::pairOf(Key key) {
    return {static_cast<TokenId>(key >> 32U), static_cast<TokenId>(key & 0xFFFFFFFFU)};
}

PairMerges::PairMerges(std::string_view corpus)
    : m_corpusTokens(static_cast<std::int64_t>(corpus.size())) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    while (!corpus.empty()) {
        const std::string_view stretch = takeStretch(corpus);
        const auto [found, fresh] = numbers.emplace(stretch, static_cast<std::uint32_t>(m_words.size()));
        if (fresh) {
            m_words.push_back(
                {static_cast<std::uint32_t>(m_tokens.size()), static_cast<std::uint32_t>(stretch.size()), 0});
            for (const char byte : stretch)
                m_tokens.push_back(byteToken(byte));
        }
        ++m_words[found->second].count;
    }
    for (std::uint32_t i = 0; i < m_words.size(); ++i) {
        const Word& word = m_words[i];
        for (std::uint32_t at = word.begin; at + 1 < word.begin + word.length; ++at)
            change({m_tokens[at], m_tokens[at + 1]}, word.count, i);
    }
    m_grown.clear();
    for (const auto& [pair, places] : m_pairs)
        m_queue.push({places.count, pair});
}

void PairMerges::change(TokenIdPair pair, std::int64_t by, std::uint32_t word) {
    Places& places = m_pairs[key(pair)];
    places.count += by;
    if (by < 0)
        return;
    if (places.words.empty() || places.words.back() != word)
        places.words.push_back(word);
    m_grown.push_back(key(pair));
}

std::vector<PairMerges::Count> PairMerges::commonest(std::size_t most) const {
    std::vector<Count> all;
    for (const auto& [pair, places] : m_pairs)
        if (places.count > 0)
            all.push_back({pairOf(pair), places.count});
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
    std::partial_sort(all.begin(), end, all.end(), comesEarlier);
    all.erase(end, all.end());
    return all;
}

std::int64_t PairMerges::count(TokenIdPair pair) const {
    const auto found = m_pairs.find(key(pair));
    return found == m_pairs.end() ? 0 : found->second.count;
}

/// Replaces the pair from left to right; what stands beside it has a new neighbour.
void PairMerges::mergeInWord(std::uint32_t number, TokenIdPair pair, TokenId merged) {
    Word& word = m_words[number];
    TokenId* tokens = m_tokens.data() + word.begin;
    std::uint32_t kept = 0;
    for (std::uint32_t at = 0; at < word.length; ++at) {
        const bool found = at + 1 < word.length && tokens[at] == pair.left && tokens[at + 1] == pair.right;
        if (!found) {
            tokens[kept++] = tokens[at];
            continue;
        }
        if (kept > 0) {
            change({tokens[kept - 1], pair.left}, -word.count, number);
            change({tokens[kept - 1], merged}, word.count, number);
        }
        if (at + 2 < word.length) {
            change({pair.right, tokens[at + 2]}, -word.count, number);
            change({merged, tokens[at + 2]}, word.count, number);
        }
        tokens[kept++] = merged;
        ++at;
        m_corpusTokens -= word.count;
    }
    word.length = kept;
}

TokenId PairMerges::merge(TokenIdPair pair) {
    const auto merged = static_cast<TokenId>(kByteTokens + m_merges.size());
    m_merges.push_back(pair);
    const std::vector<std::uint32_t> words = std::move(m_pairs.at(key(pair)).words);
    m_grown.clear();
    for (const std::uint32_t word : words)
        mergeInWord(word, pair, merged);
    m_pairs.erase(key(pair));
    std::sort(m_grown.begin(), m_grown.end());
    m_grown.erase(std::unique(m_grown.begin(), m_grown.end()), m_grown.end());
    for (const Key grown : m_grown)
        if (const auto found = m_pairs.find(grown); found != m_pairs.end() && found->second.count > 0)
            m_queue.push({found->second.count, grown});
    return merged;
}

bool PairMerges::mergeCommonest() {
    while (!m_queue.empty()) {
        const Waiting next = m_queue.top();
        m_queue.pop();
        const std::int64_t now = count(pairOf(next.key));
        if (now != next.count) {
            if (now > 0 && now < next.count)
                m_queue.push({now, next.key});
            continue;
        }
        if (now < 2)
            return false;
        merge(pairOf(next.key));
        return true;
    }
    return false;
}

} // namespace neurarium
