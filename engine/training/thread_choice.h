// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace neurarium {

/// Finds out by trial, now and then, whether a step is quicker on all threads or on one: threads that share a
/// step wait for each other, and where another program keeps a core busy that costs more than it gives. What
/// a step computes does not depend on it.
class ThreadChoice {
public:
    bool alone() const { return m_alone; } ///< whether the next step shall use one thread
    void stepTook(double seconds, std::int64_t samples);

private:
    enum class Phase { TryingAll, TryingOne, Settled };
    void begin(Phase phase);

    Phase m_phase = Phase::TryingAll;
    bool m_alone = false;
    bool m_warm =
        false; ///< the first step, which makes room and reads everything for the first time, is over
    std::int64_t m_samples = 0; ///< of this phase
    double m_seconds = 0;
    double m_shared = 0; ///< seconds a sample on all threads, as tried last
    double m_trials = 0; ///< seconds that both trials took
};

} // namespace neurarium
