// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/repulsion_field.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "kernels/kernels.h"

namespace neurarium {

namespace {

constexpr std::int32_t kTipPoints = 16; // as many as the widest packet has lanes
constexpr float kSmallestSide = 1e-6F;  // of the whole: points so close are not told apart
constexpr float kFar = 0.5F;            // the side of a group as seen from a point, in radians

/// Points of which all pairs are quicker than a tree (measured with AVX-512 and AVX2; the same everywhere, so
/// that maps are).
std::int64_t mostPairs(std::size_t dimensions) {
    return dimensions == 2 ? 2'000 : 5'000;
}

} // namespace

RepulsionField::RepulsionField(std::int64_t points, std::size_t dimensions, Way way)
    : m_points(points)
    , m_tree(way == Way::Tree || (way == Way::Quickest && points > mostPairs(dimensions)))
    , m_order(static_cast<std::size_t>(points))
    , m_sorted(m_order.size())
    , m_all(4 * m_order.size()) {
    for (std::vector<float>& each : m_push)
        each.resize(m_order.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_tree)
        return;
    for (std::int32_t first = 0; first < points; first += kTipPoints) {
        const auto rest = static_cast<std::int32_t>(points) - first;
        m_tips.push_back(static_cast<std::int32_t>(m_boxes.size()));
        m_boxes.push_back({.first = first, .count = std::min(kTipPoints, rest), .tip = true});
    }
}

void RepulsionField::compute(const MapPlaces& places, ThreadPool& pool) {
    if (m_tree)
        buildTree(places);
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const auto point = static_cast<std::size_t>(m_order[i]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            m_all[4 * i + axis] = places.axes[axis][point];
        m_all[4 * i + 3] = 1;
    }
    m_lists.resize(static_cast<std::size_t>(pool.threads()));
    const auto one = [&](int number, int thread) {
        const Box& tip = m_boxes[static_cast<std::size_t>(m_tips[static_cast<std::size_t>(number)])];
        if (!m_tree)
            return pushTip(tip, m_all);
        std::vector<float>& list = m_lists[static_cast<std::size_t>(thread)];
        gather(tip, list);
        pushTip(tip, list);
    };
    pool.run(static_cast<int>(m_tips.size()), std::cref(one));
    m_total = std::accumulate(m_push[3].begin(), m_push[3].end(), 0.0);
}

void RepulsionField::buildTree(const MapPlaces& places) {
    m_boxes.clear();
    m_tips.clear();
    std::iota(m_order.begin(), m_order.end(), 0);
    Cube cube;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto [low, high] = std::minmax_element(places.axes[axis].begin(), places.axes[axis].end());
        cube.low[axis] = *low;
        cube.side = std::max(cube.side, *high - *low);
    }
    m_smallestSide = cube.side * kSmallestSide;
    addBox(places, cube, {0, static_cast<std::int32_t>(m_points)});
}

void RepulsionField::addBox(const MapPlaces& places, const Cube& cube, const Stretch& stretch) {
    const std::size_t at = m_boxes.size();
    Box box{.side = cube.side, .first = stretch.first, .count = stretch.count};
    box.tip = stretch.count <= kTipPoints || cube.side <= m_smallestSide;
    std::array<double, 3> sum{};
    for (std::int32_t i = 0; i < stretch.count; ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            sum[axis] +=
                places.axes[axis]
                           [static_cast<std::size_t>(m_order[static_cast<std::size_t>(stretch.first + i)])];
    for (std::size_t axis = 0; axis < 3; ++axis)
        box.source[axis] = static_cast<float>(sum[axis] / stretch.count);
    box.source[3] = static_cast<float>(stretch.count);
    m_boxes.push_back(box);
    if (box.tip)
        m_tips.push_back(static_cast<std::int32_t>(at));
    else
        addEighths(places, cube, stretch);
    m_boxes[at].next = static_cast<std::int32_t>(m_boxes.size());
}

void RepulsionField::addEighths(const MapPlaces& places, const Cube& cube, const Stretch& stretch) {
    const float half = cube.side / 2;
    std::array<std::int32_t, 8> counts{};
    const auto begin = m_order.begin() + stretch.first;
    const auto eighthOf = [&](std::int32_t point) {
        std::size_t eighth = 0;
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (places.axes[axis][static_cast<std::size_t>(point)] > cube.low[axis] + half)
                eighth |= std::size_t{1} << axis;
        return eighth;
    };
    for (std::int32_t i = 0; i < stretch.count; ++i)
        ++counts[eighthOf(begin[i])];
    std::array<std::int32_t, 8> next{};
    std::exclusive_scan(counts.begin(), counts.end(), next.begin(), 0);
    for (std::int32_t i = 0; i < stretch.count; ++i)
        m_sorted[static_cast<std::size_t>(next[eighthOf(begin[i])]++)] = begin[i];
    std::copy_n(m_sorted.begin(), stretch.count, begin);
    std::int32_t first = stretch.first;
    for (std::size_t eighth = 0; eighth < counts.size(); first += counts[eighth++]) {
        if (counts[eighth] == 0)
            continue;
        Cube part{.low = cube.low, .side = half};
        for (std::size_t axis = 0; axis < 3; ++axis)
            part.low[axis] += (eighth >> axis & 1U) != 0 ? half : 0.0F;
        addBox(places, part, {first, counts[eighth]});
    }
}

/// The groups that push a tip's points: boxes that are far from all of them, and single points.
void RepulsionField::gather(const Box& tip, std::vector<float>& sources) const {
    const float* const own = m_all.data() + 4 * tip.first;
    std::array<float, 3> low{own[0], own[1], own[2]}, high = low;
    for (std::int32_t i = 1; i < tip.count; ++i)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], own[4 * i + static_cast<std::int32_t>(axis)]);
            high[axis] = std::max(high[axis], own[4 * i + static_cast<std::int32_t>(axis)]);
        }
    sources.clear();
    for (std::size_t at = 0; at < m_boxes.size();) {
        const Box& box = m_boxes[at];
        float squared = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const float away = std::max({low[axis] - box.source[axis], box.source[axis] - high[axis], 0.0F});
            squared += away * away;
        }
        if (box.side * box.side < kFar * kFar * squared) {
            sources.insert(sources.end(), box.source.begin(), box.source.end());
            at = static_cast<std::size_t>(box.next);
        } else if (box.tip) {
            const auto points = m_all.begin() + 4 * box.first;
            sources.insert(sources.end(), points, points + 4 * box.count);
            at = static_cast<std::size_t>(box.next);
        } else {
            ++at;
        }
    }
}

void RepulsionField::pushTip(const Box& tip, const std::vector<float>& sources) {
    for (std::int32_t first = tip.first; first < tip.first + tip.count; first += kTipPoints) {
        const std::int32_t count = std::min(kTipPoints, tip.first + tip.count - first);
        std::array<float, 3 * kTipPoints> target;
        std::array<float, 4 * kTipPoints> push;
        for (std::int32_t i = 0; i < count; ++i)
            for (std::int32_t axis = 0; axis < 3; ++axis)
                target[static_cast<std::size_t>(axis * kTipPoints + i)] =
                    m_all[static_cast<std::size_t>(4 * (first + i) + axis)];
        kernels().repel({.sources = std::ssize(sources) / 4,
                         .source = sources.data(),
                         .targets = count,
                         .target = target.data(),
                         .push = push.data(),
                         .stride = kTipPoints});
        for (std::int32_t i = 0; i < count; ++i) {
            const auto point = static_cast<std::size_t>(m_order[static_cast<std::size_t>(first + i)]);
            for (std::size_t part = 0; part < m_push.size(); ++part)
                m_push[part][point] = push[part * kTipPoints + static_cast<std::size_t>(i)];
            m_push[3][point] -= 1; // a point is among its own sources
        }
    }
}

} // namespace neurarium
