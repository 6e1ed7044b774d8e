// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/early_stopping.h"

#include <cmath>

namespace neurarium {

EarlyStopping::EarlyStopping(std::optional<std::int64_t> patience)
    : m_patience(patience) {}

void EarlyStopping::epochFinished(std::int64_t epoch, std::int64_t step, double loss) {
    const bool better = loss < m_best.loss || (std::isnan(m_best.loss) && !std::isnan(loss));
    if (m_best.epoch == 0 || better)
        m_best = {.epoch = epoch, .step = step, .loss = loss, .epochsSince = 0};
    else
        ++m_best.epochsSince;
}

bool EarlyStopping::shouldStop() const {
    return m_patience && m_best.epochsSince >= *m_patience;
}

} // namespace neurarium
