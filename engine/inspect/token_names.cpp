// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/token_names.h"

#include <charconv>
#include <sstream>

#include "report/error.h"

namespace neurarium {

std::vector<std::int64_t> tokensOf(const DatasetDescription& /*data*/, const std::string& text) {
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

std::string tokenName(const DatasetDescription& /*data*/, std::int64_t token) {
    return std::to_string(token);
}

} // namespace neurarium
