// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "report/tokens.h"

namespace neurarium {

using TokenId = std::int32_t;

/// The first tokens of every vocabulary are the 256 bytes: what has no other token is cut into them.
inline constexpr TokenId kByteTokens = 256;
/// Tokens are kept in 16 bits.
inline constexpr std::int64_t kMostTokens = 65536;

/// Cuts a text into tokens and joins them again. Nothing of it changes: any thread may use it.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    virtual TokenizerKind kind() const = 0;
    /// How many tokens it knows: their ids are 0 ... size() - 1.
    virtual std::int64_t size() const = 0;
    /// Any bytes; UTF-8 where characters matter.
    virtual std::vector<TokenId> encode(std::string_view text) const = 0;
    /// Joins tokens: what `encode` gave becomes the same bytes again. Each id is below size().
    virtual std::string decode(std::span<const TokenId> ids) const = 0;
    /// One token as it is shown (utf8.h), never a replacement character.
    virtual std::string shown(TokenId id) const = 0;
    /// A byte of something that the vocabulary has no token for.
    virtual bool isFallback(TokenId id) const = 0;
    /// The whole vocabulary as JSON; tokenizers.h reads it.
    virtual nlohmann::json vocabulary() const = 0;
};

/// A text cut, for the screen.
TokenCut cutText(const Tokenizer& tokenizer, std::string_view text);

/// Each token stands for bytes of its own, and joining is putting them one behind the other. The first 256
/// tokens are the bytes.
class PlainTokenizer : public Tokenizer {
public:
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    std::string decode(std::span<const TokenId> ids) const override;
    std::string shown(TokenId id) const override;
    /// Bytes of characters beyond ASCII.
    bool isFallback(TokenId id) const override { return id >= 0x80 && id < kByteTokens; }

protected:
    PlainTokenizer();
    const std::string& bytes(TokenId id) const { return m_bytes[static_cast<std::size_t>(id)]; }
    TokenId add(std::string bytes);

private:
    std::vector<std::string> m_bytes; ///< of each token
};

/// Every byte is a token; there is nothing else.
class BytesTokenizer : public PlainTokenizer {
public:
    TokenizerKind kind() const override { return TokenizerKind::Bytes; }
    bool isFallback(TokenId /*id*/) const override { return false; }
    std::vector<TokenId> encode(std::string_view text) const override;
    nlohmann::json vocabulary() const override;
};

/// The token of a byte.
inline TokenId byteToken(char byte) {
    return static_cast<unsigned char>(byte);
}

} // namespace neurarium
