// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "report/epoch_report.h"

namespace neurarium {

/// What the sentence under the loss chart says. The order is that of the rules: the first that fits wins.
enum class VerdictKind {
    Exploding,
    Overfitting,
    Guessing,
    LearningWell,
    LearningSlowly,
    Stuck,
    Unclear, ///< none of the rules: the validation loss rose, but not long enough to say why
    JustStarted,
    Paused,
    LookingBack,
};

/// A verdict and the numbers of its sentence; those that do not belong to the kind are zero.
struct Verdict {
    VerdictKind kind = VerdictKind::JustStarted;
    double percent =
        0; ///< how much the loss fell (LearningWell, LearningSlowly), moved (Stuck) or rose (Unclear)
    double times = 0;        ///< Exploding: how many times its median; 0 when it is not a number any more
    std::int64_t epochs = 0; ///< over how many epochs; for Paused and LookingBack the epoch
    bool validation = true;  ///< the loss meant is the validation loss; false when there is none
    bool operator==(const Verdict&) const = default;
};

/// What is known besides the epochs.
struct VerdictSettings {
    std::int64_t plannedEpochs = 0;
    std::int64_t stepsPerEpoch = 1;
    std::optional<double> guessingLoss; ///< loss of an answer by chance: log(classes) for cross-entropy
};

/// The verdict on the last of these epochs (one path through the branches, in order, counted from 1) by
/// itself.
Verdict judgeEpochs(const std::vector<EpochReport>& epochs, const VerdictSettings& settings);

/// Follows a training and says what to show: a verdict must hold for two epochs before it is shown, Exploding
/// at once.
class VerdictTracker {
public:
    /// Begins again with the epochs of the path that now goes on, after a start, a fork or a change of
    /// settings.
    void restart(const VerdictSettings& settings, const std::vector<EpochReport>& epochs = {});
    void addStep(float loss);
    void addEpoch(const EpochReport& epoch);

    const Verdict& verdict() const { return m_exploding ? *m_exploding : m_shown; }

private:
    void judgeSteps();
    void forgetOldEpochs();

    VerdictSettings m_settings;
    std::vector<EpochReport> m_epochs; ///< the last ones and the best before them
    std::vector<float> m_epochSteps;   ///< losses of the epoch under way
    std::optional<double> m_median;    ///< of the step losses of the last finished epoch
    std::optional<double> m_firstMedian;
    std::deque<float> m_recent; ///< the newest step losses
    std::optional<Verdict> m_exploding;
    Verdict m_candidate;
    Verdict m_shown;
};

} // namespace neurarium
