// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <set>
#include <sstream>

#include "data/wrong_labels.h"
#include "experiment/experiment.h"
#include "kernels/kernels.h"
#include "layers/dropout.h"
#include "report/error.h"
#include "training/state_text.h"
#include "training/trainer_parts.h"

namespace neurarium {

namespace {

constexpr const char* kStatePrefix = "state/";
constexpr const char* kVersion = "1";
constexpr std::int64_t kLargestBatch = 1'000'000'000;

[[noreturn]] void refuse(Message what) {
    throw Error(ProblemKind::Refused, "checkpoint", std::move(what));
}

/// All tensors that a state of this network has, with the floats behind them.
struct Place {
    std::string name;
    Shape shape;
    std::span<float> values;
    bool integer = false;
    bool optional = false;
};

std::vector<Place> networkPlaces(Network& network) {
    std::vector<Place> places;
    for (Parameter* parameter : network.parameters())
        places.push_back({parameter->name, parameter->shape, parameter->value});
    for (StateBuffer* buffer : network.buffers())
        places.push_back({buffer->name, buffer->shape, buffer->value, buffer->integer, buffer->integer});
    return places;
}

std::vector<Place> optimizerPlaces(Network& network, Optimizer& optimizer) {
    std::vector<Place> places;
    for (Optimizer::Moment& moment : optimizer.moments())
        for (Parameter* parameter : network.parameters())
            places.push_back({"state/optimizer/" + parameter->name + "/" + moment.name, parameter->shape,
                              moment.values.span().subspan(static_cast<std::size_t>(parameter->offset),
                                                           parameter->value.size())});
    return places;
}

StoredTensor stored(const Place& place) {
    if (!place.integer)
        return StoredTensor::fromFloats(place.shape, place.values.data());
    const auto number = static_cast<std::int64_t>(place.values[0]);
    return StoredTensor::fromIntegers(place.shape, &number);
}

/// Throws and names the first three tensors that are missing, misshapen or not of this network.
void checkTensors(const std::vector<Place>& places, const std::map<std::string, StoredTensor>& tensors,
                  const std::string& where) {
    std::vector<std::string> differences;
    std::map<std::string, const Place*> known;
    for (const Place& place : places) {
        known[place.name] = &place;
        const auto found = tensors.find(place.name);
        if (found == tensors.end()) {
            if (!place.optional)
                differences.push_back(place.name + " (missing)");
        } else if (found->second.shape != place.shape) {
            differences.push_back(place.name + " (" + found->second.shape.text() + " instead of " +
                                  place.shape.text() + ")");
        } else if (static_cast<std::int64_t>(found->second.bytes.size()) !=
                   place.shape.elements() * elementSize(found->second.type)) {
            differences.push_back(place.name + " (incomplete)");
        }
    }
    for (const auto& [name, tensor] : tensors)
        if (!known.contains(name))
            differences.push_back(name + " (not in this network)");
    if (differences.empty())
        return;
    std::string first;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, differences.size()); ++i)
        first += (i == 0 ? "" : ", ") + differences[i];
    throw Error(ProblemKind::Refused, where,
                explain("Problem", "does not fit this network; %1 differences, the first are: %2",
                        {std::to_string(differences.size()), first}),
                explain("Problem", "choose a file that was made by the same network"));
}

void loadTensors(const std::vector<Place>& places, const std::map<std::string, StoredTensor>& tensors) {
    for (const Place& place : places)
        if (const auto found = tensors.find(place.name); found != tensors.end()) {
            const std::vector<float> values = found->second.floats();
            std::copy(values.begin(), values.end(), place.values.begin());
        }
}

/// A state may be restored bit for bit only: converted numbers would be other numbers.
void checkTypes(const std::vector<Place>& places, const std::map<std::string, StoredTensor>& tensors) {
    for (const Place& place : places)
        if (const auto found = tensors.find(place.name);
            found != tensors.end() &&
            found->second.type != (place.integer ? ElementType::I64 : ElementType::F32))
            refuse(explain("Problem",
                           "the numbers of the tensor %1 have another type than this program writes",
                           {place.name}));
}

/// Throws unless the state was made by this experiment, from this data, with this arithmetic.
void checkOrigin(const StateText& from, const Experiment& experiment, const std::string& dataHash) {
    if (from.text("neurarium") != kVersion)
        refuse(explain("Problem", "was made by another version of the program (%1 instead of %2)",
                       {from.text("neurarium"), kVersion}));
    if (from.text("experiment_hash") != experimentHash(experiment) ||
        from.text("seed") != std::to_string(experiment.seed))
        refuse(explain("Problem",
                       "was made by another experiment: its data options, network or training differ"));
    if (from.text("dataset_hash") != dataHash)
        refuse(
            explain("Problem", "was made with other data than is there now; the samples or classes differ"));
    if (from.text("arithmetic") != kernels().arithmetic)
        refuse(explain("Problem",
                       "was made with the arithmetic %1, this computer has %2; only the weights can be taken",
                       {from.text("arithmetic"), kernels().arithmetic}));
}

/// The names in the list of frozen parameters; throws for one that this network does not have.
std::set<std::string> frozenNames(const std::string& text, const Network& network) {
    std::istringstream words(text);
    std::set<std::string> names;
    for (std::string name; words >> name; names.insert(name))
        if (std::none_of(network.parameters().begin(), network.parameters().end(),
                         [&](const Parameter* parameter) { return parameter->name == name; }))
            refuse(explain("Problem", "holds frozen weights that this network does not have: %1", {name}));
    return names;
}

/// How far training has come, apart from tensors and knobs.
struct Progress {
    std::int64_t epoch = 0, step = 0, stepInEpoch = 0, batchSize = 0;
    EpochSums sums;
    Schedule::PlateauState plateau;
    EarlyStopping::Best best;
};

void write(const Progress& progress, StateText::Entries& text) {
    text["epoch"] = std::to_string(progress.epoch);
    text["step"] = std::to_string(progress.step);
    text["step_in_epoch"] = std::to_string(progress.stepInEpoch);
    text["batch_size"] = std::to_string(progress.batchSize);
    text["epoch_sums/loss"] = StateText::exact(progress.sums.loss);
    text["epoch_sums/samples"] = std::to_string(progress.sums.samples);
    text["epoch_sums/right"] = std::to_string(progress.sums.right);
    text["epoch_sums/answers"] = std::to_string(progress.sums.answers);
    text["plateau/best"] = StateText::exact(progress.plateau.best);
    text["plateau/bad_epochs"] = std::to_string(progress.plateau.badEpochs);
    text["plateau/lowered"] = std::to_string(progress.plateau.lowered);
    text["plateau/started"] = StateText::flagged(progress.plateau.started);
    text["best/epoch"] = std::to_string(progress.best.epoch);
    text["best/step"] = std::to_string(progress.best.step);
    text["best/loss"] = StateText::exact(progress.best.loss);
    text["best/epochs_since"] = std::to_string(progress.best.epochsSince);
}

/// Throws for entries that are missing or impossible with so many training samples.
Progress readProgress(const StateText& from, std::int64_t samples) {
    Progress progress;
    progress.epoch = from.integer("epoch");
    progress.step = from.integer("step");
    progress.batchSize = from.integer("batch_size", 1, kLargestBatch);
    const std::int64_t batches = (samples + progress.batchSize - 1) / progress.batchSize;
    progress.stepInEpoch = from.integer("step_in_epoch", 0, batches);
    progress.sums = {from.number("epoch_sums/loss"), from.integer("epoch_sums/samples"),
                     from.integer("epoch_sums/right"), from.integer("epoch_sums/answers")};
    progress.plateau = {from.number("plateau/best"), from.integer("plateau/bad_epochs"),
                        from.integer("plateau/lowered"), from.flag("plateau/started")};
    progress.best = {from.integer("best/epoch"), from.integer("best/step"), from.number("best/loss"),
                     from.integer("best/epochs_since")};
    return progress;
}

} // namespace

void Trainer::loadWeights(const TrainingState& weights) {
    std::map<std::string, StoredTensor> bare;
    for (const auto& [name, tensor] : weights.tensors)
        if (!name.starts_with(kStatePrefix))
            bare.emplace(name, tensor);
    const std::vector<Place> places = networkPlaces(m_parts->network);
    checkTensors(places, bare, "weights");
    loadTensors(places, bare);
    m_parts->predictionsFresh = false;
}

TrainingState Trainer::state() const {
    Parts& p = *m_parts;
    TrainingState state;
    for (const Place& place : networkPlaces(p.network))
        state.tensors.emplace(place.name, stored(place));
    for (const Place& place : optimizerPlaces(p.network, *p.optimizer))
        state.tensors.emplace(place.name, stored(place));
    StateText::Entries& text = state.metadata;
    text["neurarium"] = kVersion;
    text["arithmetic"] = kernels().arithmetic;
    text["experiment_hash"] = experimentHash(p.experiment);
    text["dataset_hash"] = p.data.hash;
    text["seed"] = std::to_string(p.experiment.seed);
    write({p.epochsDone, p.stepsDone, p.stepInEpoch, p.loader.options().batchSize, p.sums,
           p.schedule.plateau(), p.earlyStopping.best()},
          text);
    std::string frozen;
    for (const Parameter* parameter : p.network.parameters())
        if (!parameter->trainable)
            frozen += (frozen.empty() ? "" : " ") + parameter->name;
    text["frozen"] = frozen;
    StateText::write(p.settings, text);
    return state;
}

void Trainer::restore(const TrainingState& state) {
    Parts& p = *m_parts;
    const StateText from(state.metadata);
    checkOrigin(from, p.experiment, p.data.hash);
    std::vector<Place> places = networkPlaces(p.network);
    const std::vector<Place> moments = optimizerPlaces(p.network, *p.optimizer);
    places.insert(places.end(), moments.begin(), moments.end());
    for (Place& place : places)
        place.optional = false;
    checkTensors(places, state.tensors, "checkpoint");
    checkTypes(places, state.tensors);
    const LiveSettings settings = from.settings();
    checkMislabel(settings.wrongLabels.value_or(0), p.description(), "checkpoint");
    const Progress progress = readProgress(from, p.data.training->size());
    const std::set<std::string> frozen = frozenNames(from.text("frozen"), p.network);

    loadTensors(places, state.tensors);
    p.loader.setBatchSize(progress.batchSize);
    p.epochsDone = progress.epoch;
    p.stepsDone = progress.step;
    p.stepInEpoch = progress.stepInEpoch;
    p.sums = progress.sums;
    p.seconds = 0;
    p.schedule.setPlateau(progress.plateau);
    p.earlyStopping.setBest(progress.best);
    for (Parameter* parameter : p.network.parameters())
        parameter->trainable = !frozen.contains(parameter->name);
    p.predictionsFresh = false;
    p.lastBatch = nullptr;
    change(settings);
}

} // namespace neurarium
