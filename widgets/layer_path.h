// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/recipe.h"

namespace neurarium {

/// One turn on the way to a layer: the place in a list, and which list of the block before it was entered.
struct LayerTurn {
    std::size_t index = 0;
    bool shortcut = false; ///< in the block's `shortcut`, not in its `layers`; never true in the first turn
    bool operator==(const LayerTurn&) const = default;
};

/// Where a layer stands in a recipe, through the blocks around it. Empty: nowhere.
using LayerPath = std::vector<LayerTurn>;

using LayerList = std::vector<LayerRecipe>;

/// The paths of all layers from top to bottom, a block before what is inside of it.
std::vector<LayerPath> allPaths(const LayerList& network);

/// "network[3].layers[0]", as problems name it.
std::string placeText(const LayerPath& path);

/// Null when there is no such layer.
const LayerRecipe* layerAt(const LayerList& network, const LayerPath& path);
LayerRecipe* layerAt(LayerList& network, const LayerPath& path);
/// The list that the layer stands in; null when there is none.
LayerList* listOf(LayerList& network, const LayerPath& path);

/// Puts the layer at that path, before what stands there.
void insertLayer(LayerList& network, const LayerPath& path, LayerRecipe layer);
void removeLayer(LayerList& network, const LayerPath& path);
/// Exchanges the layer with its neighbour before (-1) or after (+1) it in the same list. Nothing when there
/// is none.
std::optional<LayerPath> moveLayer(LayerList& network, const LayerPath& path, int by);

} // namespace neurarium
