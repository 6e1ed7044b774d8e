// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/trustworthiness.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "inspect/nearest_points.h"
#include "kernels/kernels.h"
#include "tensor/random.h"

namespace neurarium {

namespace {

constexpr std::int64_t kBetweenAsking = 64; // points, before it is asked whether to go on

/// Distances on a map of so many dimensions, squared.
template <std::int64_t Width>
void findOnMap(const float* own, const float* points, std::vector<float>& distances) {
    for (float& distance : distances) {
        distance = 0;
        for (std::int64_t axis = 0; axis < Width; ++axis)
            distance += (points[axis] - own[axis]) * (points[axis] - own[axis]);
        points += Width;
    }
}

void findInSpace(const float* own, const float* points, std::int64_t width, std::vector<float>& distances) {
    for (float& distance : distances) {
        distance = kernels().squaredDistance(width, own, points);
        points += width;
    }
}

/// Distances of one point to all points of a space, squared.
std::vector<float> distancesFrom(std::int64_t point, std::span<const float> points, std::int64_t width) {
    std::vector<float> distances(points.size() / static_cast<std::size_t>(width));
    const float* const own = points.data() + point * width;
    if (width == 2)
        findOnMap<2>(own, points.data(), distances);
    else if (width == 3)
        findOnMap<3>(own, points.data(), distances);
    else
        findInSpace(own, points.data(), width, distances);
    return distances;
}

/// Σ (r − k) over the neighbours of one point on the map. Of equally far points none is before the other.
std::int64_t penaltyOf(std::int64_t point, std::span<const float> there, std::span<const float> onMap,
                       std::int64_t neighbours) {
    NearestPoints nearest(neighbours);
    for (std::int64_t i = 0; i < std::ssize(onMap); ++i)
        if (i != point)
            nearest.offer(onMap[static_cast<std::size_t>(i)], i);
    std::int64_t penalty = 0;
    for (const auto& [distance, other] : nearest.finish()) {
        const float limit = there[static_cast<std::size_t>(other)];
        std::int32_t nearer = there[static_cast<std::size_t>(point)] < limit ? -1 : 0;
        // Counted in 32 bits: as many at once as there are floats in a register.
        for (const float each : there)
            nearer += each < limit ? 1 : 0;
        penalty += std::max<std::int64_t>(0, nearer + 1 - neighbours);
    }
    return penalty;
}

} // namespace

double trustworthiness(const Tensor& points, std::span<const float> places, const TrustOptions& options,
                       const BackgroundWork& work) {
    const std::int64_t count = points.shape()[0], width = points.shape()[1];
    const std::int64_t neighbours = std::min(options.neighbours, (count - 1) / 2);
    if (neighbours < 1)
        return 1;
    const std::int64_t asked = options.mostAsked > 0 ? std::min(options.mostAsked, count) : count;
    const RandomStream random(0, RandomPurpose::Projection);
    std::vector<std::int64_t> penalties(static_cast<std::size_t>(asked));
    const auto ask = [&](std::int64_t number) {
        // One of each stretch, at random: evenly spaced points may have much in common.
        const std::int64_t first = number * count / asked, end = (number + 1) * count / asked;
        const std::int64_t point =
            first + static_cast<std::int64_t>(random.below(0, static_cast<std::uint64_t>(number),
                                                           static_cast<std::uint64_t>(end - first)));
        penalties[static_cast<std::size_t>(number)] =
            penaltyOf(point, distancesFrom(point, points.values(), width),
                      distancesFrom(point, places, std::ssize(places) / count), neighbours);
    };
    for (std::int64_t first = 0; first < asked && !work.cancelled(); first += kBetweenAsking)
        work.pool.run(static_cast<int>(std::min(kBetweenAsking, asked - first)),
                      [&](int i, int) { ask(first + i); });
    double sum = 0;
    for (const std::int64_t penalty : penalties)
        sum += static_cast<double>(penalty);
    const auto n = static_cast<double>(count), k = static_cast<double>(neighbours);
    return 1 - 2 / (static_cast<double>(asked) * k * (2 * n - 3 * k - 1)) * sum;
}

} // namespace neurarium
