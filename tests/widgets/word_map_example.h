// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "report/embeddings.h"

namespace neurarium {

inline constexpr std::int64_t kExampleDimensions = 16;

/// Words of four groups as they may stand in `epoch`: at the beginning anywhere, then drawn together group by
/// group; sports and school are drawn towards each other, too. After the named words come `more` others.
inline std::shared_ptr<Embeddings> wordExample(std::int64_t epoch, int more = 0, bool korean = true) {
    struct Word {
        const char *korean, *english;
        int group;
    };
    static const std::array<Word, 16> kWords{{{"축구", "soccer", 0},
                                              {"공", "ball", 0},
                                              {"골", "goal", 0},
                                              {"운동장", "field", 0},
                                              {"학교", "school", 1},
                                              {"교실", "class", 1},
                                              {"선생님", "teacher", 1},
                                              {"공책", "notebook", 1},
                                              {"오늘", "today", 2},
                                              {"내일", "tomorrow", 2},
                                              {"어제", "yesterday", 2},
                                              {"아침", "morning", 2},
                                              {"상자", "box", 3},
                                              {"고양이", "cat", 3},
                                              {"강아지", "dog", 3},
                                              {"집", "house", 3}}};
    auto words = std::make_shared<Embeddings>();
    words->epoch = epoch;
    words->step = epoch * 20;
    words->epochs = static_cast<double>(epoch);
    words->dimensions = kExampleDimensions;
    words->groupNames = {"sports", "school", "time", "home"};
    const double learnt = 1 - std::exp(-static_cast<double>(epoch) / 8);
    for (int i = 0; i < std::ssize(kWords) + more; ++i) {
        const bool named = i < std::ssize(kWords);
        const auto place = static_cast<std::size_t>(i);
        words->labels.push_back(!named   ? (korean ? "말" : "word") + std::to_string(i)
                                : korean ? kWords[place].korean
                                         : kWords[place].english);
        words->groups.push_back(named ? kWords[place].group : i % 4);
        words->counts.push_back(named ? 1000 - i : 1 + i % 50);
        std::mt19937 random(static_cast<unsigned>(i) + 1);
        std::normal_distribution<double> noise;
        for (std::int64_t d = 0; d < kExampleDimensions; ++d) {
            const int group = words->groups.back();
            const double home = d / 3 == group ? 1.0 : d / 3 == 4 && group < 2 ? 0.8 : 0.0;
            words->vectors.push_back(
                static_cast<float>(home * learnt + (0.35 - 0.12 * learnt) * noise(random)));
        }
    }
    return words;
}

/// Their true principal components, by power iteration, with the share of the variance that they keep. The
/// signs are chosen so that maps of following epochs look alike.
inline std::shared_ptr<Projection> pcaExample(const Embeddings& words, std::int32_t dimensions) {
    const auto count = static_cast<std::size_t>(words.size()),
               size = static_cast<std::size_t>(words.dimensions);
    std::vector<double> mean(size), rows(words.vectors.begin(), words.vectors.end());
    for (std::size_t i = 0; i < rows.size(); ++i)
        mean[i % size] += rows[i] / static_cast<double>(count);
    double total = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] -= mean[i % size];
        total += rows[i] * rows[i];
    }
    auto map = std::make_shared<Projection>();
    map->method = ProjectionMethod::Pca;
    map->dimensions = dimensions;
    map->epoch = words.epoch;
    map->step = words.step;
    map->places.resize(count * static_cast<std::size_t>(dimensions));
    double kept = 0, largest = 1e-12;
    for (std::int32_t axis = 0; axis < dimensions; ++axis) {
        std::vector<double> direction(size), scores(count);
        for (std::size_t d = 0; d < size; ++d)
            direction[d] = 1.0 / (1.0 + static_cast<double>((d + static_cast<std::size_t>(axis)) % size));
        for (int turn = 0; turn < 200; ++turn) {
            std::vector<double> next(size);
            for (std::size_t i = 0; i < count; ++i) {
                scores[i] = 0;
                for (std::size_t d = 0; d < size; ++d)
                    scores[i] += rows[i * size + d] * direction[d];
                for (std::size_t d = 0; d < size; ++d)
                    next[d] += scores[i] * rows[i * size + d];
            }
            double length = 0;
            for (const double each : next)
                length += each * each;
            for (std::size_t d = 0; d < size; ++d)
                direction[d] = next[d] / std::sqrt(std::max(length, 1e-30));
        }
        const double sign = scores[0] < 0 ? -1 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            kept += scores[i] * scores[i];
            for (std::size_t d = 0; d < size; ++d)
                rows[i * size + d] -= scores[i] * direction[d];
            largest = std::max(largest, std::abs(scores[i]));
            map->places[i * static_cast<std::size_t>(dimensions) + static_cast<std::size_t>(axis)] =
                static_cast<float>(sign * scores[i]);
        }
    }
    for (float& place : map->places)
        place = static_cast<float>(static_cast<double>(place) / largest);
    map->variance = kept / total;
    return map;
}

} // namespace neurarium
