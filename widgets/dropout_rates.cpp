// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dropout_rates.h"

#include "widgets/layer_path.h"

namespace neurarium {

namespace {

constexpr double kDefaultRate = 0.5; // PyTorch's

/// The name of the option that holds a layer's dropout; null when it has none.
const char* rateOption(const LayerRecipe& layer) {
    if (layer.type == "dropout")
        return "rate";
    return layer.type == "transformer_block" ? "dropout" : nullptr;
}

double rateOf(const LayerRecipe& layer, const char* option) {
    const auto given = layer.options.find(option);
    if (given == layer.options.end())
        return layer.type == "dropout" ? kDefaultRate : 0;
    if (const auto* whole = std::get_if<std::int64_t>(&given->second))
        return static_cast<double>(*whole);
    const auto* rate = std::get_if<double>(&given->second);
    return rate == nullptr ? 0 : *rate;
}

} // namespace

std::vector<double> dropoutRates(const std::vector<LayerRecipe>& network) {
    std::vector<double> rates;
    for (const LayerPath& path : allPaths(network)) {
        const LayerRecipe& layer = *layerAt(network, path);
        if (const char* option = rateOption(layer))
            rates.push_back(rateOf(layer, option));
    }
    return rates;
}

void setDropoutRates(std::vector<LayerRecipe>& network, const std::vector<double>& rates) {
    std::size_t next = 0;
    for (const LayerPath& path : allPaths(network)) {
        LayerRecipe& layer = *layerAt(network, path);
        const char* option = rateOption(layer);
        if (option == nullptr || rates.empty())
            continue;
        layer.options[option] = rates.size() == 1 ? rates.front() : rates[next % rates.size()];
        ++next;
    }
}

} // namespace neurarium
