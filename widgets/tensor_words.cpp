// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tensor_words.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>

#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

struct TensorWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TensorWords)
};

struct PartWord {
    const char* part; ///< behind the layer's name
    const char* english;
};

constexpr PartWord kParts[] = {
    {"weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "weights")},
    {"bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "biases")},
    {"running_mean", QT_TRANSLATE_NOOP("neurarium::TensorWords", "running mean")},
    {"running_var", QT_TRANSLATE_NOOP("neurarium::TensorWords", "running variance")},
    {"ln1.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "first norm, weights")},
    {"ln1.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "first norm, biases")},
    {"attn.qkv.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "query, key, value, weights")},
    {"attn.qkv.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "query, key, value, biases")},
    {"attn.proj.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "attention's output, weights")},
    {"attn.proj.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "attention's output, biases")},
    {"ln2.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "second norm, weights")},
    {"ln2.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "second norm, biases")},
    {"mlp.fc1.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "first dense layer, weights")},
    {"mlp.fc1.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "first dense layer, biases")},
    {"mlp.fc2.weight", QT_TRANSLATE_NOOP("neurarium::TensorWords", "second dense layer, weights")},
    {"mlp.fc2.bias", QT_TRANSLATE_NOOP("neurarium::TensorWords", "second dense layer, biases")},
};

/// The layer that a tensor belongs to, and the rest of its name.
struct Owner {
    const LayerRecipe* layer = nullptr;
    std::string part;
};

Owner ownerOf(const std::string& tensor, const LayerList& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const LayerRecipe& layer = list[i];
        const std::string key = (layer.name.empty() ? std::to_string(i) : layer.name) + '.';
        if (!tensor.starts_with(key))
            continue;
        const std::string part = tensor.substr(key.size());
        for (const auto& [prefix, inside] : {std::pair{std::string("layers."), &layer.layers},
                                             std::pair{std::string("shortcut."), &layer.shortcut}})
            if (!inside->empty() && part.starts_with(prefix))
                return ownerOf(part.substr(prefix.size()), *inside);
        return {&layer, part};
    }
    return {};
}

} // namespace

QString tensorTitle(const std::string& tensor, const LayerList& network) {
    const QString plain = QString::fromStdString(tensor);
    const Owner owner = ownerOf(tensor, network);
    const auto* word = std::find_if(std::begin(kParts), std::end(kParts),
                                    [&](const PartWord& each) { return owner.part == each.part; });
    if (owner.layer == nullptr || word == std::end(kParts))
        return plain;
    int count = 0, place = 0;
    for (const LayerPath& path : allPaths(network)) {
        const LayerRecipe* layer = layerAt(network, path);
        if (layer->type != owner.layer->type)
            continue;
        ++count;
        if (layer == owner.layer)
            place = count;
    }
    const QString kind = kindName(owner.layer->type), part = TensorWords::tr(word->english);
    return count == 1 ? TensorWords::tr("%1, %2").arg(kind, part)
                      : TensorWords::tr("%1 %2, %3").arg(kind, QString::number(place), part);
}

} // namespace neurarium
