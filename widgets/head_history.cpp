// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/head_history.h"

#include <algorithm>

namespace neurarium {

namespace {

constexpr std::size_t kMostMoments = 400;

} // namespace

void HeadHistory::add(const AttentionMaps& maps) {
    if (maps.tokens != m_tokens || maps.heads.size() != m_heads.size()) {
        m_tokens = maps.tokens;
        m_heads.assign(maps.heads.size(), {});
    }
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        const HeadMoment now{maps.step, maps.heads[i].entropy, maps.heads[i].distance};
        const auto place =
            std::lower_bound(m_heads[i].begin(), m_heads[i].end(), maps.step,
                             [](const HeadMoment& each, std::int64_t step) { return each.step < step; });
        if (place != m_heads[i].end() && place->step == maps.step)
            *place = now;
        else
            m_heads[i].insert(place, now);
    }
    if (!m_heads.empty() && m_heads.front().size() > kMostMoments)
        thin();
}

void HeadHistory::cutAfter(std::int64_t step) {
    for (auto& moments : m_heads)
        std::erase_if(moments, [step](const HeadMoment& each) { return each.step > step; });
}

/// The newest stays.
void HeadHistory::thin() {
    for (auto& moments : m_heads) {
        std::vector<HeadMoment> kept;
        for (std::size_t i = 0; i < moments.size(); ++i)
            if ((moments.size() - 1 - i) % 2 == 0)
                kept.push_back(moments[i]);
        moments = std::move(kept);
    }
}

} // namespace neurarium
