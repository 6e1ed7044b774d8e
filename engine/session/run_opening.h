// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "session/session_command.h"
#include "session/training_run.h"

namespace neurarium {

/// An existing run, ready to go on.
struct OpenedRun {
    TrainingRun::Parts parts;
    std::optional<CheckpointInfo> at; ///< absent: it was ended before its first checkpoint
    std::optional<StepPlace> place;   ///< a step to go to from there
    std::vector<Problem> warnings;    ///< what was put right; who holds the lock
};

using DataReader = std::function<DataSplit(const Experiment&)>;

/// Reads the data, builds the network, and only then makes the run's folder. Throws Error.
TrainingRun::Parts createRun(const CreateCommand& command, const DataReader& read);

/// Opens the folder, finds the checkpoint, reads the data and builds the network. Throws Error.
OpenedRun openRun(const OpenCommand& command, const DataReader& read);

} // namespace neurarium
