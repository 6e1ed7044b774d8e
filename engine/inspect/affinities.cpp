// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/affinities.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "kernels/kernels.h"

namespace neurarium {

namespace {

constexpr int kMostHalvings = 64;
constexpr std::int64_t kPointsTogether = 64;

/// Calls work(point) for all points, side by side.
template <typename Work>
void forEachPoint(const Neighbours& neighbours, ThreadPool& pool, const Work& work) {
    const std::int64_t count = neighbours.size();
    const auto some = [&](int piece, int) {
        const std::int64_t first = piece * kPointsTogether;
        for (std::int64_t i = first; i < std::min(count, first + kPointsTogether); ++i)
            work(static_cast<std::size_t>(i));
    };
    pool.run(static_cast<int>((count + kPointsTogether - 1) / kPointsTogether), std::cref(some));
}

/// Looks for the number at which a rising function reaches a value, by doubling and halving; starts at 1.
template <typename Function>
void search(double value, double tolerance, const Function& function) {
    double low = 0, high = std::numeric_limits<double>::infinity(), at = 1;
    for (int i = 0; i < kMostHalvings; ++i) {
        const double found = function(at);
        if (std::abs(found - value) <= tolerance)
            return;
        (found < value ? low : high) = at;
        at = std::isinf(high) ? 2 * at : (low + high) / 2;
    }
}

/// Weights exp(−d²/width) of one point, summing to 1, with the entropy log(perplexity) in nats.
void setPerplexity(std::span<const float> distances, double perplexity, std::span<float> weights) {
    const double nearest = static_cast<double>(distances.front()) * distances.front();
    const double farthest = static_cast<double>(distances.back()) * distances.back();
    const double unit = farthest > nearest ? farthest - nearest : 1.0; // then the search need not go far
    std::vector<float> away(distances.size());
    for (std::size_t j = 0; j < away.size(); ++j)
        away[j] = static_cast<float>((nearest - static_cast<double>(distances[j]) * distances[j]) / unit);
    search(std::log(perplexity), 1e-5, [&](double width) {
        for (std::size_t j = 0; j < away.size(); ++j)
            weights[j] = static_cast<float>(away[j] / width);
        kernels().exp(std::ssize(weights), weights.data(), weights.data());
        double sum = 0, moment = 0;
        for (std::size_t j = 0; j < away.size(); ++j) {
            sum += weights[j];
            moment += static_cast<double>(weights[j]) * away[j];
        }
        for (float& weight : weights)
            weight = static_cast<float>(weight / sum);
        return std::log(sum) - moment / (width * sum);
    });
}

/// Weights exp(−(d − ρ)/σ) of one point, summing to log2 of their number.
void setFuzzyWeights(std::span<const float> distances, std::span<float> weights) {
    const auto apart = std::find_if(distances.begin(), distances.end(), [](float d) { return d > 0; });
    const float nearest = apart == distances.end() ? 0.0F : *apart;
    const double unit = distances.back() > nearest ? distances.back() - nearest : 1.0;
    search(std::log2(static_cast<double>(distances.size())), 1e-5, [&](double width) {
        double sum = 0;
        for (std::size_t j = 0; j < distances.size(); ++j) {
            const double away = std::max(0.0F, distances[j] - nearest);
            weights[j] = static_cast<float>(std::exp(-away / (unit * width)));
            sum += weights[j];
        }
        return sum;
    });
}

template <typename T>
std::span<T> rowOf(std::vector<T>& numbers, std::size_t row, std::int64_t length) {
    return std::span(numbers).subspan(row * static_cast<std::size_t>(length),
                                      static_cast<std::size_t>(length));
}

template <typename T>
std::span<const T> rowOf(const std::vector<T>& numbers, std::size_t row, std::int64_t length) {
    return std::span(numbers).subspan(row * static_cast<std::size_t>(length),
                                      static_cast<std::size_t>(length));
}

} // namespace

NeighbourGraph affinities(const Neighbours& neighbours, double perplexity, ThreadPool& pool) {
    const std::int64_t each = neighbours.each;
    const double reachable = std::clamp(perplexity, 1.0, std::max(1.0, static_cast<double>(each) / 3));
    std::vector<float> weights(neighbours.points.size());
    forEachPoint(neighbours, pool, [&](std::size_t i) {
        setPerplexity(rowOf(neighbours.distances, i, each), reachable, rowOf(weights, i, each));
    });
    NeighbourGraph graph =
        joinBothWays(neighbours, weights, [](float there, float back) { return there + back; });
    const float whole = 2 * static_cast<float>(neighbours.size());
    for (float& weight : graph.weights)
        weight /= whole;
    return graph;
}

NeighbourGraph fuzzyGraph(const Neighbours& neighbours, ThreadPool& pool) {
    std::vector<float> weights(neighbours.points.size());
    forEachPoint(neighbours, pool, [&](std::size_t i) {
        setFuzzyWeights(rowOf(neighbours.distances, i, neighbours.each), rowOf(weights, i, neighbours.each));
    });
    return joinBothWays(neighbours, weights,
                        [](float there, float back) { return there + back - there * back; });
}

} // namespace neurarium
