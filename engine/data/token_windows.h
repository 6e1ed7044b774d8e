// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "data/dataset.h"
#include "text/tokenizer.h"

namespace neurarium {

/// Windows of a text in tokens: a sample is `context` tokens from its beginning on, its target at each place
/// the token that follows. Several sets may share the text.
class TokenWindows : public Dataset {
public:
    using Text = std::shared_ptr<const std::vector<std::uint16_t>>;

    /// Throws Error (Failure) when a window and the token behind it do not lie within the text.
    TokenWindows(DatasetDescription description, Text text, std::vector<std::uint32_t> beginnings);

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override { return std::ssize(m_beginnings); }
    bool inMemory() const override { return true; }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override;

private:
    DatasetDescription m_description;
    Text m_text;
    std::vector<std::uint32_t> m_beginnings;
};

/// Samples of `context` tokens cut with this tokenizer.
DatasetDescription describeTokens(std::shared_ptr<const Tokenizer> tokenizer, std::int64_t context);

/// The beginnings of windows side by side over the tokens `begin` ... `end` - 1; the last lies at the end and
/// may overlap the one before. None when there is no room for one.
std::vector<std::uint32_t> windowsOver(std::size_t begin, std::size_t end, std::int64_t context);

/// Tokens in 16 bits.
std::vector<std::uint16_t> packed(std::span<const TokenId> ids);

} // namespace neurarium
