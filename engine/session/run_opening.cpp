// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_opening.h"

#include <charconv>

#include "checkpoint/checkpoint_choice.h"
#include "checkpoint/safetensors.h"
#include "session/branch_recipe.h"
#include "session/run_notes.h"

namespace neurarium {

namespace {

/// Opens for training; where another program holds the run and that is allowed, for looking.
std::unique_ptr<RunStore> openStore(const OpenCommand& command, OpenedRun& opened) {
    Recovery recovery;
    try {
        auto store = RunStore::open(command.folder, RunStore::Access::ReadWrite, &recovery);
        for (const Message& note : recovery.notes)
            opened.warnings.push_back({ProblemKind::Failure, command.folder, note, {}});
        return store;
    } catch (const Error& error) {
        if (!command.options.lookWhenLocked || error.kind() == ProblemKind::DamagedFile)
            throw;
        auto store = RunStore::open(command.folder, RunStore::Access::ReadOnly);
        opened.parts.writing = false;
        opened.warnings.push_back(error.problem());
        return store;
    }
}

std::optional<std::int64_t> plannedEpochs(const RunStore& store) {
    const std::string note = store.note(kPlannedEpochsNote);
    std::int64_t epochs = 0;
    const auto read = std::from_chars(note.data(), note.data() + note.size(), epochs);
    return read.ec == std::errc() && epochs > 0 ? std::optional(epochs) : std::nullopt;
}

/// A run may be left before its first checkpoint; then "last" is its beginning, which the seed gives again.
bool isStillAtTheBeginning(const RunStore& store, const std::string& selector) {
    return selector == "last" && store.timeline().checkpoints.empty() &&
           store.note(kInitialWeightsNote).empty();
}

} // namespace

TrainingRun::Parts createRun(const CreateCommand& command, const DataReader& read) {
    TrainingRun::Parts parts;
    parts.options = command.options.trainer;
    parts.experiment = command.experiment;
    parts.trainer = std::make_unique<Trainer>(command.experiment, read(command.experiment), parts.options);
    if (!command.options.initialWeights.empty())
        parts.trainer->loadWeights(readSafetensors(command.options.initialWeights));
    parts.store = RunStore::create(command.folder, experimentJson(command.experiment));
    noteData(*parts.store, parts.trainer->data());
    if (!command.options.initialWeights.empty())
        parts.store->setNote(kInitialWeightsNote, command.options.initialWeights);
    return parts;
}

OpenedRun openRun(const OpenCommand& command, const DataReader& read) {
    OpenedRun opened;
    opened.parts.options = command.options.trainer;
    opened.parts.store = openStore(command, opened);
    const RunStore& store = *opened.parts.store;
    Experiment experiment = parseExperiment(store.experimentJson());
    if (!command.options.dataPath.empty())
        experiment.data.options["path"] = command.options.dataPath;
    opened.parts.plannedEpochs = plannedEpochs(store);
    opened.place = stepPlace(store.timeline(), command.checkpoint);
    const std::string selector = opened.place ? "last" : command.checkpoint;
    if (opened.place && command.options.weightsOnly)
        throw Error(ProblemKind::Refused, command.checkpoint,
                    explain("Problem", "The weights alone can be taken from a checkpoint only"));
    if (!isStillAtTheBeginning(store, selector))
        opened.at = store.find(selector);
    opened.parts.experiment = experiment;
    if (opened.at)
        experiment = experimentOf(experiment, store.timeline(), opened.at->branch);
    opened.parts.trainer = std::make_unique<Trainer>(experiment, read(experiment), opened.parts.options);
    return opened;
}

} // namespace neurarium
