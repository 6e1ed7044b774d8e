// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/token_names.h"

#include <charconv>
#include <sstream>

#include "report/error.h"
#include "text/tokenizer.h"

namespace neurarium {

namespace {

std::vector<std::int64_t> numbersIn(const std::string& text) {
    std::vector<std::int64_t> tokens;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        std::int64_t token = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), token);
        if (problem != std::errc{} || end != word.data() + word.size())
            throw Error(ProblemKind::Refused, "attention",
                        explain("Problem", "“%1” is not the number of a token", {word}),
                        explain("Problem",
                                "This data does not say how text was cut: write token numbers with "
                                "blanks between them."));
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace

std::vector<std::int64_t> tokensOf(const DatasetDescription& data, const std::string& text) {
    if (data.tokenizer == nullptr)
        return numbersIn(text);
    const std::vector<TokenId> ids = data.tokenizer->encode(text);
    return {ids.begin(), ids.end()};
}

std::string tokenName(const DatasetDescription& data, std::int64_t token) {
    return data.tokenizer == nullptr ? std::to_string(token)
                                     : data.tokenizer->shown(static_cast<TokenId>(token));
}

} // namespace neurarium
