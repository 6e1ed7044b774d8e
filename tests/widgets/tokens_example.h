// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "report/text_cuts.h"

namespace neurarium {

inline TokenCut exampleCut(TokenizerKind kind, std::int64_t vocabulary, std::int64_t firstId,
                           const std::vector<std::string>& texts) {
    TokenCut cut;
    cut.kind = kind;
    cut.vocabulary = vocabulary;
    for (const std::string& text : texts)
        cut.pieces.push_back({firstId++, text});
    return cut;
}

/// "고양이가 잔다" as letters, jamo, bytes and learnt pieces.
inline std::shared_ptr<TextCuts> exampleCuts() {
    auto cuts = std::make_shared<TextCuts>();
    cuts->text = "고양이가 잔다";
    cuts->cuts = {
        exampleCut(TokenizerKind::Characters, 1204, 300, {"고", "양", "이", "가", " ", "잔", "다"}),
        exampleCut(TokenizerKind::Jamo, 320, 260,
                   {"ㄱ", "ㅗ", "ㅇ", "ㅑ", "ㅇ", "ㅇ", "ㅣ", "ㄱ", "ㅏ", " ", "ㅈ", "ㅏ", "ㄴ", "ㄷ", "ㅏ"}),
        exampleCut(TokenizerKind::Bytes, 256, 0,
                   {"<EA>", "<B3>", "<A0>", "<EC>", "<96>", "<91>", "<EC>", "<9D>", "<B4>", "<EA>", "<B0>",
                    "<80>", " ", "<EC>", "<9E>", "<94>", "<EB>", "<8B>", "<A4>"}),
        exampleCut(TokenizerKind::Bpe, 768, 500, {"고양이", "가", " 잔", "다"})};
    cuts->joined.assign(4, cuts->text);
    return cuts;
}

/// A text in which "<EC><9D>" is the most common pair, after `merges` merges.
inline std::shared_ptr<MergeState> exampleMerges(int merges) {
    auto state = std::make_shared<MergeState>();
    for (int i = 0; i < merges; ++i)
        state->merged.push_back({i % 2 == 0 ? "<EC>" : "는", i % 2 == 0 ? "<9D>" : " ", 900 - 30 * i});
    state->common = {
        {"이", "가", 620 - 40 * merges}, {" ", "<EC>", 510 - 30 * merges}, {"t", "h", 300 - 20 * merges}};
    state->text = {{300, "고양이"}, {301, "가"}, {32, " "}, {236, "<EC>"}, {158, "<9E>"}, {148, "<94>"}};
    state->corpusTokens = 20'000 - 700 * merges;
    return state;
}

inline std::shared_ptr<Vocabulary> exampleVocabulary(TokenizerKind kind, int size) {
    auto vocabulary = std::make_shared<Vocabulary>();
    vocabulary->kind = kind;
    for (int i = 0; i < size; ++i)
        vocabulary->pieces.push_back(
            {i, i % 7 == 0 ? "고양이" + std::to_string(i) : " word" + std::to_string(i)});
    return vocabulary;
}

} // namespace neurarium
