// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "report/ids.h"
#include "report/recipe.h"
#include "training/trainer.h"

namespace neurarium {

/// What the second twin trains with: other knobs, or a network whose layers have other options.
using TwinChange = std::variant<LiveSettings, std::vector<LayerRecipe>>;

/// Two trainings from one checkpoint: one as it was, one with one change.
struct TwinRequest {
    CheckpointId from;
    TwinChange change; ///< must differ in one thing from what the checkpoint has
    std::int64_t steps = 0;
};

} // namespace neurarium
