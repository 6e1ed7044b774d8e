// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/catalogue.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "layers/activation.h"
#include "layers/batch_norm.h"
#include "layers/conv2d.h"
#include "layers/dropout.h"
#include "layers/flatten.h"
#include "layers/layer_norm.h"
#include "layers/linear.h"
#include "layers/pooling.h"
#include "layers/position_embedding.h"
#include "layers/softmax.h"
#include "layers/token_embedding.h"
#include "layers/transformer_block.h"

namespace neurarium {

namespace {

constexpr double kWidest = 1e6; // features or channels
constexpr double kLargestWindow = 1e4;
constexpr double kMostTokens = 1 << 24; // whole numbers up to here are exact in float32

using Built = std::unique_ptr<Layer>;

template <class Plain>
Built buildPlain(const KindDescription& /*kind*/, const Options& /*options*/) {
    return std::make_unique<Plain>();
}

Built buildLinear(const KindDescription& kind, const Options& options) {
    return std::make_unique<Linear>(integerValue(kind, options, "out_features"),
                                    booleanValue(kind, options, "bias"));
}

Built buildConv2d(const KindDescription& kind, const Options& options) {
    const auto integer = [&](const char* name) { return integerValue(kind, options, name); };
    return std::make_unique<Conv2d>(Conv2dOptions{.outChannels = integer("out_channels"),
                                                  .kernel = integer("kernel"),
                                                  .stride = integer("stride"),
                                                  .padding = integer("padding"),
                                                  .groups = integer("groups"),
                                                  .bias = booleanValue(kind, options, "bias")});
}

/// A stride left out equals the kernel.
template <class Pool>
Built buildPool(const KindDescription& kind, const Options& options) {
    const std::int64_t kernel = integerValue(kind, options, "kernel");
    const OptionValue& stride = optionValue(kind, options, "stride");
    const auto* number = std::get_if<std::int64_t>(&stride);
    return std::make_unique<Pool>(
        Window{kernel, number != nullptr ? *number : kernel, integerValue(kind, options, "padding")});
}

Built buildLeakyReLU(const KindDescription& kind, const Options& options) {
    return std::make_unique<LeakyReLU>(static_cast<float>(numberValue(kind, options, "slope")));
}

Built buildDropout(const KindDescription& kind, const Options& options) {
    return std::make_unique<Dropout>(numberValue(kind, options, "rate"));
}

Built buildBatchNorm(const KindDescription& kind, const Options& options) {
    return std::make_unique<BatchNorm>(numberValue(kind, options, "momentum"),
                                       numberValue(kind, options, "eps"));
}

Built buildLayerNorm(const KindDescription& kind, const Options& options) {
    return std::make_unique<LayerNorm>(numberValue(kind, options, "eps"));
}

Built buildTokenEmbedding(const KindDescription& kind, const Options& options) {
    return std::make_unique<TokenEmbedding>(TokenEmbeddingOptions{
        .vocab = integerValue(kind, options, "vocab"), .dim = integerValue(kind, options, "dim")});
}

Built buildPositionEmbedding(const KindDescription& kind, const Options& options) {
    return std::make_unique<PositionEmbedding>(integerValue(kind, options, "length"));
}

Built buildTransformerBlock(const KindDescription& kind, const Options& options) {
    return std::make_unique<TransformerBlock>(
        TransformerBlockOptions{.heads = integerValue(kind, options, "heads"),
                                .mlpRatio = numberValue(kind, options, "mlp_ratio"),
                                .dropout = numberValue(kind, options, "dropout"),
                                .causal = booleanValue(kind, options, "causal")});
}

std::vector<OptionDescription> poolOptions() {
    auto stride = orKeyword(integerOption("stride", 1, 1, kLargestWindow), "kernel");
    stride.defaultValue = std::string("kernel");
    return {required(integerOption("kernel", 2, 1, kLargestWindow)), stride,
            integerOption("padding", 0, 0, kLargestWindow)};
}

OptionDescription epsOption() {
    return aboveMinimum(numberOption("eps", 1e-5, 0, 1));
}

/// The layers of a transformer.
std::vector<LayerKind> tokenRows() {
    const auto whole = [](std::int64_t value) { return OptionValue(value); };
    return {
        {{"token_embedding",
          {orKeyword(required(integerOption("vocab", 256, 1, kMostTokens)), "tokens"),
           required(integerOption("dim", 64, 1, kWidest))}},
         buildTokenEmbedding,
         {{{{"vocab", whole(7)}, {"dim", whole(5)}}, {9}, 7}}},
        {{"position_embedding", {required(integerOption("length", 128, 1, kMostTokens))}},
         buildPositionEmbedding,
         {{{{"length", whole(4)}}, {4, 5}}, {{{"length", whole(6)}}, {3, 5}}}},
        {{"transformer_block",
          {required(integerOption("heads", 4, 1, kWidest)),
           aboveMinimum(numberOption("mlp_ratio", 4, 0, kLargestWindow)), numberOption("dropout", 0, 0, 1),
           booleanOption("causal", true)}},
         buildTransformerBlock,
         {{{{"heads", whole(2)}}, {5, 4}},
          {{{"heads", whole(1)}, {"mlp_ratio", 1.5}, {"dropout", 0.3}}, {4, 6}},
          {{{"heads", whole(3)}, {"mlp_ratio", 2.0}, {"dropout", 0.2}, {"causal", false}}, {3, 6}}}},
    };
}

std::vector<LayerKind> rows() {
    const auto whole = [](std::int64_t value) { return OptionValue(value); };
    const std::vector<LayerExample> anyShape{{{}, {7}}, {{}, {3, 5, 4}}};
    return {
        {{"linear",
          {orKeyword(required(integerOption("out_features", 16, 1, kWidest)), "classes"),
           booleanOption("bias", true)}},
         buildLinear,
         {{{{"out_features", whole(5)}}, {7}}, {{{"out_features", whole(3)}, {"bias", false}}, {4, 6}}}},
        {{"conv2d",
          {required(integerOption("out_channels", 16, 1, kWidest)),
           required(integerOption("kernel", 3, 1, kLargestWindow)),
           integerOption("stride", 1, 1, kLargestWindow), integerOption("padding", 0, 0, kLargestWindow),
           integerOption("groups", 1, 1, kWidest), booleanOption("bias", true)}},
         buildConv2d,
         {{{{"out_channels", whole(4)}, {"kernel", whole(3)}, {"padding", whole(1)}}, {3, 6, 5}},
          {{{"out_channels", whole(6)}, {"kernel", whole(3)}, {"stride", whole(2)}, {"groups", whole(2)}},
           {4, 7, 7}},
          {{{"out_channels", whole(2)}, {"kernel", whole(1)}, {"bias", false}}, {5, 3, 4}}}},
        {{"max_pool2d", poolOptions()},
         buildPool<MaxPool2d>,
         {{{{"kernel", whole(2)}}, {3, 6, 4}},
          {{{"kernel", whole(3)}, {"stride", whole(2)}, {"padding", whole(1)}}, {2, 7, 5}}}},
        {{"avg_pool2d", poolOptions()},
         buildPool<AvgPool2d>,
         {{{{"kernel", whole(2)}}, {3, 6, 4}},
          {{{"kernel", whole(3)}, {"stride", whole(1)}, {"padding", whole(1)}}, {2, 5, 5}}}},
        {{"global_avg_pool2d", {}}, buildPlain<GlobalAvgPool2d>, {{{}, {3, 4, 5}}}},
        {{"relu", {}}, buildPlain<ReLU>, anyShape},
        {{"leaky_relu", {numberOption("slope", 0.01, 0, kWidest)}}, buildLeakyReLU, anyShape},
        {{"tanh", {}}, buildPlain<Tanh>, anyShape},
        {{"sigmoid", {}}, buildPlain<Sigmoid>, anyShape},
        {{"gelu", {}}, buildPlain<GELU>, anyShape},
        {{"silu", {}}, buildPlain<SiLU>, anyShape},
        {{"softmax", {}}, buildPlain<Softmax>, {{{}, {7}}, {{}, {3, 5, 4}}, {{}, {4, 6}}}},
        {{"dropout", {numberOption("rate", 0.5, 0, 1)}},
         buildDropout,
         {{{{"rate", 0.3}}, {30}}, {{}, {3, 4, 4}}}},
        {{"batch_norm", {numberOption("momentum", 0.1, 0, 1), epsOption()}},
         buildBatchNorm,
         {{{}, {5}}, {{{"momentum", 0.3}}, {3, 4, 5}}}},
        {{"layer_norm", {epsOption()}}, buildLayerNorm, {{{}, {6}}, {{}, {4, 6}}, {{}, {2, 3, 5}}}},
        {{"flatten", {}}, buildPlain<Flatten>, {{{}, {3, 4, 2}}}},
        {{"residual", {}}, nullptr, {}},
    };
}

} // namespace

const std::vector<LayerKind>& layerCatalogue() {
    static const std::vector<LayerKind> catalogue = [] {
        std::vector<LayerKind> all = rows();
        std::vector<LayerKind> more = tokenRows();
        all.insert(all.end() - 1, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        return all;
    }();
    return catalogue;
}

const LayerKind& layerKind(const std::string& type) {
    const auto& catalogue = layerCatalogue();
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const LayerKind& kind) { return kind.description.type == type; });
    if (found == catalogue.end())
        throw std::out_of_range("no layer " + type);
    return *found;
}

} // namespace neurarium
