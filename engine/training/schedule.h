// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "report/recipe.h"

namespace neurarium {

/// How the learning rate changes on its own. Evaluated before each step t = 0, 1, ...
class Schedule {
public:
    /// `totalSteps` = T: all steps of the experiment's epochs, whatever is added later.
    Schedule(const Choice& choice, std::int64_t totalSteps);

    /// The rate for step t from the base rate: during warm-up of W steps lr·(t + 1)/W, then
    ///   constant: lr;  step: lr·factor^⌊epoch/every⌋;  cosine: min + (lr − min)·½·(1 + cos(π·(t − W)/(T −
    ///   W))); plateau: lr·factor for each time it was lowered, not below min.
    /// `epoch` counts finished epochs. After T the cosine keeps its last rate.
    double rate(double base, std::int64_t t, std::int64_t epoch) const;

    /// What `plateau` remembers; part of the training state.
    struct PlateauState {
        double best = 0;
        std::int64_t badEpochs = 0;
        std::int64_t lowered = 0;
        bool started = false;
        bool operator==(const PlateauState&) const = default;
    };
    const PlateauState& plateau() const { return m_plateau; }
    void setPlateau(const PlateauState& state) { m_plateau = state; }
    /// Tells the loss of an epoch; an improvement is one of more than 0.01 % (PyTorch's ReduceLROnPlateau).
    void epochFinished(double loss);

private:
    Choice m_choice;
    std::int64_t m_totalSteps;
    std::int64_t m_warmupSteps;
    std::int64_t m_every = 1;
    std::int64_t m_patience = 0;
    double m_factor = 1;
    double m_minimum = 0;
    PlateauState m_plateau;
};

} // namespace neurarium
