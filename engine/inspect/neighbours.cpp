// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/neighbours.h"

#include <algorithm>
#include <cmath>

#include "inspect/nearest_points.h"
#include "kernels/kernels.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostPairs = 20'000; // points of which all pairs are compared
constexpr std::int64_t kRows = 32;          // points whose distances to
constexpr std::int64_t kColumns = 512;      // so many others are found at once: 64 KiB
constexpr int kBlocksBetweenAsking = 64;

/// Distances by the rule |a − b|² = |a|² + |b|² − 2ab, where products of matrices do the work.
class AllPairs {
public:
    explicit AllPairs(const Tensor& points)
        : m_points(points)
        , m_count(points.shape()[0])
        , m_width(points.shape()[1])
        , m_chunks((m_count + kColumns - 1) / kColumns)
        , m_packedSize((kernels().packedSize(m_width, kColumns) + 15) / 16 * 16)
        , m_packed(m_chunks * m_packedSize)
        , m_norms(static_cast<std::size_t>(m_count)) {
        for (std::int64_t chunk = 0; chunk < m_chunks; ++chunk)
            kernels().pack({.n = columnsOf(chunk),
                            .k = m_width,
                            .b = row(chunk * kColumns),
                            .ldb = m_width,
                            .transposeB = true},
                           m_packed.data() + chunk * m_packedSize);
        const std::vector<float> origin(static_cast<std::size_t>(m_width));
        for (std::int64_t i = 0; i < m_count; ++i)
            m_norms[static_cast<std::size_t>(i)] = kernels().squaredDistance(m_width, row(i), origin.data());
    }

    std::int64_t blocks() const { return (m_count + kRows - 1) / kRows; }

    /// The neighbours of the points of one block.
    void find(std::int64_t block, Neighbours& found) const {
        const std::int64_t first = block * kRows, rows = std::min(kRows, m_count - first);
        std::vector<NearestPoints> nearest(static_cast<std::size_t>(rows), NearestPoints(found.each));
        std::vector<float> products(static_cast<std::size_t>(kRows * kColumns));
        for (std::int64_t chunk = 0; chunk < m_chunks; ++chunk) {
            kernels().product({.m = rows,
                               .n = columnsOf(chunk),
                               .k = m_width,
                               .a = row(first),
                               .lda = m_width,
                               .packed = {m_packed.data() + chunk * m_packedSize, m_width, columnsOf(chunk)},
                               .c = products.data(),
                               .ldc = kColumns});
            for (std::int64_t i = 0; i < rows; ++i)
                offer(first + i, chunk, products.data() + i * kColumns, nearest[static_cast<std::size_t>(i)]);
        }
        for (std::int64_t i = 0; i < rows; ++i)
            keep(first + i, nearest[static_cast<std::size_t>(i)].finish(), found);
    }

private:
    const float* row(std::int64_t i) const { return m_points.data() + i * m_width; }
    std::int64_t columnsOf(std::int64_t chunk) const {
        return std::min(kColumns, m_count - chunk * kColumns);
    }

    void offer(std::int64_t point, std::int64_t chunk, const float* products, NearestPoints& nearest) const {
        const float* const norms = m_norms.data() + chunk * kColumns;
        const float own = m_norms[static_cast<std::size_t>(point)];
        for (std::int64_t j = 0; j < columnsOf(chunk); ++j) {
            const float squared = own + norms[j] - 2 * products[j];
            if (squared < nearest.limit() && chunk * kColumns + j != point)
                nearest.offer(squared, chunk * kColumns + j);
        }
    }

    /// The rule is inexact for points that are close together: their distances are computed again.
    void keep(std::int64_t point, std::vector<NearestPoints::Candidate>& nearest, Neighbours& found) const {
        for (auto& [distance, other] : nearest)
            distance = std::sqrt(kernels().squaredDistance(m_width, row(point), row(other)));
        std::sort(nearest.begin(), nearest.end());
        auto at = static_cast<std::size_t>(point * found.each);
        for (const auto& [distance, other] : nearest) {
            found.points[at] = other;
            found.distances[at++] = distance;
        }
    }

    const Tensor& m_points;
    std::int64_t m_count, m_width, m_chunks, m_packedSize;
    FloatBuffer m_packed; ///< the points as the columns of matrices, some hundred each
    std::vector<float> m_norms;
};

} // namespace

std::optional<Neighbours> neighboursByPairs(const Tensor& points, std::int64_t each,
                                            const BackgroundWork& work) {
    const std::int64_t count = points.shape()[0];
    Neighbours found{.each = std::clamp<std::int64_t>(count - 1, 0, each)};
    if (found.each == 0)
        return found;
    found.points.resize(static_cast<std::size_t>(count * found.each));
    found.distances.resize(found.points.size());
    const AllPairs pairs(points);
    for (std::int64_t first = 0; first < pairs.blocks(); first += kBlocksBetweenAsking) {
        if (work.cancelled())
            return std::nullopt;
        const auto blocks =
            static_cast<int>(std::min<std::int64_t>(kBlocksBetweenAsking, pairs.blocks() - first));
        work.pool.run(blocks, [&](int block, int) { pairs.find(first + block, found); });
    }
    return found;
}

std::optional<Neighbours> findNeighbours(const Tensor& points, std::int64_t each,
                                         const BackgroundWork& work) {
    return points.shape()[0] <= kMostPairs ? neighboursByPairs(points, each, work)
                                           : neighboursByIndex(points, each, work);
}

} // namespace neurarium
