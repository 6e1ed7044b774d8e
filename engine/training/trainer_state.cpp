// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "experiment/experiment.h"
#include "kernels/kernels.h"
#include "layers/dropout.h"
#include "report/error.h"
#include "training/trainer_parts.h"

namespace neurarium {

namespace {

constexpr const char* kStatePrefix = "state/";

/// A number as text that reads back to the same bits.
std::string exactText(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", number);
    return text;
}

[[noreturn]] void refuse(Message what) {
    throw Error(ProblemKind::Refused, "checkpoint", std::move(what));
}

/// Reads the metadata of a state; everything must be there.
class StateText {
public:
    explicit StateText(const std::map<std::string, std::string>& metadata)
        : m_metadata(metadata) {}

    const std::string& text(const std::string& key) const {
        const auto found = m_metadata.find(key);
        if (found == m_metadata.end())
            refuse(explain("Problem", "the entry \"%1\" of the training state is missing", {key}));
        return found->second;
    }

    double number(const std::string& key) const {
        char* end = nullptr;
        const double value = std::strtod(text(key).c_str(), &end);
        if (end == text(key).c_str() || *end != '\0')
            refuse(explain("Problem", "the entry \"%1\" of the training state is no number: %2",
                           {key, text(key)}));
        return value;
    }

    std::int64_t integer(const std::string& key) const { return static_cast<std::int64_t>(number(key)); }
    bool flag(const std::string& key) const { return text(key) == "true"; }

private:
    const std::map<std::string, std::string>& m_metadata;
};

using Metadata = std::map<std::string, std::string>;

std::string flagText(bool on) {
    return on ? "true" : "false";
}

void writeSettings(const LiveSettings& settings, Metadata& to) {
    to["live/lr"] = exactText(settings.learningRate);
    to["live/dropout"] = settings.dropout ? exactText(*settings.dropout) : "own";
    to["live/dropout_on"] = flagText(settings.dropoutOn);
    to["live/batch_size"] = std::to_string(settings.batchSize);
    to["live/augment/flip"] = flagText(settings.augment.flip);
    to["live/augment/shift"] = exactText(settings.augment.shift);
    to["live/augment/rotate"] = exactText(settings.augment.rotate);
    to["live/augment/zoom"] = exactText(settings.augment.zoom);
    to["live/augment/brightness"] = exactText(settings.augment.brightness);
    to["live/augment/hole_count"] = std::to_string(settings.augment.holeCount);
    to["live/augment/hole_size"] = exactText(settings.augment.holeSize);
}

LiveSettings readSettings(const StateText& from) {
    LiveSettings settings;
    settings.learningRate = from.number("live/lr");
    if (from.text("live/dropout") != "own")
        settings.dropout = from.number("live/dropout");
    settings.dropoutOn = from.flag("live/dropout_on");
    settings.batchSize = from.integer("live/batch_size");
    settings.augment.flip = from.flag("live/augment/flip");
    settings.augment.shift = from.number("live/augment/shift");
    settings.augment.rotate = from.number("live/augment/rotate");
    settings.augment.zoom = from.number("live/augment/zoom");
    settings.augment.brightness = from.number("live/augment/brightness");
    settings.augment.holeCount = from.integer("live/augment/hole_count");
    settings.augment.holeSize = from.number("live/augment/hole_size");
    return settings;
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
    Metadata& text = state.metadata;
    text["neurarium"] = "1";
    text["arithmetic"] = kernels().arithmetic;
    text["experiment_hash"] = experimentHash(p.experiment);
    text["dataset_hash"] = p.data.hash;
    text["seed"] = std::to_string(p.experiment.seed);
    text["epoch"] = std::to_string(p.epochsDone);
    text["step"] = std::to_string(p.stepsDone);
    text["step_in_epoch"] = std::to_string(p.stepInEpoch);
    text["batch_size"] = std::to_string(p.loader.options().batchSize);
    text["epoch_sums/loss"] = exactText(p.sums.loss);
    text["epoch_sums/samples"] = std::to_string(p.sums.samples);
    text["epoch_sums/right"] = std::to_string(p.sums.right);
    text["epoch_sums/answers"] = std::to_string(p.sums.answers);
    text["plateau/best"] = exactText(p.schedule.plateau().best);
    text["plateau/bad_epochs"] = std::to_string(p.schedule.plateau().badEpochs);
    text["plateau/lowered"] = std::to_string(p.schedule.plateau().lowered);
    text["plateau/started"] = flagText(p.schedule.plateau().started);
    text["best/epoch"] = std::to_string(p.earlyStopping.best().epoch);
    text["best/step"] = std::to_string(p.earlyStopping.best().step);
    text["best/loss"] = exactText(p.earlyStopping.best().loss);
    text["best/epochs_since"] = std::to_string(p.earlyStopping.best().epochsSince);
    std::string frozen;
    for (const Parameter* parameter : p.network.parameters())
        if (!parameter->trainable)
            frozen += (frozen.empty() ? "" : " ") + parameter->name;
    text["frozen"] = frozen;
    writeSettings(p.settings, text);
    return state;
}

void Trainer::restore(const TrainingState& state) {
    Parts& p = *m_parts;
    const StateText from(state.metadata);
    if (from.text("experiment_hash") != experimentHash(p.experiment))
        refuse(explain("Problem",
                       "was made by another experiment: its data options, network or training differ"));
    if (from.text("dataset_hash") != p.data.hash)
        refuse(
            explain("Problem", "was made with other data than is there now; the samples or classes differ"));
    if (from.text("arithmetic") != kernels().arithmetic)
        refuse(explain("Problem",
                       "was made with the arithmetic %1, this computer has %2; only the weights can be taken",
                       {from.text("arithmetic"), kernels().arithmetic}));
    std::vector<Place> places = networkPlaces(p.network);
    const std::vector<Place> moments = optimizerPlaces(p.network, *p.optimizer);
    places.insert(places.end(), moments.begin(), moments.end());
    checkTensors(places, state.tensors, "checkpoint");
    const LiveSettings settings = readSettings(from);
    const EpochSums sums{from.number("epoch_sums/loss"), from.integer("epoch_sums/samples"),
                         from.integer("epoch_sums/right"), from.integer("epoch_sums/answers")};
    const Schedule::PlateauState plateau{from.number("plateau/best"), from.integer("plateau/bad_epochs"),
                                         from.integer("plateau/lowered"), from.flag("plateau/started")};
    const EarlyStopping::Best best{from.integer("best/epoch"), from.integer("best/step"),
                                   from.number("best/loss"), from.integer("best/epochs_since")};
    const std::int64_t batchSize = from.integer("batch_size"), epoch = from.integer("epoch");
    const std::int64_t step = from.integer("step"), stepInEpoch = from.integer("step_in_epoch");
    const std::string frozen = " " + from.text("frozen") + " ";

    loadTensors(places, state.tensors);
    p.loader.setBatchSize(batchSize);
    p.epochsDone = epoch;
    p.stepsDone = step;
    p.stepInEpoch = stepInEpoch;
    p.sums = sums;
    p.seconds = 0;
    p.schedule.setPlateau(plateau);
    p.earlyStopping.setBest(best);
    for (Parameter* parameter : p.network.parameters())
        parameter->trainable = frozen.find(" " + parameter->name + " ") == std::string::npos;
    p.predictionsFresh = false;
    p.lastBatch = nullptr;
    change(settings);
}

} // namespace neurarium
