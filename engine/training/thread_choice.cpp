// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/thread_choice.h"

#include <algorithm>

namespace neurarium {

namespace {

constexpr double kTrialSeconds = 0.01; // longer than other programs keep a core at a time
constexpr double kSettledTrials = 40;  // trials take at most a fortieth of the time
constexpr double kWorthSharing = 0.97; // of the time alone: for less the other cores are left in peace

} // namespace

void ThreadChoice::beginTrials() {
    m_trial = 0;
    m_alone = false;
    m_trials = 0;
}

void ThreadChoice::stepTook(double seconds, std::int64_t samples) {
    if (!m_warm) {
        m_warm = true;
        return;
    }
    m_samples += samples;
    m_seconds += seconds;
    if (m_seconds < (m_trial == kTrials ? kSettledTrials * m_trials : kTrialSeconds))
        return;
    if (m_trial == kTrials)
        beginTrials();
    else
        endTrial(m_seconds / static_cast<double>(m_samples));
    m_samples = 0;
    m_seconds = 0;
}

void ThreadChoice::endTrial(double secondsEach) {
    double& quicker = m_alone ? m_one : m_shared;
    quicker = m_trial < 2 ? secondsEach : std::min(quicker, secondsEach);
    m_trials += m_seconds;
    ++m_trial;
    m_alone = m_trial == kTrials ? m_shared > kWorthSharing * m_one : m_trial % 2 == 1;
}

} // namespace neurarium
