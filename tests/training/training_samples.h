// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/data_split.h"
#include "experiment/experiment.h"
#include "training/trainer.h"

namespace neurarium {

/// Small experiments that use everything a state must remember: "mlp", "cnn", "residual", "gpt", "plateau",
/// "spoiled" (wrong labels from the second epoch on).
/// They are large enough for their steps to be shared by threads.
Experiment sampleExperiment(const std::string& name);
/// Data that fits one of them: 53 samples to learn from (the last batch is smaller), 20 to check with.
DataSplit sampleData(const std::string& name);
std::vector<std::string> sampleNames();

/// A dataset of given numbers; classes 0 means values.
DataSplit dataOf(const Shape& input, std::int64_t classes, std::vector<float> inputs,
                 std::vector<float> targets);

/// One step, and the end of the epoch where it is due.
StepResult advance(Trainer& trainer);

/// The tensor of a state as numbers.
std::vector<float> tensorOf(const TrainingState& state, const std::string& name);

} // namespace neurarium
