// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment/experiment.h"

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "experiment/json_document.h"
#include "experiment/json_object.h"
#include "report/error.h"

namespace neurarium {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr double kMany = 1e9;

[[noreturn]] void refuse(const std::string& place, Message what) {
    throw Error(ProblemKind::Refused, place, std::move(what));
}

/// The description of `type`, or an error that lists the types there are.
const KindDescription& knownKind(const std::vector<KindDescription>& kinds, const std::string& type,
                                 const std::string& place) {
    std::string names;
    for (const KindDescription& kind : kinds) {
        if (kind.type == type)
            return kind;
        names += (names.empty() ? "" : ", ") + kind.type;
    }
    refuse(place, explain("Problem", "\"%1\" is not known; there are: %2", {type, names}));
}

/// "adam" or { "type": "adam", ... }.
Choice readChoice(const json* value, const std::vector<KindDescription>& kinds, const std::string& place) {
    if (value == nullptr)
        return {kinds.front().type, {}};
    if (value->is_string())
        return {knownKind(kinds, value->get<std::string>(), place).type, {}};
    JsonObject object(*value, place);
    const auto type = object.takeOption(required(textOption("type", "")));
    const KindDescription& kind = knownKind(kinds, std::get<std::string>(*type), object.placeOf("type"));
    Choice choice{kind.type, object.takeOptions(kind)};
    object.finish();
    return choice;
}

double numberOr(JsonObject& object, const OptionDescription& option) {
    const auto value = object.takeOption(option);
    return std::get<double>(value ? *value : option.defaultValue);
}

std::int64_t integerOr(JsonObject& object, const OptionDescription& option) {
    const auto value = object.takeOption(option);
    return std::get<std::int64_t>(value ? *value : option.defaultValue);
}

bool booleanOr(JsonObject& object, const std::string& name, bool defaultValue) {
    const auto value = object.takeOption(booleanOption(name, defaultValue));
    return value ? std::get<bool>(*value) : defaultValue;
}

AugmentationOptions readAugmentation(const json& value, const std::string& place) {
    JsonObject object(value, place);
    AugmentationOptions augment;
    augment.flip = booleanOr(object, "flip", false);
    augment.shift = numberOr(object, numberOption("shift", 0.0, 0, 0.5));
    augment.rotate = numberOr(object, numberOption("rotate", 0.0, 0, 180));
    augment.zoom = numberOr(object, numberOption("zoom", 0.0, 0, 0.9));
    augment.brightness = numberOr(object, numberOption("brightness", 0.0, 0, 1));
    if (const json* holes = object.take("holes")) {
        JsonObject inner(*holes, object.placeOf("holes"));
        augment.holeCount = integerOr(inner, integerOption("count", 1, 0, 64));
        augment.holeSize = numberOr(inner, aboveMinimum(numberOption("size", 0.25, 0, 1)));
        inner.finish();
    }
    object.finish();
    return augment;
}

MislabelOptions readMislabel(const json& value, const std::string& place) {
    JsonObject object(value, place);
    MislabelOptions mislabel;
    mislabel.fraction = numberOr(object, required(aboveMinimum(numberOption("fraction", 0.0, 0, 1))));
    mislabel.fromEpoch = integerOr(object, integerOption("from_epoch", 1, 1, kMany));
    object.finish();
    return mislabel;
}

void readValidation(JsonObject& data, Experiment& experiment) {
    const json* value = data.take("validation");
    if (value == nullptr)
        return;
    if (value->is_object()) {
        JsonObject object(*value, data.placeOf("validation"));
        experiment.validationPath =
            std::get<std::string>(*object.takeOption(required(textOption("path", ""))));
        if (experiment.validationPath.empty())
            refuse(object.placeOf("path"), explain("Problem", "must not be empty"));
        experiment.validation = 0;
        object.finish();
        return;
    }
    const auto fraction = belowMaximum(numberOption("validation", 0.2, 0, 1));
    experiment.validation = std::get<double>(checkedOption(*value, fraction, data.placeOf("validation")));
}

/// Pixels cannot be halved.
void checkImageSize(const Options& options) {
    const auto found = options.find("image_size");
    if (found == options.end())
        return;
    const auto& size = std::get<std::vector<double>>(found->second);
    for (std::size_t i = 0; i < size.size(); ++i)
        if (size[i] != std::floor(size[i]))
            refuse("data.image_size[" + std::to_string(i) + "]",
                   explain("Problem", "must be a whole number, is %1", {json(size[i]).dump()}));
}

void readData(const json& value, Experiment& experiment) {
    JsonObject data(value, "data");
    const auto source = data.takeOption(required(textOption("source", "")));
    const KindDescription& kind =
        knownKind(recipeCatalogue().sources, std::get<std::string>(*source), "data.source");
    experiment.data = {kind.type, data.takeOptions(kind)};
    checkImageSize(experiment.data.options);
    readValidation(data, experiment);
    experiment.shuffle = booleanOr(data, "shuffle", true);
    if (const json* augment = data.take("augment"))
        experiment.augment = readAugmentation(*augment, "data.augment");
    if (const json* mislabel = data.take("mislabel"))
        experiment.mislabel = readMislabel(*mislabel, "data.mislabel");
    data.finish();
}

std::vector<LayerRecipe> readLayers(const json& value, const std::string& place);

LayerRecipe readLayer(const json& value, const std::string& place) {
    JsonObject object(value, place);
    LayerRecipe layer;
    const auto type = object.takeOption(required(textOption("type", "")));
    const KindDescription& kind =
        knownKind(recipeCatalogue().layers, std::get<std::string>(*type), object.placeOf("type"));
    layer.type = kind.type;
    layer.name = object.takeText("name", "");
    layer.options = object.takeOptions(kind);
    if (layer.type == "residual") {
        if (const json* layers = object.take("layers"))
            layer.layers = readLayers(*layers, object.placeOf("layers"));
        if (const json* shortcut = object.take("shortcut"))
            layer.shortcut = readLayers(*shortcut, object.placeOf("shortcut"));
        if (layer.layers.empty())
            refuse(object.placeOf("layers"), explain("Problem", "must hold at least one layer"));
    }
    object.finish();
    return layer;
}

bool isPlainName(const std::string& name) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    };
    return std::all_of(name.begin(), name.end(), plain);
}

void checkNames(const std::vector<LayerRecipe>& layers, const std::string& place) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string& given = layers[i].name;
        const std::string at = place + "[" + std::to_string(i) + "].name";
        if (!isPlainName(given))
            refuse(at, explain("Problem", "may hold letters, digits, _ and - only, is \"%1\"", {given}));
        if (!names.insert(given.empty() ? std::to_string(i) : given).second)
            refuse(at, explain("Problem", "\"%1\" is the name of another layer already", {given}));
    }
}

std::vector<LayerRecipe> readLayers(const json& value, const std::string& place) {
    if (!value.is_array())
        refuse(place, explain("Problem", "must be a list of layers in square brackets"));
    std::vector<LayerRecipe> layers;
    for (std::size_t i = 0; i < value.size(); ++i)
        layers.push_back(readLayer(value[i], place + "[" + std::to_string(i) + "]"));
    checkNames(layers, place);
    return layers;
}

void readTraining(const json& value, Experiment& experiment) {
    JsonObject training(value, "training");
    const RecipeCatalogue& known = recipeCatalogue();
    experiment.loss = readChoice(training.take("loss"), known.losses, "training.loss");
    experiment.optimizer = readChoice(training.take("optimizer"), known.optimizers, "training.optimizer");
    experiment.schedule = readChoice(training.take("schedule"), known.schedules, "training.schedule");
    experiment.batchSize = integerOr(training, integerOption("batch_size", experiment.batchSize, 1, 1e6));
    experiment.epochs = integerOr(training, integerOption("epochs", experiment.epochs, 1, kMany));
    experiment.gradientClip = numberOr(training, numberOption("gradient_clip", 0.0, 0, 1e30));
    if (const json* early = training.take("early_stopping")) {
        JsonObject object(*early, "training.early_stopping");
        experiment.patience = integerOr(object, integerOption("patience", 5, 1, kMany));
        object.finish();
    }
    if (training.take("checkpoint_every") != nullptr)
        experiment.checkpointEvery = integerOr(training, integerOption("checkpoint_every", 1, 1, kMany));
    training.finish();
}

std::uint64_t readSeed(const json& value) {
    if (!value.is_number_unsigned() && !(value.is_number_integer() && value.get<std::int64_t>() >= 0))
        refuse("seed", explain("Problem", "must be a whole number of at least 0, is %1", {shortText(value)}));
    return value.get<std::uint64_t>();
}

const json& requiredPart(JsonObject& document, const std::string& key) {
    const json* part = document.take(key);
    if (part == nullptr)
        refuse(key, explain("Problem", "is missing; it must be given"));
    return *part;
}

std::string absolutePath(const std::string& path, const std::filesystem::path& folder) {
    return path.empty() ? path : (folder / path).lexically_normal().string();
}

} // namespace

Experiment parseExperiment(const std::string& text) {
    const json value = parseStrictJson(text, "experiment");
    JsonObject document(value, "");
    const json& version = requiredPart(document, "neurarium");
    if (!version.is_number_integer() || version.get<std::int64_t>() != kVersion)
        refuse("neurarium",
               explain("Problem", "must be 1, the version of this format, is %1", {shortText(version)}));
    Experiment experiment;
    experiment.name = document.takeText("name", "");
    if (const json* seed = document.take("seed"))
        experiment.seed = readSeed(*seed);
    readData(requiredPart(document, "data"), experiment);
    experiment.network = readLayers(requiredPart(document, "network"), "network");
    if (experiment.network.empty())
        refuse("network", explain("Problem", "must hold at least one layer"));
    const json none = json::object();
    const json* training = document.take("training");
    readTraining(training == nullptr ? none : *training, experiment);
    document.finish();
    return experiment;
}

Experiment readExperiment(const std::filesystem::path& path) {
    constexpr std::uintmax_t kLargestFile = 16U << 20U;
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        throw Error(ProblemKind::Refused, path.string(),
                    explain("Problem", "cannot be read as a file; check the name and the access rights"));
    if (size > kLargestFile)
        throw Error(ProblemKind::Refused, path.string(),
                    explain("Problem", "has %1 bytes; an experiment file has at most %2",
                            {std::to_string(size), std::to_string(kLargestFile)}));
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    if (!file)
        throw Error(ProblemKind::Refused, path.string(),
                    explain("Problem", "cannot be read as a file; check the name and the access rights"));
    Experiment experiment = parseExperiment(text.str());
    const auto folder = std::filesystem::absolute(path).parent_path();
    if (experiment.name.empty())
        experiment.name = path.stem().string();
    if (const auto found = experiment.data.options.find("path"); found != experiment.data.options.end())
        found->second = absolutePath(std::get<std::string>(found->second), folder);
    experiment.validationPath = absolutePath(experiment.validationPath, folder);
    return experiment;
}

} // namespace neurarium
