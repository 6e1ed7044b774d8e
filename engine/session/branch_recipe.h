// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "checkpoint/training_state.h"
#include "experiment/experiment.h"
#include "report/timeline.h"

namespace neurarium {

/// The experiment that a branch trains: the run's, with the branch's own layers where it has some. Throws
/// Error (DamagedFile) when they cannot be read.
Experiment experimentOf(const Experiment& run, const Branch& branch);
/// The same by the branch's number; the run's where there is no such branch.
Experiment experimentOf(const Experiment& run, const Timeline& timeline, BranchId branch);

/// What is kept with a branch of its experiment: nothing when it has the layers of the run.
std::string ownExperiment(const Experiment& run, const Experiment& branch);

/// A state of one recipe as the beginning of another that has the same tensors.
TrainingState asStateOf(TrainingState state, const Experiment& experiment);

/// What differs between two networks: one option of one layer ("network[3].slope"), or several or the type of
/// one layer ("network[3]"). Throws Error (Refused) with the layer's place when it is not exactly one layer.
Change layerChange(const std::vector<LayerRecipe>& before, const std::vector<LayerRecipe>& after);

} // namespace neurarium
