// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include "text/pair_merges.h"

namespace neurarium {

/// Byte-pair encoding: the bytes of a text, of which the learnt pairs are merged in the order in which they
/// were learnt. Token 256 + i is the merge number i.
class BpeTokenizer : public PlainTokenizer {
public:
    /// Each merge names bytes and merges before it.
    explicit BpeTokenizer(std::vector<TokenIdPair> merges);

    TokenizerKind kind() const override { return TokenizerKind::Bpe; }
    bool isFallback(TokenId /*id*/) const override { return false; }
    std::vector<TokenId> encode(std::string_view text) const override;
    nlohmann::json vocabulary() const override;
    const std::vector<TokenIdPair>& merges() const { return m_merges; }

private:
    std::vector<TokenId> encodeStretch(std::string_view stretch) const;

    std::vector<TokenIdPair> m_merges;
    std::unordered_map<std::uint64_t, TokenId> m_merged; ///< the token of a pair
};

/// Merges the most common pairs of a text until there are `size` tokens, or no pair is left that is there
/// twice.
std::vector<TokenIdPair> learnMerges(std::string_view text, std::int64_t size);

} // namespace neurarium
