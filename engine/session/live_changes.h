// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/timeline.h"
#include "training/trainer.h"

namespace neurarium {

/// What differs between two sets of knobs, one change a knob: "dropout" ("off", "on" for each layer's own
/// rate, or the rate of all), "dropout_rate" (moved while off), "lr", "flip", "shift", "rotate", "zoom",
/// "brightness", "holes", "hole_size", "batch_size", "wrong_labels" ("own" for those of the experiment).
/// Numbers are written so that reading them gives the same
/// number again.
std::vector<Change> describeChanges(const LiveSettings& before, const LiveSettings& after);

/// The knobs after the changes of a mark: replaying what describeChanges recorded. Kinds that are no knobs
/// are skipped.
LiveSettings withChanges(LiveSettings settings, const std::vector<Change>& changes);

/// The shortest text that reads back as the same number: "0.001".
std::string exactText(double number);

} // namespace neurarium
