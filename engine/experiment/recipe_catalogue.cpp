// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment/experiment.h"

#include <algorithm>
#include <stdexcept>

#include "layers/catalogue.h"

namespace neurarium {

namespace {

constexpr double kMany = 1e9;
constexpr double kLargestRate = 1e6;

OptionDescription pairOption(std::string name, double defaultValue, double minimum, double maximum) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Numbers;
    option.defaultValue = std::vector<double>{defaultValue, defaultValue};
    option.minimum = minimum;
    option.maximum = maximum;
    option.count = 2;
    return option;
}

OptionDescription textsOption(std::string name) {
    OptionDescription option;
    option.name = std::move(name);
    option.kind = OptionKind::Texts;
    option.defaultValue = std::vector<std::string>{};
    return option;
}

OptionDescription pathOption() {
    return required(textOption("path", ""));
}

/// How a text is cut, and how much of it is seen at once. `kinds` begins with the default.
std::vector<OptionDescription> textOptions(std::vector<std::string> kinds) {
    constexpr double kFewest = 256; // bytes
    return {inGroup(choiceOption("tokenizer", std::move(kinds)), "tokenizer"),
            inGroup(integerOption("vocab", 2000, kFewest, 65536), "tokenizer"),
            integerOption("context", 64, 2, 4096)};
}

KindDescription withOptions(KindDescription kind, const std::vector<OptionDescription>& more) {
    kind.options.insert(kind.options.end(), more.begin(), more.end());
    return kind;
}

std::vector<KindDescription> sources() {
    return {
        {"image-folder", {pathOption(), pairOption("image_size", 64, 4, 1024)}},
        {"cat-sketches",
         {integerOption("samples", 2000, 10, 1e6), pairOption("image_size", 64, 16, 256),
          integerOption("classes", 4, 2, 4), choiceOption("bias", {"none", "cushion"})}},
        {"toy",
         {choiceOption("shape", {"spiral", "circles", "xor", "moons", "gaussians", "line", "sine"}),
          integerOption("samples", 500, 4, 1e6), numberOption("noise", 0.05, 0, 1),
          numberOption("wrong_labels", 0, 0, 1)}},
        {"mnist", {pathOption()}},
        {"cifar10", {pathOption()}},
        {"csv",
         {pathOption(), required(textOption("target", "")), textsOption("columns"),
          textOption("delimiter", ",")}},
        withOptions({"text", {pathOption()}}, textOptions({"characters", "jamo", "bytes", "bpe", "words"})),
        withOptions(
            {"stories", {choiceOption("language", {"en", "ko"}), integerOption("samples", 3000, 20, 1e5)}},
            textOptions({"words", "characters", "jamo", "bytes", "bpe"})),
        {"tensors", {pathOption()}},
    };
}

OptionDescription rate(double defaultValue) {
    return numberOption("lr", defaultValue, 0, kLargestRate);
}

OptionDescription betas() {
    OptionDescription option;
    option.name = "betas";
    option.kind = OptionKind::Numbers;
    option.defaultValue = std::vector<double>{0.9, 0.999};
    option.minimum = 0;
    option.maximum = 1;
    option.exclusiveMaximum = true;
    option.count = 2;
    return option;
}

std::vector<KindDescription> losses() {
    return {{"cross_entropy", {numberOption("label_smoothing", 0, 0, 1)}},
            {"binary_cross_entropy", {}},
            {"mse", {}},
            {"mae", {}}};
}

/// Defaults of torch.optim.SGD, Adam and AdamW.
std::vector<KindDescription> optimizers() {
    const auto decay = [](double value) { return numberOption("weight_decay", value, 0, kLargestRate); };
    const auto eps = numberOption("eps", 1e-8, 0, 1);
    return {{"sgd",
             {rate(0.001), belowMaximum(numberOption("momentum", 0, 0, 1)), booleanOption("nesterov", false),
              decay(0)}},
            {"adam", {rate(0.001), betas(), eps, decay(0)}},
            {"adamw", {rate(0.001), betas(), eps, decay(0.01)}}};
}

std::vector<KindDescription> schedules() {
    const auto warmup = integerOption("warmup_steps", 0, 0, kMany);
    return {{"constant", {warmup}},
            {"step",
             {integerOption("every", 10, 1, kMany), aboveMinimum(numberOption("factor", 0.1, 0, 1)), warmup}},
            {"cosine", {numberOption("min_lr", 0, 0, kLargestRate), warmup}},
            {"plateau",
             {aboveMinimum(numberOption("factor", 0.1, 0, 1)), integerOption("patience", 10, 0, kMany),
              numberOption("min_lr", 0, 0, kLargestRate), warmup}}};
}

std::vector<KindDescription> layerDescriptions() {
    std::vector<KindDescription> descriptions;
    for (const LayerKind& kind : layerCatalogue())
        descriptions.push_back(kind.description);
    return descriptions;
}

} // namespace

const RecipeCatalogue& recipeCatalogue() {
    static const RecipeCatalogue catalogue{sources(), layerDescriptions(), losses(), optimizers(),
                                           schedules()};
    return catalogue;
}

const KindDescription& describedKind(const std::vector<KindDescription>& kinds, const std::string& type) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindDescription& kind) { return kind.type == type; });
    if (found == kinds.end())
        throw std::out_of_range("no kind " + type);
    return *found;
}

} // namespace neurarium
