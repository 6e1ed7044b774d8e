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
    void beginTrials();
    void endTrial(double secondsEach);

    /// Both in turns, each twice: what disturbs one trial is not taken for the threads' doing.
    static constexpr int kTrials = 4;

    int m_trial = 0; ///< under way; kTrials: settled
    bool m_alone = false;
    bool m_warm =
        false; ///< the first step, which makes room and reads everything for the first time, is over
    std::int64_t m_samples = 0; ///< of this trial, or since it settled
    double m_seconds = 0;
    double m_shared = 0, m_one = 0; ///< seconds a sample on all threads and on one, the quicker of two
    double m_trials = 0;            ///< seconds that the trials took
};

} // namespace neurarium
