// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_path.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace neurarium {

namespace {

void collect(const LayerList& list, const LayerPath& around, bool shortcut, std::vector<LayerPath>& paths) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        LayerPath path = around;
        path.push_back({i, shortcut});
        paths.push_back(path);
        collect(list[i].layers, path, false, paths);
        collect(list[i].shortcut, path, true, paths);
    }
}

LayerList::iterator at(LayerList& list, const LayerPath& path) {
    return list.begin() + static_cast<std::ptrdiff_t>(std::min(path.back().index, list.size()));
}

} // namespace

std::vector<LayerPath> allPaths(const LayerList& network) {
    std::vector<LayerPath> paths;
    collect(network, {}, false, paths);
    return paths;
}

std::string placeText(const LayerPath& path) {
    std::string place;
    for (const LayerTurn& turn : path) {
        const char* list = place.empty() ? "network" : turn.shortcut ? ".shortcut" : ".layers";
        place.append(list).append(1, '[').append(std::to_string(turn.index)).append(1, ']');
    }
    return place;
}

const LayerRecipe* layerAt(const LayerList& network, const LayerPath& path) {
    return layerAt(const_cast<LayerList&>(network), path);
}

LayerRecipe* layerAt(LayerList& network, const LayerPath& path) {
    LayerList* list = listOf(network, path);
    return list == nullptr || path.back().index >= list->size() ? nullptr : &(*list)[path.back().index];
}

LayerList* listOf(LayerList& network, const LayerPath& path) {
    if (path.empty())
        return nullptr;
    LayerList* list = &network;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        if (path[i].index >= list->size())
            return nullptr;
        LayerRecipe& block = (*list)[path[i].index];
        list = path[i + 1].shortcut ? &block.shortcut : &block.layers;
    }
    return list;
}

void insertLayer(LayerList& network, const LayerPath& path, LayerRecipe layer) {
    if (LayerList* list = listOf(network, path))
        list->insert(at(*list, path), std::move(layer));
}

void removeLayer(LayerList& network, const LayerPath& path) {
    LayerList* list = listOf(network, path);
    if (list != nullptr && path.back().index < list->size())
        list->erase(at(*list, path));
}

std::optional<LayerPath> moveLayer(LayerList& network, const LayerPath& path, int by) {
    LayerList* list = listOf(network, path);
    if (list == nullptr || path.back().index >= list->size())
        return std::nullopt;
    const auto target = static_cast<std::ptrdiff_t>(path.back().index) + by;
    if (target < 0 || target >= std::ssize(*list))
        return std::nullopt;
    LayerPath moved = path;
    moved.back().index = static_cast<std::size_t>(target);
    std::swap((*list)[path.back().index], (*list)[moved.back().index]);
    return moved;
}

} // namespace neurarium
