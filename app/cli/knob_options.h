// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/cli/arguments.h"
#include "training/trainer.h"

namespace neurarium::cli {

/// --dropout, --lr and --wrong-labels.
std::vector<OptionWord> knobOptions();

/// The knobs as the options want them.
LiveSettings withKnobs(LiveSettings settings, const Arguments& arguments);

/// Throws Error (Refused) for what the knobs of this run cannot be set to.
void checkKnobs(const std::string& run, const Arguments& arguments);

} // namespace neurarium::cli
