// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "training/trainer.h"

namespace neurarium {

/// What a network that learns from text writes now: how the first sentence of its validation text begins, and
/// some tokens of its own behind that. The same beginning and the same dice each time, so that only the
/// network makes the difference. Empty for networks that cannot write. The network is left as it was.
std::string textSample(Trainer& trainer);

} // namespace neurarium
