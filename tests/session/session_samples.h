// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "session/training_session.h"

namespace neurarium {

/// Small experiments for tests: "mlp" (dropout), "cnn" (batch norm, augmentation), "residual" (cosine
/// schedule) and "plain" (SGD with momentum, plateau); also "text", a transformer that reads words. Their
/// data is made up by sampleSource.
Experiment sampleExperiment(const std::string& name);
/// The names of those that do not read.
std::vector<std::string> sampleExperiments();

/// Two interleaved half circles of points, striped pictures of 3×12×12 or a story, as the experiment needs.
DataSource sampleSource();
DataSplit sampleData(const Experiment& experiment);

/// How often tests repeat what chance decides: `usual`, times 10 with NEURARIUM_SOAK=night, times 50 with
/// release.
int soak(int usual);

} // namespace neurarium
