// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layers/layer.h"
#include "report/network_graph.h"
#include "report/recipe.h"
#include "tensor/buffer.h"
#include "tensor/shape.h"

namespace neurarium {

/// A place between two nodes: what one makes and others read.
struct Value {
    Shape shape;               ///< of one sample, C×H×W for images
    bool channelsLast = false; ///< how an image's numbers lie
    int producer = -1;         ///< node; -1 for the network's input, and where layers were fused
};

/// One operation of the network, in the order of execution.
struct Node {
    enum class Kind {
        Layer,
        Add,     ///< the end of a residual: output = input + other
        Permute, ///< the same image in the other memory order
    };
    Kind kind = Kind::Layer;
    std::unique_ptr<Layer> layer; ///< Kind::Layer only
    int input = -1;               ///< values
    int other = -1;
    int output = -1;
    std::string place; ///< "3", "3.layers.0", or a name: the beginning of its tensors' names
    std::uint32_t number = 0;
};

/// What the words "classes" and "tokens" in an experiment stand for.
struct Keywords {
    std::int64_t classes = 0; ///< 0: not known from the data
    std::int64_t tokens = 0;
};

/// Off: every layer stays a node; what fused ones are compared with.
enum class Fusing { On, Off };

/// The layers of an experiment as a list of operations: residuals are taken apart, memory orders are matched.
/// Owns all parameters in one flat buffer and names every tensor.
class Network {
public:
    /// An empty network for samples of this shape.
    Network(const Shape& input, const Keywords& keywords);

    /// Adds one layer of the recipe behind the last. Throws Error whose place begins with `place`
    /// ("network[3]"). Nothing is allocated.
    void append(const LayerRecipe& recipe, const std::string& place, std::size_t index);
    /// Brings the output into the memory order of tensors, and makes one node of a convolution and what can
    /// be done in one go with it. Call once, after the last layer.
    void finish(Fusing fusing = Fusing::On);
    /// Allocates the parameters and sets them to their initial values.
    void initialize(std::uint64_t seed);

    const std::vector<Node>& nodes() const { return m_nodes; }
    std::vector<Node>& nodes() { return m_nodes; }
    const std::vector<Value>& values() const { return m_values; }
    int outputValue() const { return m_output; }
    const Shape& inputShape() const { return m_values.front().shape; }
    /// Of the last layer appended.
    const Shape& outputShape() const { return m_values[static_cast<std::size_t>(m_output)].shape; }

    /// All parameters with their full names ("0.weight"), in order; valid after `initialize`.
    const std::vector<Parameter*>& parameters() const { return m_parameters; }
    /// Buffers with their full names, in order.
    const std::vector<StateBuffer*>& buffers() const { return m_buffers; }
    FloatBuffer& weights() { return m_weights; }
    std::int64_t parameterCount() const;
    /// Floats of a shard: more than parameters where layers add up gradients in an order of their own.
    std::int64_t gradientSums() const { return m_gradientSums; }
    /// Multiplications of a sample in all layers with weights.
    std::int64_t multiplications() const { return m_multiplications; }
    /// One entry a leaf layer.
    const std::vector<LayerSummary>& summaries() const { return m_summaries; }

private:
    void appendList(const std::vector<LayerRecipe>& layers, const std::string& place,
                    const std::string& prefix);
    void appendLayer(const LayerRecipe& recipe, const std::string& place, const std::string& name);
    void appendResidual(const LayerRecipe& recipe, const std::string& place, const std::string& name);
    Options withoutKeywords(const LayerRecipe& recipe) const;
    /// The value, or a new one with the same numbers in the memory order wanted.
    int inLayout(int value, Layout layout);
    int addValue(const Shape& shape, bool channelsLast);
    void summarize(const Node& node);
    void fuse();
    /// Nodes from `first` on that can be done in one go: 1 for this one alone.
    std::size_t fusible(std::size_t first, const std::vector<int>& readers) const;

    Keywords m_keywords;
    std::vector<Node> m_nodes;
    std::vector<Value> m_values;
    std::vector<LayerSummary> m_summaries;
    std::int64_t m_multiplications = 0;
    int m_output = 0;
    std::uint32_t m_layers = 0;
    FloatBuffer m_weights;
    std::int64_t m_gradientSums = 0;
    std::vector<Parameter*> m_parameters;
    std::vector<StateBuffer*> m_buffers;
};

} // namespace neurarium
