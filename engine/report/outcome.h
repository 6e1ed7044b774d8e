// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/ids.h"

namespace neurarium {

enum class FinishReason { Completed, EarlyStopped, StoppedByUser, Interrupted };

/// How training ended.
struct Outcome {
    FinishReason reason = FinishReason::Completed;
    BranchId branch;
    CheckpointId last; ///< the checkpoint of the last state
    CheckpointId best; ///< the one with the lowest validation loss; zero when there is no validation
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    bool operator==(const Outcome&) const = default;
};

/// NaN or Inf was seen; training is paused.
struct DivergenceReport {
    BranchId branch;
    std::int64_t step = 0;  ///< the step that diverged
    std::int64_t epoch = 0;
    std::string place;      ///< "loss", or the parameter whose gradient is not finite
    double learningRate = 0;
    CheckpointId lastGood;
    bool operator==(const DivergenceReport&) const = default;
};

} // namespace neurarium
