// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twin_options.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "experiment/experiment.h"
#include "widgets/change_text.h"
#include "widgets/dropout_rates.h"
#include "widgets/layer_path.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

struct TwinOptionWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TwinOptionWords)
};

constexpr double kMostDropout = 0.95;
constexpr double kMostRate = 10;
constexpr double kMostHoles = 8;
constexpr const char* kActivation = "activation"; // the layer's type, where it has no weights
const std::vector<std::string> kActivations{"relu", "leaky_relu", "tanh", "sigmoid", "gelu", "silu"};
constexpr std::array kKeepShapes{"slope", "rate", "momentum", "eps", "dropout", "causal", "heads"};

/// A number of the augmentation, and the most that the window's knobs allow.
struct AmountKnob {
    const char* name;
    double AugmentationOptions::*value;
    double most;
};

constexpr std::array kAmounts{
    AmountKnob{"rotate", &AugmentationOptions::rotate, 90},
    AmountKnob{"shift", &AugmentationOptions::shift, 0.5},
    AmountKnob{"zoom", &AugmentationOptions::zoom, 0.5},
    AmountKnob{"brightness", &AugmentationOptions::brightness, 0.5},
};

bool isActivation(const std::string& type) {
    return std::find(kActivations.begin(), kActivations.end(), type) != kActivations.end();
}

/// The rate in force; where each layer has its own, the highest of them.
double dropoutOf(const TwinStart& start) {
    if (!start.settings.dropoutOn)
        return 0;
    const std::vector<double> rates = dropoutRates(start.network);
    return start.settings.dropout.value_or(*std::max_element(rates.begin(), rates.end()));
}

void addKnob(std::vector<TwinOption>& things, const OptionDescription& option, const OptionValue& before) {
    things.push_back({{}, optionName(option.name), option, before});
}

void addAugmentation(std::vector<TwinOption>& things, const AugmentationOptions& augment) {
    addKnob(things, booleanOption("flip", false), augment.flip);
    for (const AmountKnob& knob : kAmounts)
        addKnob(things, numberOption(knob.name, 0, 0, knob.most), augment.*knob.value);
    addKnob(things, integerOption("holes", 0, 0, kMostHoles), augment.holeCount);
    if (augment.holeCount > 0)
        addKnob(things, aboveMinimum(numberOption("hole_size", 0.25, 0, 1)), augment.holeSize);
}

void addLayer(std::vector<TwinOption>& things, const TwinStart& start, const LayerPath& path) {
    const RecipeCatalogue catalogue = recipeCatalogue();
    const LayerRecipe& layer = *layerAt(start.network, path);
    const std::string place = placeText(path);
    const auto add = [&](const OptionDescription& option, const OptionValue& before) {
        const QString name =
            TwinOptionWords::tr("Layer %1, %2: %3")
                .arg(layerNumber(place), layerTitle(layer, catalogue), optionName(option.name));
        things.push_back({place, name, option, before});
    };
    if (isActivation(layer.type))
        add(choiceOption(kActivation, kActivations), layer.type);
    const KindDescription* kind = findKind(catalogue.layers, layer.type);
    const bool knobDecides = start.settings.dropout || !start.settings.dropoutOn;
    for (const OptionDescription& option : kind == nullptr ? KindDescription{}.options : kind->options) {
        const bool keeps = std::any_of(kKeepShapes.begin(), kKeepShapes.end(),
                                       [&](const char* name) { return option.name == name; });
        const bool isRate = option.name == "rate" || option.name == "dropout";
        if (keeps && !(isRate && knobDecides))
            add(option, optionValue(*kind, layer.options, option.name));
    }
}

LiveSettings withKnob(LiveSettings settings, const std::string& knob, const OptionValue& after) {
    const auto* number = std::get_if<double>(&after);
    const auto* on = std::get_if<bool>(&after);
    const auto* count = std::get_if<std::int64_t>(&after);
    if (knob == "dropout" && number) {
        settings.dropoutOn = *number > 0;
        if (settings.dropoutOn)
            settings.dropout = *number;
    } else if (knob == "lr" && number) {
        settings.learningRate = *number;
    } else if (knob == "labels_right" && on) {
        settings.wrongLabels = *on ? std::optional(0.0) : std::nullopt;
    } else if (knob == "flip" && on) {
        settings.augment.flip = *on;
    } else if (knob == "holes" && count) {
        settings.augment.holeCount = *count;
    } else if (knob == "hole_size" && number) {
        settings.augment.holeSize = *number;
    }
    for (const AmountKnob& each : kAmounts)
        if (knob == each.name && number)
            settings.augment.*each.value = *number;
    return settings;
}

} // namespace

std::vector<TwinOption> twinOptions(const TwinStart& start, const Recipe& recipe) {
    std::vector<TwinOption> things;
    if (!dropoutRates(start.network).empty())
        addKnob(things, numberOption("dropout", 0, 0, kMostDropout), dropoutOf(start));
    addKnob(things, aboveMinimum(numberOption("lr", 0, 0, kMostRate)), start.settings.learningRate);
    if (isPictureSource(recipe.data.type))
        addAugmentation(things, start.settings.augment);
    if (recipe.mislabel.fraction > 0)
        addKnob(things, booleanOption("labels_right", false), start.settings.wrongLabels == 0.0);
    for (const LayerPath& path : allPaths(start.network))
        addLayer(things, start, path);
    return things;
}

TwinChange twinChange(const TwinStart& start, const TwinOption& thing, const OptionValue& after) {
    if (thing.layer.empty())
        return withKnob(start.settings, thing.option.name, after);
    std::vector<LayerRecipe> network = start.network;
    for (const LayerPath& path : allPaths(network)) {
        if (placeText(path) != thing.layer)
            continue;
        LayerRecipe& layer = *layerAt(network, path);
        if (thing.option.name != kActivation) {
            layer.options[thing.option.name] = after;
        } else {
            layer.type = std::get<std::string>(after);
            layer.options.clear();
        }
    }
    return network;
}

} // namespace neurarium
