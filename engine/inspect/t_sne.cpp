// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/t_sne.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace neurarium {

namespace {

constexpr std::int64_t kFreshSteps = 1000, kExaggeratedSteps = 250, kContinuedSteps = 250;
constexpr float kExaggeration = 12;
constexpr float kFirstMomentum = 0.5F, kMomentum = 0.8F; // the first while it exaggerates
constexpr float kLeastGain = 0.01F;
constexpr float kLeastRate = 50;
constexpr std::int64_t kPointsTogether = 128;

/// Moves the points to their mean.
void centre(MapPlaces& places) {
    for (std::vector<float>& axis : places.axes) {
        const double mean =
            std::accumulate(axis.begin(), axis.end(), 0.0) / static_cast<double>(places.size());
        for (float& each : axis)
            each -= static_cast<float>(mean);
    }
}

} // namespace

TSne::TSne(NeighbourGraph graph, MapPlaces places, Start start, ThreadPool& pool)
    : m_graph(std::move(graph))
    , m_places(std::move(places))
    , m_moved(m_places)
    , m_velocity(m_places.size(), 3)
    , m_gains(m_places.size(), 3)
    , m_field(m_places.size(), m_places.dimensions)
    , m_pool(pool)
    , m_steps(start == Start::Fresh ? kFreshSteps : kContinuedSteps)
    , m_exaggerated(start == Start::Fresh ? kExaggeratedSteps : 0)
    , m_rate(std::max(static_cast<float>(m_places.size()) / kExaggeration / 4, kLeastRate)) {
    for (std::vector<float>& axis : m_gains.axes)
        std::fill(axis.begin(), axis.end(), 1.0F);
}

void TSne::movePoint(std::size_t point, float exaggeration, float momentum) {
    const std::array<float, 3> own = m_places[point];
    std::array<float, 3> pull{};
    for (auto edge = static_cast<std::size_t>(m_graph.begin[point]);
         edge < static_cast<std::size_t>(m_graph.begin[point + 1]); ++edge) {
        const auto other = static_cast<std::size_t>(m_graph.points[edge]);
        const std::array<float, 3> away{own[0] - m_places.axes[0][other], own[1] - m_places.axes[1][other],
                                        own[2] - m_places.axes[2][other]};
        const float strength =
            m_graph.weights[edge] / (1 + away[0] * away[0] + away[1] * away[1] + away[2] * away[2]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            pull[axis] += strength * away[axis];
    }
    const auto total = static_cast<float>(m_field.total());
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const float gradient = 4 * (exaggeration * pull[axis] - m_field.push(axis, point) / total);
        float& velocity = m_velocity.axes[axis][point];
        float& gain = m_gains.axes[axis][point];
        gain = std::max(velocity * gradient < 0 ? gain + 0.2F : gain * 0.8F, kLeastGain);
        velocity = momentum * velocity - m_rate * gain * gradient;
        m_moved.axes[axis][point] = own[axis] + velocity;
    }
}

void TSne::step() {
    const bool exaggerates = m_done < m_exaggerated;
    const float exaggeration = exaggerates ? kExaggeration : 1.0F;
    const float momentum = exaggerates ? kFirstMomentum : kMomentum;
    m_field.compute(m_places, m_pool);
    if (m_field.total() <= 0) // a single point
        return;
    const std::int64_t count = m_places.size();
    const auto some = [&](int piece, int) {
        const std::int64_t first = piece * kPointsTogether;
        for (std::int64_t i = first; i < std::min(count, first + kPointsTogether); ++i)
            movePoint(static_cast<std::size_t>(i), exaggeration, momentum);
    };
    m_pool.run(static_cast<int>((count + kPointsTogether - 1) / kPointsTogether), std::cref(some));
    std::swap(m_places, m_moved);
    centre(m_places);
    ++m_done;
}

} // namespace neurarium
