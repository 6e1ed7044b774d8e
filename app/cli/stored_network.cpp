// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stored_network.h"

#include "app/cli/commands.h"
#include "datasets/catalogue.h"
#include "session/branch_recipe.h"
#include "session/run_notes.h"

namespace neurarium::cli {

StoredNetwork openNetwork(const std::string& folder, const Arguments& arguments) {
    StoredNetwork network;
    network.store = RunStore::open(folder, RunStore::Access::ReadOnly);
    network.checkpoint = network.store->find(arguments.text("--checkpoint").value_or("last"));
    network.experiment = experimentOf(parseExperiment(network.store->experimentJson()),
                                      network.store->timeline(), network.checkpoint.branch);
    const DataSplit standIn = standInData(*network.store);
    network.description = standIn.training->description();
    network.datasetHash = standIn.hash;
    TrainerOptions options;
    options.threads = threadsOf(arguments);
    network.trainer = std::make_unique<Trainer>(network.experiment, standIn, options);
    network.trainer->loadWeights(network.store->load(network.checkpoint.id)); // of any arithmetic
    return network;
}

Experiment storedExperiment(const RunStore& store, const Arguments& arguments) {
    Experiment experiment = parseExperiment(store.experimentJson());
    if (const auto data = arguments.text("--data"))
        experiment.data.options["path"] = std::filesystem::absolute(*data).lexically_normal().string();
    return experiment;
}

Experiment storedExperiment(const RunStore& store, const CheckpointInfo& checkpoint,
                            const Arguments& arguments) {
    return experimentOf(storedExperiment(store, arguments), store.timeline(), checkpoint.branch);
}

DataSplit ownData(const RunStore& store, const Arguments& arguments) {
    ReadContext context;
    context.threads = threadsOf(arguments);
    DataSplit data = readData(storedExperiment(store, arguments), context);
    if (data.hash != standInData(store).hash)
        throw Error(ProblemKind::Refused, store.folder().string(),
                    explain("Problem", "The data is no longer what this run learned from"),
                    explain("Problem", "Name the folder that holds it with --data PATH."));
    return data;
}

} // namespace neurarium::cli
