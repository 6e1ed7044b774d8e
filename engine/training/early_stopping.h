// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace neurarium {

/// Remembers the best epoch, and says when there was no better one for `patience` epochs. Watches the
/// validation loss, or the training loss where nothing is kept for validation.
class EarlyStopping {
public:
    explicit EarlyStopping(std::optional<std::int64_t> patience);

    void epochFinished(std::int64_t epoch, std::int64_t step, double loss);
    bool shouldStop() const;

    /// The best so far; epoch 0 before the first. Part of the training state.
    struct Best {
        std::int64_t epoch = 0;
        std::int64_t step = 0;
        double loss = 0;
        std::int64_t epochsSince = 0;
        bool operator==(const Best&) const = default;
    };
    const Best& best() const { return m_best; }
    void setBest(const Best& best) { m_best = best; }

private:
    std::optional<std::int64_t> m_patience;
    Best m_best;
};

} // namespace neurarium
