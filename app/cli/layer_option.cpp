// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/layer_option.h"

#include <charconv>
#include <sstream>

#include <nlohmann/json.hpp>

#include "report/error.h"

namespace neurarium::cli {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

/// The layer of a list by its name, or by its number when it has none.
Json* layerNamed(Json& layers, const std::string& name) {
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i].value("name", std::to_string(i)) == name)
            return &layers[i];
    return nullptr;
}

Json& layerAt(Json& network, const std::string& place) {
    Json* list = &network;
    Json* layer = nullptr;
    for (const std::string& part : split(place, '.')) {
        if (list == nullptr && (part == "layers" || part == "shortcut") && layer->contains(part)) {
            list = &(*layer)[part];
            layer = nullptr;
            continue;
        }
        layer = list == nullptr ? nullptr : layerNamed(*list, part);
        list = nullptr;
        if (layer == nullptr)
            break;
    }
    if (layer == nullptr)
        throw Error(ProblemKind::Refused, "--layer",
                    explain("Problem", "this network has no layer \"%1\"", {place}),
                    explain("Problem", "Name it as its tensors are: 0 is the first, 2.layers.1 one within a "
                                       "residual."));
    return *layer;
}

void setOption(Json& layer, const std::string& option) {
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos || equals == 0)
        throw Error(ProblemKind::Refused, "--set",
                    explain("Problem", "key=value is expected, this is \"%1\"", {option}));
    const std::string key = option.substr(0, equals), text = option.substr(equals + 1);
    const Json value = Json::parse(text, nullptr, false);
    if (key == "type") { // the options were those of the other type
        const Json name = layer.value("name", Json());
        layer = Json{{"type", text}};
        if (!name.is_null())
            layer["name"] = name;
        return;
    }
    layer[key] = value.is_discarded() ? Json(text) : value;
}

} // namespace

Experiment withLayerOptions(const Experiment& experiment, const std::string& place,
                            const std::string& options) {
    Json document = Json::parse(experimentJson(experiment));
    Json& layer = layerAt(document["network"], place);
    for (const std::string& option : split(options, ','))
        setOption(layer, option);
    return parseExperiment(document.dump());
}

} // namespace neurarium::cli
