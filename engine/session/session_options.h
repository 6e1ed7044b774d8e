// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "data/data_split.h"
#include "experiment/experiment.h"
#include "report/import_report.h"
#include "training/trainer.h"

namespace neurarium {

/// Reads the data of an experiment; the session does not know where pictures come from. Called on the worker
/// thread. `progress` may be called often and returns false when the user has cancelled (then the source
/// throws).
using DataSource =
    std::function<DataSplit(const Experiment&, const std::function<bool(const ImportProgress&)>& progress)>;

struct SessionOptions {
    TrainerOptions trainer;
    std::optional<std::int64_t> steps; ///< stop after so many steps
    std::string initialWeights;        ///< safetensors file; empty: PyTorch's initialisation
    double stepsPerSecond = 0;         ///< pace; 0: without waiting
    std::string dataPath; ///< `open`: where the run's data is now, when it has moved; its hash is checked
    std::optional<std::int64_t> moreEpochs; ///< `open`: plan so many epochs from there on
    bool weightsOnly = false; ///< `open`: only the weights of the checkpoint, as takeWeightsOf does
    bool lookWhenLocked =
        false; ///< `open`: when another program trains the run, open it for looking and warn
};

/// How the training thread, and those that it starts, stand towards the rest of the computer.
enum class Priority {
    Normal,
    Low, ///< beside a window, so that the desktop stays smooth
};

/// What hidden and visible views want; hidden views cost nothing.
struct Wanted {
    bool predictions = false;
    bool batchPictures = false;
    std::int32_t playgroundSize = 0; ///< cells along a side; 0: not wanted
    bool operator==(const Wanted&) const = default;
};

} // namespace neurarium
