// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "report/proof.h"

namespace neurarium {

class ChartData;

/// What was measured where the network stands: figures of validation are those of the last epoch before.
struct PlaceFigures {
    std::int64_t epoch = 0; ///< the one under way, or the one that ended right there
    std::optional<double> trainingLoss;
    std::optional<double> validationLoss;
    std::optional<double> accuracy; ///< of validation; of training where there is none
};

/// The training loss as the chart tells it at its line.
std::optional<double> trainingLossAt(const ChartData& data, const StepPlace& place);

PlaceFigures figuresAt(const ChartData& data, const StepPlace& place);

} // namespace neurarium
