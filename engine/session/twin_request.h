// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "report/checkpoint_info.h"
#include "report/recipe.h"
#include "training/trainer.h"

namespace neurarium {

/// What the second twin trains with: other knobs, or a network whose layers have other options.
using TwinChange = std::variant<LiveSettings, std::vector<LayerRecipe>>;

/// What twins would begin with: what a checkpoint trains with, not the present network.
struct TwinStart {
    CheckpointInfo from;
    LiveSettings settings;
    std::vector<LayerRecipe> network;
    std::int64_t stepsPerEpoch = 1;
    std::int64_t stepInEpoch = 0; ///< steps already taken in the epoch under way
};

/// Two trainings from one checkpoint: one as it was, one with one change.
struct TwinRequest {
    CheckpointId from;
    TwinChange change; ///< must differ in one thing from what the checkpoint has
    std::int64_t steps = 0;
};

} // namespace neurarium
