// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "app/cli/arguments.h"
#include "experiment/experiment.h"

namespace neurarium::cli {

/// The experiment that a command's word names (a file, or a built-in one), with --data, --seed and --epochs
/// taken into account. Throws Error (Refused).
Experiment chooseExperiment(const std::string& word, const Arguments& arguments);

/// The folder a run is made in: --out as it is, or NAME.neurarium, NAME-2.neurarium ... here. Throws Error
/// (Refused) when --out exists and is not empty. Nothing is created.
std::filesystem::path chooseRunFolder(const Experiment& experiment, const Arguments& arguments);

} // namespace neurarium::cli
