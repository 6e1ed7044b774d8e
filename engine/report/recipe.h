// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/error.h"
#include "report/option.h"

namespace neurarium {

/// A named kind with the options chosen: { "type": "adam", "lr": 0.001 }.
struct Choice {
    std::string type;
    Options options;
    bool operator==(const Choice&) const = default;
};

/// One layer of a recipe. `layers` and `shortcut` are used by `residual` only.
struct LayerRecipe {
    std::string type;
    std::string name; ///< empty: its place in the list
    Options options;
    std::vector<LayerRecipe> layers;
    std::vector<LayerRecipe> shortcut;
    bool operator==(const LayerRecipe&) const = default;
};

/// How training pictures are varied; zero means "not at all". Applied in this order (DESIGN, experiment
/// file).
struct AugmentationOptions {
    bool flip = false;     ///< mirrored with probability one half
    double shift = 0;      ///< up to this fraction of the size
    double rotate = 0;     ///< up to this many degrees either way
    double zoom = 0;       ///< scaled by 1 - z ... 1 + z
    double brightness = 0; ///< multiplied by 1 - b ... 1 + b
    std::int64_t holeCount = 0;
    double holeSize = 0.25; ///< side of a hole as a fraction of the height

    bool any() const {
        return flip || shift > 0 || rotate > 0 || zoom > 0 || brightness > 0 || holeCount > 0;
    }
    bool operator==(const AugmentationOptions&) const = default;
};

/// Training labels that are wrong on purpose, as when a teacher slips them in.
struct MislabelOptions {
    double fraction = 0;        ///< of the training samples, 0 ... 1
    std::int64_t fromEpoch = 1; ///< from the beginning of this epoch on

    /// The fraction in an epoch (they count from 1).
    double at(std::int64_t epoch) const { return epoch >= fromEpoch ? fraction : 0; }
    bool operator==(const MislabelOptions&) const = default;
};

/// The three cards of the recipe panel as plain values: what to learn from, with what, and how.
struct Recipe {
    std::string name;
    std::uint64_t seed = 42;
    Choice data; ///< type is the source: "image-folder", "toy" ...
    AugmentationOptions augment;
    MislabelOptions mislabel;
    double validation = 0.2;    ///< fraction kept for checking
    std::string validationPath; ///< used instead of the fraction when not empty
    bool shuffle = true;
    std::vector<LayerRecipe> network;
    Choice loss, optimizer, schedule;
    std::int64_t batchSize = 32;
    std::int64_t epochs = 20;
    double gradientClip = 0;                     ///< largest global L2 norm; 0 for none
    std::optional<std::int64_t> patience;        ///< epochs without improvement before stopping early
    std::optional<std::int64_t> checkpointEvery; ///< epochs

    bool operator==(const Recipe&) const = default;
};

/// What the program knows about one layer of a recipe before training starts.
struct LayerCheck {
    std::vector<std::int64_t> outputShape; ///< of one sample: {C, H, W} or {features}
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    std::optional<Problem> problem;
    bool operator==(const LayerCheck&) const = default;
};

/// The answer to a recipe: one check a layer, the input's shape, and trouble outside the layers.
struct RecipeCheck {
    std::vector<std::int64_t> inputShape;
    std::vector<LayerCheck> layers;
    std::optional<Problem> problem;
    std::int64_t weights() const;
    std::int64_t biases() const;
    bool operator==(const RecipeCheck&) const = default;
};

/// Everything that can be chosen in a recipe: the catalogues as the screen sees them.
struct RecipeCatalogue {
    std::vector<KindDescription> sources, layers, losses, optimizers, schedules;
};

} // namespace neurarium
