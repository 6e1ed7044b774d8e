// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/token_windows.h"

#include <algorithm>
#include <utility>

#include "report/error.h"

namespace neurarium {

TokenWindows::TokenWindows(DatasetDescription description, Text text, std::vector<std::uint32_t> beginnings)
    : m_description(std::move(description))
    , m_text(std::move(text))
    , m_beginnings(std::move(beginnings)) {
    const auto context = static_cast<std::size_t>(m_description.targetSize);
    const auto last = std::max_element(m_beginnings.begin(), m_beginnings.end());
    if (last != m_beginnings.end() && *last + context + 1 > m_text->size())
        throw Error(
            ProblemKind::Failure, "data",
            explain("Problem", "a window of %1 tokens at %2 does not fit into a text of %3",
                    {std::to_string(context), std::to_string(*last), std::to_string(m_text->size())}));
}

void TokenWindows::sample(std::int64_t index, std::span<float> input, std::span<float> target) const {
    const std::uint16_t* token = m_text->data() + m_beginnings[static_cast<std::size_t>(index)];
    for (std::size_t t = 0; t < input.size(); ++t) {
        input[t] = token[t];
        target[t] = token[t + 1];
    }
}

DatasetDescription describeTokens(std::shared_ptr<const Tokenizer> tokenizer, std::int64_t context) {
    DatasetDescription description;
    description.inputShape = Shape{context};
    description.targetKind = TargetKind::Tokens;
    description.targetSize = context;
    description.tokenInputs = true;
    description.classes = description.tokens = tokenizer->size();
    description.tokenizer = std::move(tokenizer);
    return description;
}

std::vector<std::uint32_t> windowsOver(std::size_t begin, std::size_t end, std::int64_t context) {
    const auto length = static_cast<std::size_t>(context) + 1; // with the token behind it
    std::vector<std::uint32_t> beginnings;
    if (end < begin + length)
        return beginnings;
    for (std::size_t at = begin; at + length <= end; at += length - 1)
        beginnings.push_back(static_cast<std::uint32_t>(at));
    if (beginnings.back() + length < end)
        beginnings.push_back(static_cast<std::uint32_t>(end - length));
    return beginnings;
}

std::vector<std::uint16_t> packed(std::span<const TokenId> ids) {
    std::vector<std::uint16_t> tokens(ids.size());
    std::transform(ids.begin(), ids.end(), tokens.begin(),
                   [](TokenId id) { return static_cast<std::uint16_t>(id); });
    return tokens;
}

} // namespace neurarium
