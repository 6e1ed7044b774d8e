// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "report/ids.h"
#include "training/trainer.h"

namespace neurarium {

/// Two trainings from one checkpoint: one as it was, one with other settings.
struct TwinRequest {
    CheckpointId from;
    LiveSettings settings; ///< must differ in one knob from those of the checkpoint
    std::int64_t steps = 0;
};

} // namespace neurarium
