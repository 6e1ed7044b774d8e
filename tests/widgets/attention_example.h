// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "report/attention_maps.h"
#include "report/head_effect.h"

namespace neurarium {

inline const std::vector<std::string>& koreanTokens() {
    static const std::vector<std::string> tokens{"고양이", "가", "상자", "에서",   "잔다", ".",
                                                 "그것",   "은", "아주", "따뜻하", "다"};
    return tokens;
}

inline const std::vector<std::string>& englishTokens() {
    static const std::vector<std::string> tokens{"The", " cat", " sleeps", " in",   " the",  " box",
                                                 ".",   " It",  " is",     " very", " warm", "."};
    return tokens;
}

/// Between 0 and 1, the same on every computer.
inline double exampleNoise(std::uint64_t seed) {
    seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((seed ^ (seed >> 31)) >> 11) / 9007199254740992.0;
}

/// Rows of a softmax: each head likes another neighbour, head 1 of block 3 the third word, and the more so
/// the later `step` is. Entropy and distance are those of the weights.
inline AttentionHead exampleHead(HeadPlace place, std::size_t tokens, std::int64_t step, bool causal = true) {
    AttentionHead head;
    head.place = place;
    head.weights.assign(tokens * tokens, 0);
    const double strength = 2.2 * (1 - std::exp(-static_cast<double>(step) / 200));
    for (std::size_t row = 0; row < tokens; ++row) {
        const std::size_t end = causal ? row + 1 : tokens;
        std::vector<double> scores;
        double sum = 0;
        for (std::size_t column = 0; column < end; ++column) {
            const double away = std::abs(static_cast<double>(row) - static_cast<double>(column));
            const bool owner = place.block == 2 && place.head == 0 && row > 4 && column == 2;
            const double likes = owner             ? 2
                                 : place.head == 3 ? (column == 0 ? 1 : 0)
                                                   : (away == place.head ? 1.0 : 0.0);
            const auto seed =
                static_cast<std::uint64_t>(((place.block * 16 + place.head) * 1024) + 1) * 4096 + row * 521 +
                column;
            scores.push_back(std::exp(strength * likes + 1.5 * exampleNoise(seed)));
            sum += scores.back();
        }
        for (std::size_t column = 0; column < end; ++column) {
            const double weight = scores[column] / sum;
            head.weights[row * tokens + column] = static_cast<float>(weight);
            head.entropy -= weight * std::log2(weight) / static_cast<double>(tokens);
            head.distance += weight * std::abs(static_cast<double>(row) - static_cast<double>(column)) /
                             static_cast<double>(tokens);
        }
    }
    return head;
}

struct AttentionExample {
    std::vector<std::string> tokens = koreanTokens();
    std::int32_t blocks = 4;
    std::int32_t heads = 4;
    std::int64_t step = 800;
    bool causal = true;

    std::shared_ptr<AttentionMaps> maps() const {
        auto maps = std::make_shared<AttentionMaps>();
        maps->step = step;
        maps->epoch = step / 24 + 1;
        maps->tokens = tokens;
        for (const std::string& token : tokens)
            maps->text += token;
        maps->blocks = blocks;
        maps->headsPerBlock = heads;
        maps->causal = causal;
        for (std::int32_t block = 0; block < blocks; ++block)
            for (std::int32_t head = 0; head < heads; ++head)
                maps->heads.push_back(exampleHead({block, head}, tokens.size(), step, causal));
        return maps;
    }
};

/// `count` tokens of a text that goes round and round.
inline std::vector<std::string> longText(std::size_t count) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < count; ++i)
        tokens.push_back(i % 3 == 2 ? englishTokens()[i % englishTokens().size()]
                                    : koreanTokens()[i % koreanTokens().size()]);
    return tokens;
}

inline std::shared_ptr<HeadEffect> exampleEffect() {
    auto effect = std::make_shared<HeadEffect>();
    effect->epoch = 34;
    effect->step = 800;
    effect->off = {{2, 0}};
    effect->sentences = {{"고양이가 상자에서 잔다. 그것은 따뜻하다.", 10, 0.62, 2.41, 9, 6},
                         {"개가 공을 물었다. 그것은 빨갛다.", 9, 0.71, 1.2, 8, 7},
                         {"오늘은 학교에서 축구를 한다.", 8, 0.55, 0.56, 7, 7}};
    return effect;
}

} // namespace neurarium
