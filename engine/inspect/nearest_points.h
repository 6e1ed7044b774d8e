// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace neurarium {

/// Keeps the nearest of the points that it is offered; of equally far ones those with the smaller number.
class NearestPoints {
public:
    using Candidate = std::pair<float, std::int32_t>; ///< how far, and which

    explicit NearestPoints(std::int64_t count)
        : m_count(static_cast<std::size_t>(count)) {
        m_kept.reserve(2 * m_count);
    }

    /// Nothing farther is needed any more.
    float limit() const { return m_limit; }

    /// Offered in the order of their numbers.
    void offer(float distance, std::int64_t point) {
        if (!(distance < m_limit))
            return;
        m_kept.emplace_back(distance, static_cast<std::int32_t>(point));
        if (m_kept.size() == 2 * m_count)
            thin();
    }

    /// Those that are left, the nearest first.
    std::vector<Candidate>& finish() {
        std::sort(m_kept.begin(), m_kept.end());
        if (m_kept.size() > m_count)
            m_kept.resize(m_count);
        return m_kept;
    }

private:
    void thin() {
        std::nth_element(m_kept.begin(), m_kept.begin() + static_cast<std::ptrdiff_t>(m_count) - 1,
                         m_kept.end());
        m_kept.resize(m_count);
        m_limit = m_kept.back().first;
    }

    std::size_t m_count;
    std::vector<Candidate> m_kept;
    float m_limit = std::numeric_limits<float>::infinity();
};

} // namespace neurarium
