// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "experiment/experiment.h"

namespace neurarium {

/// An allowed value of an option that is not its default.
OptionValue otherValue(const OptionDescription& option);
/// All options of a kind, each with another value than its default.
Options otherOptions(const KindDescription& kind);

/// A layer with options, and a residual of plain layers.
LayerRecipe layerOf(const std::string& type, const Options& options = {});
LayerRecipe residualOf(std::size_t layers, std::size_t shortcut);

/// The smallest experiment: one layer, everything else left out.
Experiment plainExperiment();
/// Experiments that together use every option of every kind in the catalogues.
std::vector<Experiment> everyOption();

} // namespace neurarium
