// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/network.h"

#include <utility>

#include "layers/catalogue.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::size_t kImageRank = 3;
constexpr std::int64_t kLine = 16; // floats: one cache line

/// The name of a layer: the one given, or its place in the list.
std::string nameOf(const LayerRecipe& recipe, std::size_t index) {
    return recipe.name.empty() ? std::to_string(index) : recipe.name;
}

/// Passes an error of a layer on, with the layer's place before the option's name.
[[noreturn]] void rethrowAt(const std::string& place, const Error& error) {
    Problem problem = error.problem();
    problem.where = problem.where.empty() ? place : place + "." + problem.where;
    throw Error(std::move(problem));
}

} // namespace

Network::Network(const Shape& input, const Keywords& keywords)
    : m_keywords(keywords) {
    m_values.push_back({.shape = input});
}

int Network::addValue(const Shape& shape, bool channelsLast) {
    m_values.push_back({.shape = shape,
                        .channelsLast = channelsLast && shape.rank() == kImageRank,
                        .producer = static_cast<int>(m_nodes.size())});
    return static_cast<int>(m_values.size()) - 1;
}

int Network::inLayout(int value, Layout layout) {
    const Value& from = m_values[static_cast<std::size_t>(value)];
    const bool wantsLast = layout == Layout::ChannelsLast;
    if (layout == Layout::Any || from.shape.rank() != kImageRank || from.channelsLast == wantsLast)
        return value;
    for (const Node& node : m_nodes)
        if (node.kind == Node::Kind::Permute && node.input == value)
            return node.output;
    Node permute;
    permute.kind = Node::Kind::Permute;
    permute.input = value;
    permute.output = addValue(Shape(from.shape), wantsLast);
    m_nodes.push_back(std::move(permute));
    return m_nodes.back().output;
}

Options Network::withoutKeywords(const LayerRecipe& recipe) const {
    Options options = recipe.options;
    const KindDescription& kind = layerKind(recipe.type).description;
    for (const OptionDescription& option : kind.options) {
        const auto given = options.find(option.name);
        const bool isKeyword = given != options.end() && option.kind == OptionKind::Integer &&
                               std::holds_alternative<std::string>(given->second);
        if (!isKeyword || (option.keyword != "classes" && option.keyword != "tokens"))
            continue;
        const std::int64_t number = option.keyword == "classes" ? m_keywords.classes : m_keywords.tokens;
        if (number < 1)
            throw Error(ProblemKind::Refused, option.name,
                        explain("Problem", "the data has no %1; write a number instead", {option.keyword}));
        given->second = number;
    }
    return options;
}

void Network::append(const LayerRecipe& recipe, const std::string& place, std::size_t index) {
    appendLayer(recipe, place, nameOf(recipe, index));
}

void Network::appendList(const std::vector<LayerRecipe>& layers, const std::string& place,
                         const std::string& prefix) {
    for (std::size_t i = 0; i < layers.size(); ++i)
        appendLayer(layers[i], place + "[" + std::to_string(i) + "]", prefix + nameOf(layers[i], i));
}

void Network::appendLayer(const LayerRecipe& recipe, const std::string& place, const std::string& name) {
    if (recipe.type == "residual")
        return appendResidual(recipe, place, name);
    const LayerKind& kind = layerKind(recipe.type);
    try {
        Node node;
        node.layer = kind.build(kind.description, withoutKeywords(recipe));
        node.place = name;
        node.number = m_layers++;
        node.input = inLayout(m_output, node.layer->layout());
        const Value from = m_values[static_cast<std::size_t>(node.input)];
        const Shape shape = node.layer->outputShape(from.shape);
        static_cast<void>(shape.elements());
        const Layout layout = node.layer->layout();
        node.output =
            addValue(shape, layout == Layout::Any ? from.channelsLast : layout == Layout::ChannelsLast);
        m_output = node.output;
        summarize(node);
        m_nodes.push_back(std::move(node));
    } catch (const Error& error) {
        rethrowAt(place, error);
    }
}

void Network::appendResidual(const LayerRecipe& recipe, const std::string& place, const std::string& name) {
    const int before = m_output;
    appendList(recipe.layers, place + ".layers", name + ".layers.");
    const int through = m_output;
    m_output = before;
    appendList(recipe.shortcut, place + ".shortcut", name + ".shortcut.");
    const Value& sum = m_values[static_cast<std::size_t>(through)];
    const Shape shape = sum.shape;
    const bool channelsLast = sum.channelsLast;
    if (shape != m_values[static_cast<std::size_t>(m_output)].shape)
        throw Error(ProblemKind::Refused, place,
                    explain("Problem",
                            "its layers give %1 but its shortcut gives %2; both must be equal to be added",
                            {shape.text(), m_values[static_cast<std::size_t>(m_output)].shape.text()}));
    Node add;
    add.kind = Node::Kind::Add;
    add.input = through;
    add.other = inLayout(m_output, channelsLast ? Layout::ChannelsLast : Layout::ChannelsFirst);
    add.output = addValue(shape, channelsLast);
    m_output = add.output;
    m_nodes.push_back(std::move(add));
}

void Network::finish(Fusing fusing) {
    m_output = inLayout(m_output, Layout::ChannelsFirst);
    if (fusing == Fusing::On)
        fuse();
}

void Network::initialize(std::uint64_t seed) {
    m_parameters.clear();
    m_buffers.clear();
    for (Node& node : m_nodes) {
        if (node.kind != Node::Kind::Layer)
            continue;
        for (Parameter* parameter : node.layer->parameters()) {
            parameter->name = node.place + "." + parameter->name;
            m_parameters.push_back(parameter);
        }
        for (StateBuffer* buffer : node.layer->buffers()) {
            buffer->name = node.place + "." + buffer->name;
            m_buffers.push_back(buffer);
        }
    }
    m_weights = FloatBuffer(parameterCount());
    std::int64_t offset = 0;
    m_gradientSums = 0;
    for (Parameter* parameter : m_parameters) {
        const std::int64_t count = parameter->shape.elements();
        parameter->offset = offset;
        if (parameter->sums > 0)
            m_gradientSums = (m_gradientSums + kLine - 1) / kLine * kLine;
        parameter->sumsOffset = m_gradientSums;
        m_gradientSums += parameter->sums > 0 ? parameter->sums : count;
        parameter->value =
            m_weights.span().subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(count));
        offset += count;
    }
    if (m_gradientSums > offset)
        m_gradientSums = (m_gradientSums + kLine - 1) / kLine * kLine; // shards begin at cache lines, too
    for (Node& node : m_nodes)
        if (node.kind == Node::Kind::Layer)
            node.layer->initialize(RandomStream(seed, RandomPurpose::Initialization, node.number));
}

std::int64_t Network::parameterCount() const {
    if (m_weights.size() > 0)
        return m_weights.size();
    std::int64_t count = 0;
    for (const Node& node : m_nodes)
        if (node.kind == Node::Kind::Layer)
            for (const Parameter* parameter : node.layer->parameters())
                count += parameter->shape.elements();
    return count;
}

void Network::summarize(const Node& node) {
    LayerSummary summary{.place = node.place,
                         .type = node.layer->type(),
                         .outputShape = m_values[static_cast<std::size_t>(node.output)].shape.lengths()};
    const std::int64_t outputs = m_values[static_cast<std::size_t>(node.output)].shape.elements();
    for (const Parameter* parameter : node.layer->parameters()) {
        (parameter->isBias ? summary.biases : summary.weights) += parameter->shape.elements();
        if (parameter->shape.rank() > 1) // each output needs a row of the weights
            m_multiplications += parameter->shape.sample().elements() * outputs;
    }
    m_summaries.push_back(std::move(summary));
}

} // namespace neurarium
