// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/recipe.h"
#include "session/twin_request.h"
#include "widgets/twin_dialog.h"

namespace neurarium {

/// All that twins from there can differ in, one thing each: knobs of the training, then options of layers
/// that leave the weights' shapes as they are. Without what has no effect there.
std::vector<TwinOption> twinOptions(const TwinStart& start, const Recipe& recipe);

/// The request for it.
TwinChange twinChange(const TwinStart& start, const TwinOption& thing, const OptionValue& after);

} // namespace neurarium
