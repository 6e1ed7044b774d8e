// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkpoint/training_state.h"

namespace neurarium {

/// No NaN and no Inf in weights, buffers and the optimiser's moments.
bool isFinite(const TrainingState& state);

/// Throws Error (Diverged) naming the first tensor that holds NaN or Inf: such a state is never written.
void checkFinite(const TrainingState& state);

} // namespace neurarium
