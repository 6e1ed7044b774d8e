// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layers/layer.h"
#include "report/option.h"
#include "report/recipe.h"

namespace neurarium {

/// A small case of a layer that the generic tests run: gradient check, shapes, saving and loading.
struct LayerExample {
    Options options;
    Shape input;             ///< of one sample
    std::int64_t tokens = 0; ///< above 0: the inputs are tokens below this number
};

/// A row of the layer catalogue. To add a layer: its two files, and one row here.
struct LayerKind {
    KindDescription description;
    /// Makes the layer from options that fit the description; null for `residual`, which the network takes
    /// apart.
    std::unique_ptr<Layer> (*build)(const KindDescription& kind, const Options& options);
    std::vector<LayerExample> examples;
};

const std::vector<LayerKind>& layerCatalogue();

/// The row of a type; throws std::out_of_range.
const LayerKind& layerKind(const std::string& type);

} // namespace neurarium
