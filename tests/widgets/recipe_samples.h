// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/recipe.h"

namespace neurarium {

/// A catalogue with every kind of option in each of its lists.
inline RecipeCatalogue sampleCatalogue() {
    const auto size = [](const char* name, std::int64_t usual) {
        return integerOption(name, usual, 1, 4096);
    };
    OptionDescription numbers;
    numbers.name = "image_size";
    numbers.kind = OptionKind::Numbers;
    numbers.defaultValue = std::vector<double>{64, 64};
    numbers.minimum = 1;
    numbers.count = 2;
    OptionDescription texts;
    texts.name = "columns";
    texts.kind = OptionKind::Texts;
    texts.defaultValue = std::vector<std::string>{};
    RecipeCatalogue catalogue;
    catalogue.sources = {
        {"image-folder", {textOption("path", ""), numbers}},
        {"csv", {textOption("path", ""), textOption("target", ""), texts}},
        {"toy", {choiceOption("shape", {"spiral", "xor"}), numberOption("noise", 0.05, 0, 1)}}};
    catalogue.layers = {
        {"linear", {required(orKeyword(size("out_features", 1), "classes")), booleanOption("bias", true)}},
        {"conv2d",
         {required(size("out_channels", 1)), required(size("kernel", 1)), booleanOption("bias", true)}},
        {"relu", {}},
        {"dropout", {belowMaximum(numberOption("rate", 0.5, 0, 1))}},
        {"residual", {}}};
    catalogue.losses = {{"cross_entropy", {numberOption("label_smoothing", 0, 0, 1)}}, {"mse", {}}};
    catalogue.optimizers = {{"sgd", {numberOption("lr", 0.01, 0, 10), booleanOption("nesterov", false)}},
                            {"adam", {numberOption("lr", 0.001, 0, 10), numberOption("eps", 1e-8, 0, 1)}}};
    catalogue.schedules = {{"constant", {integerOption("warmup_steps", 0, 0, 1e6)}},
                           {"cosine", {numberOption("min_lr", 0, 0, 1)}}};
    return catalogue;
}

inline LayerRecipe sampleLayer(const char* type, Options options = {}) {
    LayerRecipe layer;
    layer.type = type;
    layer.options = std::move(options);
    return layer;
}

/// A small residual network with two dropout layers, one of them inside of the block.
inline Recipe sampleRecipe() {
    LayerRecipe block = sampleLayer("residual");
    block.layers = {sampleLayer("conv2d", {{"out_channels", std::int64_t{16}}, {"kernel", std::int64_t{3}}}),
                    sampleLayer("dropout", {{"rate", 0.1}})};
    block.shortcut = {
        sampleLayer("conv2d", {{"out_channels", std::int64_t{16}}, {"kernel", std::int64_t{1}}})};
    Recipe recipe;
    recipe.name = "sample";
    recipe.data = Choice{"image-folder", {{"path", std::string("photos")}}};
    recipe.network = {sampleLayer("conv2d", {{"out_channels", std::int64_t{8}}, {"kernel", std::int64_t{3}}}),
                      sampleLayer("relu"), block, sampleLayer("dropout", {{"rate", 0.3}}),
                      sampleLayer("linear", {{"out_features", std::string("classes")}})};
    recipe.loss = Choice{"cross_entropy", {}};
    recipe.optimizer = Choice{"adam", {{"lr", 0.002}}};
    recipe.schedule = Choice{"constant", {}};
    recipe.augment.flip = true;
    recipe.augment.rotate = 10;
    recipe.patience = 5;
    return recipe;
}

} // namespace neurarium
