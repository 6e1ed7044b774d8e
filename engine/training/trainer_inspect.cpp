// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "layers/dropout.h"
#include "training/trainer_parts.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostNeurons = 32; // of a layer that is still drawn
constexpr std::size_t kMostLayers = 8;

/// Points of a square grid over [-1, 1]², row 0 at the top.
Tensor gridInputs(std::int32_t size) {
    Tensor inputs(Shape{std::int64_t{size} * size, 2});
    const float cell = 2.0F / static_cast<float>(size);
    for (std::int32_t row = 0; row < size; ++row)
        for (std::int32_t column = 0; column < size; ++column) {
            float* point = inputs.data() + 2 * (std::int64_t{row} * size + column);
            point[0] = -1.0F + cell * (static_cast<float>(column) + 0.5F);
            point[1] = 1.0F - cell * (static_cast<float>(row) + 0.5F);
        }
    return inputs;
}

/// -1 ... +1 for a point: between two classes how sure, among several which one, for regression the output.
float decisionOf(const Loss& loss, float* outputs, std::int64_t count) {
    loss.toProbabilities(outputs);
    if (loss.answers() == 0)
        return outputs[0];
    if (count == 1)
        return 2.0F * outputs[0] - 1.0F;
    if (count == 2)
        return outputs[1] - outputs[0];
    const auto best = static_cast<float>(std::max_element(outputs, outputs + count) - outputs);
    return 2.0F * best / static_cast<float>(count - 1) - 1.0F;
}

bool isActivation(const std::string& type) {
    return type == "relu" || type == "leaky_relu" || type == "tanh" || type == "sigmoid" || type == "gelu" ||
           type == "silu";
}

/// A network of a few small fully connected layers with activations and dropout: it can be drawn neuron by
/// neuron.
bool canBeDrawn(const Network& network) {
    std::size_t layers = 0;
    for (const Node& node : network.nodes()) {
        if (node.kind != Node::Kind::Layer)
            return false;
        const std::string type = node.layer->type();
        if (type == "linear")
            ++layers;
        else if (!isActivation(type) && type != "dropout" && type != "softmax")
            return false;
        if (network.values()[static_cast<std::size_t>(node.output)].shape.elements() > kMostNeurons)
            return false;
    }
    return layers <= kMostLayers;
}

/// The layer of neurons that a `linear` makes: weights and biases, maps still empty.
NeuronLayer neuronsOf(const Node& node) {
    NeuronLayer layer{.place = node.place};
    const std::vector<Parameter*> parameters = node.layer->parameters();
    const auto neurons = static_cast<std::size_t>(parameters[0]->shape[0]);
    const auto inputs = static_cast<std::size_t>(parameters[0]->shape[1]);
    layer.neurons.resize(neurons);
    for (std::size_t i = 0; i < neurons; ++i) {
        const auto row = parameters[0]->value.subspan(i * inputs, inputs);
        layer.neurons[i].weights.assign(row.begin(), row.end());
        layer.neurons[i].bias = parameters.size() > 1 ? parameters[1]->value[i] : 0.0F;
    }
    return layer;
}

void fillMaps(NeuronLayer& layer, const Slice& output, std::int32_t size) {
    for (std::size_t i = 0; i < layer.neurons.size(); ++i) {
        ValueMap& map = layer.neurons[i].map;
        map.size = size;
        map.values.resize(static_cast<std::size_t>(output.samples));
        for (std::int64_t n = 0; n < output.samples; ++n)
            map.values[static_cast<std::size_t>(n)] = output.sample(n)[i];
    }
}

} // namespace

Tensor Trainer::outputs(const Tensor& inputs) {
    const std::int64_t samples = inputs.shape()[0];
    Tensor result(m_parts->loss->outputShape().withBatch(samples));
    m_parts->executor.forward(inputs.data(), samples, result.data());
    return result;
}

Tensor Trainer::probabilities(const Tensor& inputs) {
    Tensor result = outputs(inputs);
    const std::int64_t size = m_parts->loss->outputShape().elements();
    for (std::int64_t n = 0; n < inputs.shape()[0]; ++n)
        m_parts->loss->toProbabilities(result.data() + n * size);
    return result;
}

PlaygroundSnapshot Trainer::playground(std::int32_t size) {
    Parts& p = *m_parts;
    PlaygroundSnapshot snapshot{.step = p.stepsDone};
    if (p.description().inputShape != Shape{2})
        return snapshot;
    const Tensor inputs = gridInputs(size);
    const bool drawn = canBeDrawn(p.network);
    const Pass pass{.mode = Mode::Training,
                    .seed = p.experiment.seed,
                    .step = static_cast<std::uint64_t>(std::max<std::int64_t>(p.stepsDone - 1, 0))};
    const std::int64_t outputSize = p.loss->outputShape().elements();
    std::vector<float> row(static_cast<std::size_t>(outputSize));
    p.executor.forward(inputs.data(), inputs.shape()[0], [&](const Node& node, const Slice& output) {
        if (node.output == p.network.outputValue()) {
            snapshot.decision.size = size;
            for (std::int64_t n = 0; n < output.samples; ++n) {
                row.assign(output.sample(n), output.sample(n) + outputSize);
                snapshot.decision.values.push_back(decisionOf(*p.loss, row.data(), outputSize));
            }
        }
        if (!drawn)
            return;
        const std::string type = node.layer->type();
        if (type == "linear")
            snapshot.layers.push_back(neuronsOf(node));
        if (snapshot.layers.empty())
            return;
        NeuronLayer& layer = snapshot.layers.back();
        if (isActivation(type))
            layer.activation = type;
        if (const auto* dropout = dynamic_cast<const Dropout*>(node.layer.get())) {
            Pass place = pass;
            place.layer = node.number;
            const std::vector<bool> asleep = dropout->asleep(place, 0, output.sampleSize);
            for (std::size_t i = 0; i < layer.neurons.size(); ++i)
                layer.neurons[i].asleep = asleep[i];
        } else {
            fillMaps(layer, output, size);
        }
    });
    return snapshot;
}

} // namespace neurarium
