// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "report/ids.h"
#include "report/proof.h"
#include "widgets/twin_difference.h"

namespace neurarium {

enum class ChartQuantity { Loss, Accuracy };

/// The part of the plane that is looked at, in values; without one everything is.
struct ChartView {
    double left = 0, right = 1;
    double bottom = 0, top = 1; ///< as plotted: logarithms on a logarithmic scale
    bool operator==(const ChartView&) const = default;
};

/// How the chart is shown; the same on the screen and in a file.
struct ChartOptions {
    ChartQuantity quantity = ChartQuantity::Loss;
    ChartUnit unit = ChartUnit::Epochs;
    bool logarithmic = false;          ///< of the loss
    double smoothing = 0;              ///< factor of the exponential mean, 0 for none
    std::optional<ChartView> view;     ///< zoomed
    CheckpointId chosen;               ///< its letter is filled
    BranchId emphasised;               ///< shown at full strength besides the current one
    std::optional<StepPlace> playhead; ///< the step looked at; where training stands if there is none
    std::optional<StepPlace> live;     ///< where training stands, when that is not the current branch's end
    std::optional<TwinPair> twins;     ///< begun last
    bool difference = false;           ///< of the twins, in a strip of its own
    std::optional<double> guessingLoss;
    std::optional<double> guessingAccuracy;
    QString trainingNote;   ///< what the thin line is about: "480 photos"
    QString validationNote; ///< "120 new photos"
    bool operator==(const ChartOptions&) const = default;
};

} // namespace neurarium
