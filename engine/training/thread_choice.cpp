// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/thread_choice.h"

namespace neurarium {

namespace {

constexpr double kTrialSeconds = 0.02; // longer than other programs keep a core at a time
constexpr double kSettledTrials = 40;  // trials take at most a fortieth of the time
constexpr double kWorthSharing = 0.97; // of the time alone: for less the other cores are left in peace

} // namespace

void ThreadChoice::begin(Phase phase) {
    m_phase = phase;
    m_samples = 0;
    m_seconds = 0;
}

void ThreadChoice::stepTook(double seconds, std::int64_t samples) {
    if (!m_warm) {
        m_warm = true;
        return;
    }
    m_samples += samples;
    m_seconds += seconds;
    if (m_phase == Phase::Settled) {
        if (m_seconds < kSettledTrials * m_trials)
            return;
        m_alone = false;
        begin(Phase::TryingAll);
    } else if (m_seconds >= kTrialSeconds) {
        const double each = m_seconds / static_cast<double>(m_samples);
        if (m_phase == Phase::TryingAll) {
            m_shared = each;
            m_trials = m_seconds;
            m_alone = true;
            begin(Phase::TryingOne);
        } else {
            m_trials += m_seconds;
            m_alone = m_shared > kWorthSharing * each;
            begin(Phase::Settled);
        }
    }
}

} // namespace neurarium
