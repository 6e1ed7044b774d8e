// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/step_history.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace neurarium {

namespace {

constexpr std::size_t kSmallestCapacity = 64;

} // namespace

void LossRange::include(const LossRange& other) {
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
}

StepHistory::StepHistory(std::size_t capacity)
    : m_capacity(std::bit_ceil(std::max(capacity, kSmallestCapacity)))
    , m_levels(1) {}

void StepHistory::append(std::int64_t step, float loss) {
    if (empty())
        m_first = step;
    else if (step <= m_last)
        return;
    m_last = step;
    while (placeOf(step) >= m_capacity)
        joinNeighbours();
    if (std::isfinite(loss)) {
        include(placeOf(step), LossRange{loss, loss});
        return;
    }
    include(placeOf(step), LossRange{});
    if (!m_firstNotFinite)
        m_firstNotFinite = step;
}

void StepHistory::clear() {
    *this = StepHistory(m_capacity);
}

std::size_t StepHistory::placeOf(std::int64_t step) const {
    // The difference is taken without a sign: it is right even for steps at the two ends of the numbers.
    const auto distance = static_cast<std::uint64_t>(step) - static_cast<std::uint64_t>(m_first);
    return static_cast<std::size_t>(distance / static_cast<std::uint64_t>(m_stepsPerPlace));
}

void StepHistory::include(std::size_t place, const LossRange& loss) {
    for (std::size_t level = 0;; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        std::vector<LossRange>& places = m_levels[level];
        const bool grew = place >= places.size();
        if (grew)
            places.resize(place + 1);
        places[place].include(loss);
        if (level + 1 == m_levels.size() && places.size() > kFanOut) {
            rebuildUpperLevels();
            return;
        }
        if (level + 1 == m_levels.size())
            return;
        place /= kFanOut;
    }
}

void StepHistory::joinNeighbours() {
    std::vector<LossRange>& places = m_levels.front();
    const std::size_t joined = (places.size() + 1) / 2;
    for (std::size_t i = 0; i < joined; ++i) {
        LossRange both = places[2 * i];
        if (2 * i + 1 < places.size())
            both.include(places[2 * i + 1]);
        places[i] = both;
    }
    places.resize(joined);
    m_stepsPerPlace *= 2;
    rebuildUpperLevels();
}

void StepHistory::rebuildUpperLevels() {
    m_levels.resize(1);
    while (m_levels.back().size() > kFanOut) {
        const std::vector<LossRange>& below = m_levels.back();
        std::vector<LossRange> above((below.size() + kFanOut - 1) / kFanOut);
        for (std::size_t i = 0; i < below.size(); ++i)
            above[i / kFanOut].include(below[i]);
        m_levels.push_back(std::move(above));
    }
}

LossRange StepHistory::range(std::int64_t first, std::int64_t last) const {
    LossRange found;
    if (empty() || first > last || last < m_first || first > m_last)
        return found;
    std::size_t begin = placeOf(std::max(first, m_first));
    std::size_t end = placeOf(std::min(last, m_last)) + 1;
    for (const std::vector<LossRange>& places : m_levels) {
        const bool topmost = &places == &m_levels.back();
        end = std::min(end, places.size());
        while (begin < end && (topmost || begin % kFanOut != 0))
            found.include(places[begin++]);
        while (begin < end && (end % kFanOut != 0))
            found.include(places[--end]);
        if (begin >= end)
            break;
        begin /= kFanOut;
        end /= kFanOut;
    }
    return found;
}

std::optional<float> StepHistory::at(std::int64_t step) const {
    const LossRange found = range(step, step);
    if (found.empty())
        return std::nullopt;
    return found.highest;
}

std::size_t StepHistory::bytes() const {
    std::size_t sum = 0;
    for (const std::vector<LossRange>& places : m_levels)
        sum += places.capacity() * sizeof(LossRange);
    return sum;
}

} // namespace neurarium
