// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/cli/arguments.h"
#include "checkpoint/run_store.h"
#include "training/trainer.h"

namespace neurarium::cli {

/// A run opened for looking, with the network of one checkpoint, built without the run's data.
struct StoredNetwork {
    std::unique_ptr<RunStore> store;
    Experiment experiment;
    CheckpointInfo checkpoint;
    DatasetDescription description;
    std::string datasetHash;
    std::unique_ptr<Trainer> trainer;
};

/// Takes --checkpoint and --threads into account. Throws Error.
StoredNetwork openNetwork(const std::string& folder, const Arguments& arguments);

/// The run's experiment, with --data instead of its path. Throws Error.
Experiment storedExperiment(const RunStore& store, const Arguments& arguments);
/// The same with the layers that the checkpoint's branch has.
Experiment storedExperiment(const RunStore& store, const CheckpointInfo& checkpoint,
                            const Arguments& arguments);

/// The data that the run learned from, wherever --data says it is now. Throws Error (Refused) when it is
/// other data.
DataSplit ownData(const RunStore& store, const Arguments& arguments);

} // namespace neurarium::cli
