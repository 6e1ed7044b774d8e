// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "data/data_split.h"
#include "experiment/experiment.h"
#include "report/attention_maps.h"
#include "report/embeddings.h"
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

/// The map that a visible view shows of the embeddings.
struct ProjectionWish {
    ProjectionMethod method = ProjectionMethod::Pca;
    std::int32_t dimensions = 2; ///< 2 or 3
    std::uint64_t seed = 0;
    bool operator==(const ProjectionWish&) const = default;
};

/// What hidden and visible views want; hidden views cost nothing.
struct Wanted {
    bool predictions = false;
    bool batchPictures = false;
    std::int32_t playgroundSize = 0;            ///< cells along a side; 0: not wanted
    std::string sentence{};                     ///< whose attention is looked at; empty: none
    std::vector<HeadPlace> headsOff{};          ///< while it is looked at
    bool headEffect = false;                    ///< what that does to other sentences
    bool embeddings = false;                    ///< of tokens, or of validation pictures
    std::optional<ProjectionWish> projection{}; ///< ... and their map
    bool slotViews = false;                     ///< little pictures of saves that have a letter
    bool operator==(const Wanted&) const = default;
};

} // namespace neurarium
