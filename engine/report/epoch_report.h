// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "report/ids.h"

namespace neurarium {

/// One finished epoch. Accuracies are fractions 0 ... 1 and absent for regression; validation figures are
/// absent when nothing was kept for validation.
struct EpochReport {
    BranchId branch;
    std::int64_t epoch = 0; ///< from 1
    std::int64_t step = 0;  ///< updates done at its end
    double trainLoss = 0;   ///< sample-weighted mean of the epoch's step losses
    std::optional<double> trainAccuracy;
    std::optional<double> validationLoss;
    std::optional<double> validationAccuracy;
    double learningRate = 0;
    double seconds = 0;
    double samplesPerSecond = 0;
    bool operator==(const EpochReport&) const = default;
};

} // namespace neurarium
