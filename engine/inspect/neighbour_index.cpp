// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <hnswlib/hnswlib.h>

#include "inspect/nearest_points.h"
#include "inspect/neighbours.h"
#include "kernels/kernels.h"

namespace neurarium {

namespace {

constexpr std::size_t kLinks = 16;           // of a point in the graph
constexpr std::size_t kBuildBreadth = 100;   // candidates that are kept while a point's place is searched
constexpr std::size_t kLeastBreadth = 64;    // ... and while its neighbours are
constexpr std::int64_t kBetweenAsking = 512; // points

float distanceOf(const void* a, const void* b, const void* width) {
    return kernels().squaredDistance(*static_cast<const std::int64_t*>(width), static_cast<const float*>(a),
                                     static_cast<const float*>(b));
}

/// Tells the index how far points are apart.
class EuclideanSpace : public hnswlib::SpaceInterface<float> {
public:
    explicit EuclideanSpace(std::int64_t width)
        : m_width(width) {}
    std::size_t get_data_size() override { return static_cast<std::size_t>(m_width) * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distanceOf; }
    void* get_dist_func_param() override { return &m_width; }

private:
    std::int64_t m_width;
};

/// The points in an index, and their neighbours by it.
class IndexedPoints {
public:
    IndexedPoints(const Tensor& points, std::int64_t each)
        : m_points(points)
        , m_count(points.shape()[0])
        , m_space(points.shape()[1])
        , m_index(&m_space, static_cast<std::size_t>(m_count), kLinks, kBuildBreadth)
        , m_each(each) {
        m_index.setEf(std::max(kLeastBreadth, static_cast<std::size_t>(each + each / 2 + 1)));
    }

    void add(std::int64_t point) { m_index.addPoint(row(point), static_cast<hnswlib::labeltype>(point)); }

    std::vector<NearestPoints::Candidate> near(std::int64_t point) const {
        std::vector<NearestPoints::Candidate> found;
        auto queue = m_index.searchKnn(row(point), static_cast<std::size_t>(m_each + 1));
        for (; !queue.empty(); queue.pop())
            if (static_cast<std::int64_t>(queue.top().second) != point)
                found.emplace_back(queue.top().first, static_cast<std::int32_t>(queue.top().second));
        std::sort(found.begin(), found.end());
        if (std::ssize(found) < m_each) // parts of the graph that hang together by no link
            return nearOfAll(point);
        found.resize(static_cast<std::size_t>(m_each));
        return found;
    }

private:
    const float* row(std::int64_t i) const { return m_points.data() + i * m_points.shape()[1]; }

    std::vector<NearestPoints::Candidate> nearOfAll(std::int64_t point) const {
        NearestPoints nearest(m_each);
        for (std::int64_t other = 0; other < m_count; ++other)
            if (other != point)
                nearest.offer(kernels().squaredDistance(m_points.shape()[1], row(point), row(other)), other);
        return nearest.finish();
    }

    const Tensor& m_points;
    std::int64_t m_count;
    EuclideanSpace m_space;
    hnswlib::HierarchicalNSW<float> m_index;
    std::int64_t m_each;
};

} // namespace

std::optional<Neighbours> neighboursByIndex(const Tensor& points, std::int64_t each,
                                            const BackgroundWork& work) {
    const std::int64_t count = points.shape()[0];
    Neighbours found{.each = std::clamp<std::int64_t>(count - 1, 0, each)};
    if (found.each == 0)
        return found;
    IndexedPoints index(points, found.each);
    for (std::int64_t point = 0; point < count; ++point) {
        if (point % kBetweenAsking == 0 && work.cancelled())
            return std::nullopt;
        index.add(point);
    }
    found.points.resize(static_cast<std::size_t>(count * found.each));
    found.distances.resize(found.points.size());
    for (std::int64_t first = 0; first < count; first += kBetweenAsking) {
        if (work.cancelled())
            return std::nullopt;
        const auto some = static_cast<int>(std::min(kBetweenAsking, count - first));
        work.pool.run(some, [&](int i, int) {
            auto at = static_cast<std::size_t>((first + i) * found.each);
            for (const auto& [squared, other] : index.near(first + i)) {
                found.points[at] = other;
                found.distances[at++] = std::sqrt(squared);
            }
        });
    }
    return found;
}

} // namespace neurarium
