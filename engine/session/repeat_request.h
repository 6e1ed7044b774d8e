// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "report/ids.h"

namespace neurarium {

/// The steps that were recorded behind a checkpoint, once more.
struct RepeatRequest {
    CheckpointId from;
    std::int64_t most = 0;
};

} // namespace neurarium
