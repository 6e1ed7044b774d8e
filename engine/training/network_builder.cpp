// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/network_builder.h"

#include <unistd.h>

#include "data/wrong_labels.h"
#include "report/error.h"
#include "training/loss.h"
#include "training/trainer.h"

namespace neurarium {

namespace {

std::int64_t machineMemory() {
    return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
}

std::string place(std::size_t layer) {
    return "network[" + std::to_string(layer) + "]";
}

Keywords keywordsOf(const Experiment& experiment, const DatasetDescription& data) {
    Keywords keywords;
    keywords.classes = data.targetKind == TargetKind::Values ? data.targetSize : data.classes;
    if (experiment.loss.type != "cross_entropy" && data.targetKind == TargetKind::Classes)
        keywords.classes = 1; // one number tells two classes apart
    keywords.tokens = data.tokens;
    return keywords;
}

/// Token numbers mean nothing to a layer that calculates with them, and only they can be looked up.
void checkTokens(const Network& network, const DatasetDescription& data, const std::string& place) {
    for (const Node& node : network.nodes()) {
        if (node.kind != Node::Kind::Layer)
            continue;
        const bool reads = node.layer->readsTokens(), given = node.input == 0 && data.tokenInputs;
        if (reads && !given)
            throw Error(ProblemKind::Refused, place,
                        explain("Problem", "needs tokens, and what comes in are other numbers"),
                        explain("Problem", "put it first, and choose data that is made of tokens"));
        if (given && !reads)
            throw Error(ProblemKind::Refused, place,
                        explain("Problem", "the data is made of tokens, and this layer cannot read them"),
                        explain("Problem", "put a token_embedding before it"));
        if (given && node.layer->parameters().front()->shape[0] < data.tokens)
            throw Error(ProblemKind::Refused, place + ".vocab",
                        explain("Problem", "must be at least %1, the number of tokens in the data, is %2",
                                {std::to_string(data.tokens),
                                 std::to_string(node.layer->parameters().front()->shape[0])}));
    }
}

/// An upper bound of what training needs, in bytes: values, gradients, moments and shards of all parameters,
/// and the activations of the whole batch where a layer needs it, of four slices elsewhere.
double memoryNeeded(const Network& network, std::int64_t batchSize) {
    constexpr double kCopiesOfParameters = 8, kCopiesOfActivations = 2, kSlices = 4;
    double activations = 0, parameters = 0;
    bool whole = false;
    for (const Node& node : network.nodes()) {
        activations +=
            static_cast<double>(network.values()[static_cast<std::size_t>(node.output)].shape.elements());
        if (node.kind != Node::Kind::Layer)
            continue;
        const Shape& input = network.values()[static_cast<std::size_t>(node.input)].shape;
        const WorkspaceSize workspace = node.layer->workspace(input);
        activations += static_cast<double>(workspace.kept) + static_cast<double>(workspace.inBackward());
        whole = whole || node.layer->statisticsSize(input) > 0;
        for (const Parameter* parameter : node.layer->parameters())
            parameters += static_cast<double>(std::max(parameter->shape.elements(), parameter->sums));
    }
    const double samples = whole ? static_cast<double>(batchSize) : kSlices;
    return sizeof(float) * (parameters * kCopiesOfParameters + activations * kCopiesOfActivations * samples);
}

void checkMemory(const Network& network, const Experiment& experiment, std::size_t layer) {
    constexpr double kMebibyte = 1 << 20;
    const double needed = memoryNeeded(network, experiment.batchSize);
    const double allowed = static_cast<double>(machineMemory()) / 2;
    if (needed > allowed)
        throw Error(
            ProblemKind::Refused, place(layer),
            explain("Problem",
                    "up to here the network needs %1 MiB of memory; half of this computer's is %2 MiB",
                    {std::to_string(static_cast<std::int64_t>(needed / kMebibyte)),
                     std::to_string(static_cast<std::int64_t>(allowed / kMebibyte))}),
            explain("Problem", "make this layer smaller, or the batch"));
}

} // namespace

Network buildNetwork(const Experiment& experiment, const DatasetDescription& data) {
    Network network(data.inputShape, keywordsOf(experiment, data));
    for (std::size_t i = 0; i < experiment.network.size(); ++i) {
        network.append(experiment.network[i], place(i), i);
        checkTokens(network, data, place(i));
        checkMemory(network, experiment, i);
    }
    network.finish();
    return network;
}

RecipeCheck checkRecipe(const Experiment& experiment, const DatasetDescription& data) {
    RecipeCheck check;
    try {
        checkMislabel(experiment.mislabel.fraction, data, "data.mislabel");
    } catch (const Error& error) {
        check.problem = error.problem();
    }
    check.inputShape = data.inputShape.lengths();
    check.layers.resize(experiment.network.size());
    Network network(data.inputShape, keywordsOf(experiment, data));
    std::size_t counted = 0;
    for (std::size_t i = 0; i < experiment.network.size(); ++i) {
        try {
            network.append(experiment.network[i], place(i), i);
            checkTokens(network, data, place(i));
            checkMemory(network, experiment, i);
        } catch (const Error& error) {
            check.layers[i].problem = error.problem();
            return check;
        }
        const auto& summaries = network.summaries();
        for (; counted < summaries.size(); ++counted) {
            check.layers[i].weights += summaries[counted].weights;
            check.layers[i].biases += summaries[counted].biases;
        }
        check.layers[i].outputShape = network.outputShape().lengths();
    }
    try {
        network.finish();
        makeLoss(experiment.loss, network.outputShape(), data, place(experiment.network.size() - 1));
    } catch (const Error& error) {
        const bool atLayer = error.problem().where.starts_with("network[") && !check.layers.empty();
        (atLayer ? check.layers.back().problem : check.problem) = error.problem();
    }
    return check;
}

} // namespace neurarium
