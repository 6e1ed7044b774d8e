// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "experiment/experiment.h"

namespace neurarium {

namespace {

constexpr double kSmallestImprovement = 1e-4; // relative

} // namespace

Schedule::Schedule(const Choice& choice, std::int64_t totalSteps)
    : m_choice(choice)
    , m_totalSteps(totalSteps) {
    const KindDescription& kind = describedKind(recipeCatalogue().schedules, choice.type);
    m_warmupSteps = integerValue(kind, choice.options, "warmup_steps");
    if (kind.option("every") != nullptr)
        m_every = integerValue(kind, choice.options, "every");
    if (kind.option("patience") != nullptr)
        m_patience = integerValue(kind, choice.options, "patience");
    if (kind.option("factor") != nullptr)
        m_factor = numberValue(kind, choice.options, "factor");
    if (kind.option("min_lr") != nullptr)
        m_minimum = numberValue(kind, choice.options, "min_lr");
}

double Schedule::rate(double base, std::int64_t t, std::int64_t epoch) const {
    if (t < m_warmupSteps)
        return base * static_cast<double>(t + 1) / static_cast<double>(m_warmupSteps);
    if (m_choice.type == "step")
        return base * std::pow(m_factor, static_cast<double>(epoch / m_every));
    if (m_choice.type == "plateau")
        return std::max(std::min(m_minimum, base),
                        base * std::pow(m_factor, static_cast<double>(m_plateau.lowered)));
    if (m_choice.type != "cosine")
        return base;
    const std::int64_t last = std::max(m_totalSteps - 1, m_warmupSteps);
    const auto length = static_cast<double>(std::max<std::int64_t>(m_totalSteps - m_warmupSteps, 1));
    const double part = static_cast<double>(std::min(t, last) - m_warmupSteps) / length;
    return m_minimum + (base - m_minimum) * 0.5 * (1.0 + std::cos(std::numbers::pi * part));
}

void Schedule::epochFinished(double loss) {
    if (m_choice.type != "plateau")
        return;
    const double best = m_plateau.started ? m_plateau.best : std::numeric_limits<double>::infinity();
    if (loss < best * (1.0 - kSmallestImprovement)) {
        m_plateau.best = loss;
        m_plateau.badEpochs = 0;
        m_plateau.started = true;
    } else if (++m_plateau.badEpochs > m_patience) {
        ++m_plateau.lowered;
        m_plateau.badEpochs = 0;
    }
}

} // namespace neurarium
