// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/checkpoint_info.h"
#include "text/text_writer.h"

namespace neurarium {

/// A task for one state of the network.
struct WritingRequest {
    WritingTask task;
    CheckpointId checkpoint; ///< none: the network as it stands
};

} // namespace neurarium
