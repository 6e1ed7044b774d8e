// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/epoch_report.h"

namespace neurarium {

/// The epochs of one branch, in order. Every one is kept until there are more than `capacity`; then, of each
/// eight neighbours, those with the lowest and the highest loss and the last one stay: memory stays bounded,
/// and neither the best epoch nor a spike is ever lost. An epoch that stays takes over the seconds of those
/// that went before it. The loss meant is the validation loss, or the training loss where there is none.
class EpochHistory {
public:
    static constexpr std::size_t kDefaultCapacity = std::size_t{1} << 17;

    explicit EpochHistory(std::size_t capacity = kDefaultCapacity);

    /// An epoch whose step is not above the last one's is ignored.
    void append(const EpochReport& epoch);

    bool empty() const { return m_epochs.empty(); }
    std::size_t size() const { return m_epochs.size(); }
    const EpochReport& front() const { return m_epochs.front(); }
    const EpochReport& back() const { return m_epochs.back(); }
    auto begin() const { return m_epochs.begin(); }
    auto end() const { return m_epochs.end(); }
    /// The last epoch that ended at this step or before; `end()` when there is none.
    std::vector<EpochReport>::const_iterator lastUntil(double step) const;
    /// The epoch with the lowest finite validation loss, the earliest of equal ones.
    const std::optional<EpochReport>& best() const { return m_best; }

private:
    void thin();

    std::size_t m_capacity;
    std::vector<EpochReport> m_epochs;
    std::optional<EpochReport> m_best;
};

} // namespace neurarium
