// SPDX-License-Identifier: GPL-3.0-or-later
#include "every_option.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

double otherNumber(const OptionDescription& option, double usual, bool whole) {
    const double low = std::max(option.minimum, -1e6), high = std::min(option.maximum, 1e6);
    const double candidates[] = {low + (high - low) * 0.375, low + 1, low + 2, low, high};
    for (double each : candidates) {
        each = whole ? std::floor(each) : each;
        const bool above = option.exclusiveMinimum ? each > low : each >= low;
        const bool below = option.exclusiveMaximum ? each < high : each <= high;
        if (above && below && each != usual)
            return each;
    }
    return usual;
}

std::vector<double> otherNumbers(const OptionDescription& option) {
    auto numbers = std::get<std::vector<double>>(option.defaultValue);
    numbers.resize(std::max<std::size_t>(option.count, 1));
    for (double& number : numbers)
        number = otherNumber(option, number, option.maximum > 1); // pixels are whole
    return numbers;
}

/// Every layer of the catalogue with all its options, and a residual that holds two of them.
std::vector<LayerRecipe> everyLayer() {
    std::vector<LayerRecipe> layers;
    LayerRecipe residual = residualOf(0, 0);
    for (const KindDescription& kind : recipeCatalogue().layers) {
        LayerRecipe layer = layerOf(kind.type, otherOptions(kind));
        layer.name = "the-" + kind.type;
        if (kind.type == "residual")
            continue;
        layers.push_back(layer);
        (layers.size() % 2 == 0 ? residual.layers : residual.shortcut).push_back(layer);
    }
    residual.layers.push_back(residualOf(1, 0));
    layers.push_back(residual);
    layers.push_back(layerOf("linear", {{"out_features", std::string("classes")}}));
    return layers;
}

Choice otherChoice(const std::vector<KindDescription>& kinds, std::size_t round) {
    const KindDescription& kind = kinds[round % kinds.size()];
    return {kind.type, otherOptions(kind)};
}

} // namespace

OptionValue otherValue(const OptionDescription& option) {
    const OptionValue& usual = option.defaultValue;
    switch (option.kind) {
    case OptionKind::Boolean:
        return !std::get<bool>(usual);
    case OptionKind::Integer: {
        const auto* number = std::get_if<std::int64_t>(&usual);
        const double before = number == nullptr ? -1 : static_cast<double>(*number);
        return static_cast<std::int64_t>(otherNumber(option, before, true));
    }
    case OptionKind::Number:
        return otherNumber(option, std::get<double>(usual), false);
    case OptionKind::Choice:
        return option.choices.back();
    case OptionKind::Numbers:
        return otherNumbers(option);
    case OptionKind::Texts:
        return std::vector<std::string>{"a", "고양이 \"둘\""};
    case OptionKind::Text:
        break;
    }
    return std::get<std::string>(usual) + "täxt\\\n";
}

Options otherOptions(const KindDescription& kind) {
    Options options;
    for (const OptionDescription& option : kind.options)
        options[option.name] = otherValue(option);
    return options;
}

LayerRecipe layerOf(const std::string& type, const Options& options) {
    return {type, "", options, {}, {}};
}

LayerRecipe residualOf(std::size_t layers, std::size_t shortcut) {
    const LayerRecipe plain = layerOf("relu");
    return {"residual", "", {}, std::vector(layers, plain), std::vector(shortcut, plain)};
}

Experiment plainExperiment() {
    return parseExperiment(
        R"({"neurarium":1,"data":{"source":"tensors","path":"x"},"network":[{"type":"relu"}]})");
}

std::vector<Experiment> everyOption() {
    const RecipeCatalogue& known = recipeCatalogue();
    const std::size_t rounds = std::max({known.sources.size(), known.losses.size(), known.optimizers.size(),
                                         known.schedules.size(), std::size_t{2}});
    std::vector<Experiment> experiments;
    for (std::size_t round = 0; round < rounds; ++round) {
        Experiment experiment;
        experiment.name = "every option \"" + std::to_string(round) + "\" 모든";
        experiment.seed = ~std::uint64_t{0} - round;
        experiment.data = otherChoice(known.sources, round);
        experiment.augment = {true, 0.125, 30, 0.3, 0.7, 3, 0.1};
        experiment.mislabel = {0.375, static_cast<std::int64_t>(round) + 1};
        experiment.validation = round % 2 == 0 ? 0.35 : 0;
        experiment.validationPath = round % 2 == 0 ? "" : "other/파일";
        experiment.shuffle = false;
        experiment.network = everyLayer();
        experiment.loss = otherChoice(known.losses, round);
        experiment.optimizer = otherChoice(known.optimizers, round);
        experiment.schedule = otherChoice(known.schedules, round);
        experiment.batchSize = 7;
        experiment.epochs = 11;
        experiment.gradientClip = 0.1;
        experiment.patience = 4;
        experiment.checkpointEvery = 2;
        experiments.push_back(std::move(experiment));
    }
    return experiments;
}

} // namespace neurarium
