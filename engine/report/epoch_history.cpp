// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/epoch_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace neurarium {

namespace {

constexpr std::ptrdiff_t kGroup = 8; // neighbours of which at most three stay

double watchedLoss(const EpochReport& epoch) {
    return epoch.validationLoss.value_or(epoch.trainLoss);
}

} // namespace

EpochHistory::EpochHistory(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, kGroup)) {}

void EpochHistory::append(const EpochReport& epoch) {
    if (!m_epochs.empty() && epoch.step <= m_epochs.back().step)
        return;
    if (m_epochs.size() >= m_capacity)
        thin();
    m_epochs.push_back(epoch);
    if (epoch.validationLoss && std::isfinite(*epoch.validationLoss) &&
        (!m_best || *epoch.validationLoss < *m_best->validationLoss))
        m_best = epoch;
}

std::vector<EpochReport>::const_iterator EpochHistory::lastUntil(double step) const {
    const auto after =
        std::upper_bound(m_epochs.begin(), m_epochs.end(), step, [](double wanted, const EpochReport& epoch) {
            return wanted < static_cast<double>(epoch.step);
        });
    return after == m_epochs.begin() ? m_epochs.end() : std::prev(after);
}

void EpochHistory::thin() {
    auto kept = m_epochs.begin();
    double seconds = 0;
    for (auto group = m_epochs.begin(); group < m_epochs.end();) {
        const auto end = group + std::min<std::ptrdiff_t>(kGroup, m_epochs.end() - group);
        const auto [lowest, highest] =
            std::minmax_element(group, end, [](const EpochReport& a, const EpochReport& b) {
                return watchedLoss(a) < watchedLoss(b);
            });
        for (auto epoch = group; epoch != end; ++epoch) {
            seconds += epoch->seconds;
            if (epoch != lowest && epoch != highest && epoch != end - 1)
                continue;
            *kept = *epoch;
            kept->seconds = std::exchange(seconds, 0);
            ++kept;
        }
        group = end;
    }
    m_epochs.erase(kept, m_epochs.end());
}

} // namespace neurarium
