// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verdict.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

constexpr std::int64_t kFirstJudged = 3;    // epochs before anything is said
constexpr std::int64_t kShortestWindow = 5; // epochs
constexpr std::int64_t kLongestWindow = 500;
constexpr double kWindowShare = 0.05;   // of the planned epochs
constexpr double kClearly = 0.02;       // a change worth a verdict
constexpr double kBarely = 0.01;        // a change that is none
constexpr double kChance = 0.98;        // of the loss of guessing
constexpr double kExplosion = 3.0;      // times the median
constexpr double kHarmless = 0.1;       // of the first epoch's median: a loss so small may jump about
constexpr std::size_t kRecentSteps = 5; // averaged, so that one hard mini-batch is no explosion

using Epochs = std::vector<EpochReport>;

std::size_t windowOf(const VerdictSettings& settings) {
    const double share = std::ceil(kWindowShare * static_cast<double>(settings.plannedEpochs) - 1e-9);
    return static_cast<std::size_t>(std::clamp(share, double{kShortestWindow}, double{kLongestWindow}));
}

bool allValidated(const Epochs& epochs) {
    return std::all_of(epochs.begin(), epochs.end(),
                       [](const EpochReport& epoch) { return epoch.validationLoss; });
}

double watchedLoss(const EpochReport& epoch, bool validation) {
    return validation ? *epoch.validationLoss : epoch.trainLoss;
}

/// By which fraction a loss fell; negative when it rose.
double fall(double before, double now) {
    return before == 0 ? 0 : (before - now) / std::abs(before);
}

std::optional<Verdict> overfitting(const Epochs& epochs, std::size_t window) {
    if (epochs.size() <= window || !allValidated(epochs))
        return std::nullopt;
    const auto byValidation = [](const EpochReport& a, const EpochReport& b) {
        return *a.validationLoss < *b.validationLoss;
    };
    const auto best = std::min_element(epochs.begin(), epochs.end(), byValidation);
    const double limit = *best->validationLoss + kClearly * std::abs(*best->validationLoss);
    const bool worse =
        std::all_of(epochs.end() - static_cast<std::ptrdiff_t>(window), epochs.end(),
                    [limit](const EpochReport& epoch) { return *epoch.validationLoss >= limit; });
    const EpochReport& before = epochs[epochs.size() - 1 - window];
    if (!worse || fall(before.trainLoss, epochs.back().trainLoss) < kClearly)
        return std::nullopt;
    Verdict verdict{VerdictKind::Overfitting};
    verdict.percent = 100 * -fall(*best->validationLoss, *epochs.back().validationLoss);
    verdict.epochs = epochs.back().epoch - best->epoch;
    return verdict;
}

double median(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle);
}

} // namespace

Verdict judgeEpochs(const Epochs& epochs, const VerdictSettings& settings) {
    if (!epochs.empty() && !std::isfinite(epochs.back().trainLoss))
        return {VerdictKind::Exploding};
    if (static_cast<std::int64_t>(epochs.size()) < kFirstJudged)
        return {};
    const std::size_t window = windowOf(settings);
    if (const auto verdict = overfitting(epochs, window))
        return *verdict;

    const bool validation = allValidated(epochs);
    const double now = watchedLoss(epochs.back(), validation);
    const bool wholeWindow = epochs.size() > window;
    const std::size_t span = std::min(window, epochs.size() - 1);
    if (epochs.size() >= window && settings.guessingLoss && now >= kChance * *settings.guessingLoss)
        return {VerdictKind::Guessing, 0, 0, epochs.back().epoch, validation};

    const double fell = fall(watchedLoss(epochs[epochs.size() - 1 - span], validation), now);
    Verdict verdict{VerdictKind::JustStarted, 100 * fell, 0, static_cast<std::int64_t>(span), validation};
    if (fell >= kClearly)
        verdict.kind = VerdictKind::LearningWell;
    else if (fell >= kBarely)
        verdict.kind = VerdictKind::LearningSlowly;
    else if (!wholeWindow)
        return {};
    else
        verdict.kind = std::abs(fell) < kBarely ? VerdictKind::Stuck : VerdictKind::Unclear;
    verdict.percent = std::abs(verdict.percent);
    return verdict;
}

void VerdictTracker::restart(const VerdictSettings& settings, const Epochs& epochs) {
    *this = VerdictTracker();
    m_settings = settings;
    for (const EpochReport& epoch : epochs)
        addEpoch(epoch);
}

void VerdictTracker::addStep(float loss) {
    m_epochSteps.push_back(loss);
    m_recent.push_back(loss);
    if (m_recent.size() > kRecentSteps)
        m_recent.pop_front();
    judgeSteps();
}

void VerdictTracker::judgeSteps() {
    if (!std::isfinite(m_recent.back())) {
        m_exploding = Verdict{VerdictKind::Exploding};
        return;
    }
    if (!m_median || m_recent.size() < kRecentSteps || (m_exploding && m_exploding->times == 0))
        return;
    double mean = 0;
    for (const float loss : m_recent)
        mean += static_cast<double>(loss) / static_cast<double>(m_recent.size());
    m_exploding.reset();
    if (mean > kExplosion * *m_median && mean > kHarmless * *m_firstMedian)
        m_exploding = Verdict{VerdictKind::Exploding, 0, mean / *m_median, 0, false};
}

/// Of what lies before the longest window only the best epoch is asked for.
void VerdictTracker::forgetOldEpochs() {
    if (std::ssize(m_epochs) < 2 * kLongestWindow)
        return;
    const auto recent = m_epochs.end() - kLongestWindow;
    const auto best =
        std::min_element(m_epochs.begin(), recent, [](const EpochReport& a, const EpochReport& b) {
            return a.validationLoss.value_or(a.trainLoss) < b.validationLoss.value_or(b.trainLoss);
        });
    std::iter_swap(m_epochs.begin(), best);
    m_epochs.erase(m_epochs.begin() + 1, recent);
}

void VerdictTracker::addEpoch(const EpochReport& epoch) {
    forgetOldEpochs();
    m_epochs.push_back(epoch);
    std::erase_if(m_epochSteps, [](float loss) { return !std::isfinite(loss); });
    m_median = m_epochSteps.empty() ? epoch.trainLoss : median(std::move(m_epochSteps));
    if (!m_firstMedian)
        m_firstMedian = m_median;
    m_epochSteps.clear();

    const Verdict verdict = judgeEpochs(m_epochs, m_settings);
    const bool holds = verdict.kind == m_candidate.kind || verdict.kind == VerdictKind::Exploding;
    m_candidate = verdict;
    // When verdicts change from epoch to epoch, the newest is better than "just started" for ever.
    const bool overdue = m_shown.kind == VerdictKind::JustStarted && std::ssize(m_epochs) > kFirstJudged;
    if (holds || overdue)
        m_shown = verdict;
}

} // namespace neurarium
