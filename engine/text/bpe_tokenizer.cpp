// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/bpe_tokenizer.h"

#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "text/tokenizers.h"

namespace neurarium {

namespace {

std::uint64_t keyOf(TokenId left, TokenId right) {
    return static_cast<std::uint64_t>(left) << 32U | static_cast<std::uint64_t>(right);
}

} // namespace

BpeTokenizer::BpeTokenizer(std::vector<TokenIdPair> merges)
    : m_merges(std::move(merges)) {
    for (const TokenIdPair& merge : m_merges) {
        const TokenId token = add(bytes(merge.left) + bytes(merge.right));
        m_merged.emplace(keyOf(merge.left, merge.right), token);
    }
}

/// The pair learnt first is merged first, everywhere in the stretch, from left to right.
std::vector<TokenId> BpeTokenizer::encodeStretch(std::string_view stretch) const {
    std::vector<TokenId> tokens;
    for (const char byte : stretch)
        tokens.push_back(byteToken(byte));
    while (tokens.size() > 1) {
        TokenId first = std::numeric_limits<TokenId>::max();
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            if (const auto found = m_merged.find(keyOf(tokens[i], tokens[i + 1])); found != m_merged.end())
                first = std::min(first, found->second);
        if (first == std::numeric_limits<TokenId>::max())
            break;
        const TokenIdPair& pair = m_merges[static_cast<std::size_t>(first - kByteTokens)];
        std::size_t kept = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool found = i + 1 < tokens.size() && tokens[i] == pair.left && tokens[i + 1] == pair.right;
            tokens[kept++] = found ? first : tokens[i];
            i += found ? 1 : 0;
        }
        tokens.resize(kept);
    }
    return tokens;
}

std::vector<TokenId> BpeTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    ids.reserve(text.size() / 2);
    std::unordered_map<std::string_view, std::vector<TokenId>> known;
    while (!text.empty()) {
        const std::string_view stretch = takeStretch(text);
        const auto [found, fresh] = known.try_emplace(stretch);
        if (fresh)
            found->second = encodeStretch(stretch);
        ids.insert(ids.end(), found->second.begin(), found->second.end());
    }
    return ids;
}

nlohmann::json BpeTokenizer::vocabulary() const {
    nlohmann::json merges = nlohmann::json::array();
    for (const TokenIdPair& merge : m_merges)
        merges.push_back({merge.left, merge.right});
    return {{"type", tokenizerName(kind())}, {"merges", merges}};
}

std::vector<TokenIdPair> learnMerges(std::string_view text, std::int64_t size) {
    PairMerges merging(text);
    while (kByteTokens + std::ssize(merging.merges()) < size && merging.mergeCommonest()) {
    }
    return merging.merges();
}

} // namespace neurarium
