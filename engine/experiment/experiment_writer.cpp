// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment/experiment.h"

#include <nlohmann/json.hpp>

#include "checkpoint/sha256.h"

namespace neurarium {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const OptionValue& value) {
    return std::visit([](const auto& each) { return Json(each); }, value);
}

/// Options in the order of their descriptions; those that have their default are left out.
void addOptions(Json& object, const KindDescription& kind, const Options& options) {
    for (const OptionDescription& option : kind.options) {
        const auto given = options.find(option.name);
        if (given == options.end() || (!option.required && given->second == option.defaultValue))
            continue;
        Json& place = option.group.empty() ? object : object[option.group];
        place[documentKey(option)] = toJson(given->second);
    }
}

Json choiceJson(const Choice& choice, const std::vector<KindDescription>& kinds) {
    Json object;
    object["type"] = choice.type;
    addOptions(object, describedKind(kinds, choice.type), choice.options);
    return object.size() == 1 ? Json(choice.type) : object;
}

Json augmentationJson(const AugmentationOptions& augment) {
    const AugmentationOptions none;
    Json object = Json::object();
    if (augment.flip)
        object["flip"] = true;
    if (augment.shift != none.shift)
        object["shift"] = augment.shift;
    if (augment.rotate != none.rotate)
        object["rotate"] = augment.rotate;
    if (augment.zoom != none.zoom)
        object["zoom"] = augment.zoom;
    if (augment.brightness != none.brightness)
        object["brightness"] = augment.brightness;
    if (augment.holeCount != none.holeCount || augment.holeSize != none.holeSize)
        object["holes"] = {{"count", augment.holeCount}, {"size", augment.holeSize}};
    return object;
}

Json mislabelJson(const MislabelOptions& mislabel) {
    Json object = Json::object();
    if (mislabel.fraction == 0)
        return object;
    object["fraction"] = mislabel.fraction;
    if (mislabel.fromEpoch != MislabelOptions().fromEpoch)
        object["from_epoch"] = mislabel.fromEpoch;
    return object;
}

Json dataJson(const Experiment& experiment) {
    Json data;
    data["source"] = experiment.data.type;
    addOptions(data, describedKind(recipeCatalogue().sources, experiment.data.type), experiment.data.options);
    if (experiment.validationPath.empty())
        data["validation"] = experiment.validation;
    else
        data["validation"] = {{"path", experiment.validationPath}};
    if (!experiment.shuffle)
        data["shuffle"] = false;
    if (const Json augment = augmentationJson(experiment.augment); !augment.empty())
        data["augment"] = augment;
    if (const Json mislabel = mislabelJson(experiment.mislabel); !mislabel.empty())
        data["mislabel"] = mislabel;
    return data;
}

Json layersJson(const std::vector<LayerRecipe>& layers) {
    Json list = Json::array();
    for (const LayerRecipe& layer : layers) {
        Json object;
        object["type"] = layer.type;
        if (!layer.name.empty())
            object["name"] = layer.name;
        addOptions(object, describedKind(recipeCatalogue().layers, layer.type), layer.options);
        if (!layer.layers.empty())
            object["layers"] = layersJson(layer.layers);
        if (!layer.shortcut.empty())
            object["shortcut"] = layersJson(layer.shortcut);
        list.push_back(std::move(object));
    }
    return list;
}

Json trainingJson(const Experiment& experiment) {
    const RecipeCatalogue& known = recipeCatalogue();
    Json training;
    training["loss"] = choiceJson(experiment.loss, known.losses);
    training["optimizer"] = choiceJson(experiment.optimizer, known.optimizers);
    training["schedule"] = choiceJson(experiment.schedule, known.schedules);
    training["batch_size"] = experiment.batchSize;
    training["epochs"] = experiment.epochs;
    if (experiment.gradientClip != 0)
        training["gradient_clip"] = experiment.gradientClip;
    if (experiment.patience)
        training["early_stopping"] = {{"patience", *experiment.patience}};
    if (experiment.checkpointEvery)
        training["checkpoint_every"] = *experiment.checkpointEvery;
    return training;
}

} // namespace

std::string experimentJson(const Experiment& experiment) {
    Json document;
    document["neurarium"] = 1;
    document["name"] = experiment.name;
    document["seed"] = experiment.seed;
    document["data"] = dataJson(experiment);
    document["network"] = layersJson(experiment.network);
    document["training"] = trainingJson(experiment);
    return document.dump(2) + "\n";
}

std::string experimentHash(const Experiment& experiment) {
    Experiment relevant = experiment;
    relevant.name.clear();
    relevant.data.options.erase("path");
    relevant.validationPath = experiment.validationPath.empty() ? "" : "path";
    relevant.epochs = 1;
    relevant.patience.reset();
    relevant.checkpointEvery.reset();
    Sha256 hash;
    hash.update(experimentJson(relevant));
    return hash.hex();
}

} // namespace neurarium
