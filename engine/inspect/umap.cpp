// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/umap.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace neurarium {

namespace {

constexpr float kA = 1.5769434F, kB = 0.8950609F; // fit 1/(1 + a·d^(2b)) to exp(−(d − 0.1)) beyond 0.1
constexpr std::uint32_t kDraws = 1;               // the stream of the points that push
constexpr std::size_t kPushes = 5;
constexpr float kMostMove = 4; // along an axis, in units of the rate
constexpr std::int64_t kManyPoints = 10'000;

float limited(float move) {
    return std::clamp(move, -kMostMove, kMostMove);
}

std::int64_t stepsFor(std::int64_t points, Umap::Start start) {
    if (start == Umap::Start::Continued)
        return 100;
    return points <= kManyPoints ? 500 : 200;
}

} // namespace

Umap::Umap(NeighbourGraph graph, MapPlaces places, const Options& options)
    : m_graph(std::move(graph))
    , m_places(std::move(places))
    , m_random(options.seed, RandomPurpose::Projection, kDraws)
    , m_steps(stepsFor(m_places.size(), options.start))
    , m_firstRate(options.start == Start::Fresh ? 1.0F : 0.25F) {
    const auto heaviest = std::max_element(m_graph.weights.begin(), m_graph.weights.end());
    for (const float weight : m_graph.weights)
        m_interval.push_back(*heaviest / weight);
    m_nextPull = m_interval;
}

/// The gradient of −log(1/(1 + a·d^(2b))).
void Umap::pull(std::size_t point, std::size_t other, float rate) {
    std::array<float, 3> away{};
    float squared = 0;
    for (std::size_t axis = 0; axis < m_places.dimensions; ++axis) {
        away[axis] = m_places.axes[axis][point] - m_places.axes[axis][other];
        squared += away[axis] * away[axis];
    }
    if (squared == 0)
        return;
    const float power = std::pow(squared, kB);
    const float strength = -2 * kA * kB * power / (squared * (1 + kA * power));
    for (std::size_t axis = 0; axis < m_places.dimensions; ++axis) {
        const float move = rate * limited(strength * away[axis]);
        m_places.axes[axis][point] += move;
        m_places.axes[axis][other] -= move;
    }
}

/// The gradient of −log(1 − 1/(1 + a·d^(2b))).
void Umap::push(std::size_t point, std::size_t other, float rate) {
    std::array<float, 3> away{};
    float squared = 0;
    for (std::size_t axis = 0; axis < m_places.dimensions; ++axis) {
        away[axis] = m_places.axes[axis][point] - m_places.axes[axis][other];
        squared += away[axis] * away[axis];
    }
    if (squared == 0)
        return;
    const float strength = 2 * kB / ((0.001F + squared) * (1 + kA * std::pow(squared, kB)));
    for (std::size_t axis = 0; axis < m_places.dimensions; ++axis)
        m_places.axes[axis][point] += rate * limited(strength * away[axis]);
}

void Umap::step() {
    const float rate = m_firstRate * (1 - static_cast<float>(m_done) / static_cast<float>(m_steps));
    const auto count = static_cast<std::uint64_t>(m_places.size());
    ++m_done;
    for (std::size_t point = 0; point < count; ++point)
        for (auto edge = static_cast<std::size_t>(m_graph.begin[point]);
             edge < static_cast<std::size_t>(m_graph.begin[point + 1]); ++edge) {
            if (m_nextPull[edge] > static_cast<float>(m_done))
                continue;
            m_nextPull[edge] += m_interval[edge];
            pull(point, static_cast<std::size_t>(m_graph.points[edge]), rate);
            const auto first = m_random.words(static_cast<std::uint64_t>(m_done), 2 * edge);
            const auto second = m_random.words(static_cast<std::uint64_t>(m_done), 2 * edge + 1);
            for (std::size_t i = 0; i < kPushes; ++i) {
                const std::uint64_t word = i < first.size() ? first[i] : second[i - first.size()];
                push(point, static_cast<std::size_t>(word * count >> 32), rate);
            }
        }
}

} // namespace neurarium
