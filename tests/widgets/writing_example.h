// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/tokens.h"

namespace neurarium {

/// A small language of eight words in which the next word is drawn from the same probabilities everywhere:
/// 0.46, 0.21, 0.12, 0.08, 0.05, 0.04, 0.03, 0.01.
inline std::vector<TokenCandidate> candidateExample() {
    const std::vector<std::pair<const char*, float>> kWords{
        {"잔다", 0.46F},   {"논다", 0.21F}, {"나온다", 0.12F}, {"운다", 0.08F},
        {"먹는다", 0.05F}, {"간다", 0.04F}, {"온다", 0.03F},   {"<EC>", 0.01F}};
    std::vector<TokenCandidate> all;
    for (const auto& [word, probability] : kWords)
        all.push_back({{100 + static_cast<std::int64_t>(all.size()), word}, probability, true});
    return all;
}

/// "고양이가 상자에서", given, and so many words of the language above, written.
inline std::shared_ptr<Writing> writingExample(int written, std::int64_t epoch = 34) {
    auto writing = std::make_shared<Writing>();
    writing->epoch = epoch;
    writing->step = epoch * 20;
    writing->text = "고양이가 상자에서";
    const std::vector<std::pair<const char*, float>> kPrompt{
        {"고양이", 0}, {"가", 0.91F}, {"상자", 0.07F}, {"에서", 0.64F}};
    for (const auto& [word, probability] : kPrompt) {
        WrittenToken token{{static_cast<std::int64_t>(writing->tokens.size()), word}, probability, false};
        if (probability == 0)
            token.probability.reset();
        writing->tokens.push_back(token);
    }
    const auto candidates = candidateExample();
    for (int i = 0; i < written; ++i) {
        const TokenCandidate& drawn = candidates[static_cast<std::size_t>(i) % 4];
        writing->tokens.push_back({drawn.piece, drawn.probability, true});
        writing->text += " " + drawn.piece.text;
    }
    writing->next = candidates;
    return writing;
}

} // namespace neurarium
