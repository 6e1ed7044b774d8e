// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/slot_view.h"
#include "training/trainer.h"

namespace neurarium {

/// What the network says about at most four validation pictures of different classes, as far as there are
/// so many, or how it divides the plane. Costs about as much as four samples. The network is left as it was.
SlotView slotView(Trainer& trainer, CheckpointId checkpoint);

} // namespace neurarium
