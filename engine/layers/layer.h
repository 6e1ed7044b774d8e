// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layers/pass.h"
#include "report/option.h"
#include "tensor/random.h"
#include "tensor/shape.h"

namespace neurarium {

/// Trainable numbers of a layer. The network owns the memory (one flat buffer for all) and binds `value` to
/// it.
struct Parameter {
    std::string name; ///< within its layer at first ("weight"); the network prefixes the place ("3.weight")
    Shape shape{};
    std::span<float> value{};
    std::int64_t offset = 0; ///< in the flat buffers of values, gradients and moments
    std::int64_t sums = 0;   ///< floats to add up its gradient in an order of its layer's own; 0: in its own
    std::int64_t sumsOffset = 0; ///< in a shard
    bool trainable = true;
    bool isBias = false; ///< counted as a bias on the screen ("weights + biases")
};

/// Numbers of a layer that are part of its state but not trained (batch norm's running statistics).
struct StateBuffer {
    std::string name;
    Shape shape{};
    std::vector<float> value{};
    bool integer = false; ///< stored as I64 in files (num_batches_tracked)
};

/// How a layer wants the numbers of an image to lie. Values that are not images have one layout only.
enum class Layout { Any, ChannelsFirst, ChannelsLast };

/// Memory that a layer wants from the pass, in floats for each sample.
struct WorkspaceSize {
    std::int64_t kept = 0;     ///< written by forward, read by backward (there in evaluation too)
    std::int64_t scratch = 0;  ///< free to use within one call
    std::int64_t backward = 0; ///< the same in backward, where that needs more

    std::int64_t inBackward() const { return std::max(scratch, backward); }
};

/// What backward reads besides gradY; the rest may be overwritten earlier.
struct BackwardNeeds {
    bool input = true;
    bool output = false;
};

/// One more token of a text that is read token by token.
struct NextToken {
    Pass pass{};             ///< with kept and scratch as for a whole sample
    std::int64_t place = 0;  ///< tokens before it
    float* memory = nullptr; ///< Layer::memorySize floats, the same for all tokens of the text
};

/// A layer: description and mathematics. It keeps nothing between calls: what backward needs lies in the
/// pass. So many threads may run different slices of a batch through the same layer at once.
class Layer {
public:
    virtual ~Layer() = default;

    /// The name in the experiment file: "conv2d".
    virtual std::string type() const = 0;

    /// The shape of one sample behind this layer, for one sample before it. Called for the whole network
    /// before anything is allocated; throws Error that tells what it got and what it needs. Sizes inferred
    /// from the input (in_features, in_channels) are fixed by the first call, and with them the shapes of the
    /// parameters.
    virtual Shape outputShape(const Shape& input) = 0;

    virtual std::vector<Parameter*> parameters() { return {}; }
    virtual std::vector<StateBuffer*> buffers() { return {}; }
    /// Sets the parameters to PyTorch's defaults for this layer; parameter number p draws at step p.
    virtual void initialize(const RandomStream& /*random*/) {}

    /// Puts something before the names of all parameters: a part of another layer.
    void prefixNames(const std::string& prefix);
    /// True when its input must be the token numbers of the data.
    virtual bool readsTokens() const { return false; }
    /// Brings the weights into the order that the kernels read. Called before each batch, when nothing else
    /// runs: the weights may have changed.
    virtual void prepare() {}

    virtual Layout layout() const { return Layout::Any; }
    virtual WorkspaceSize workspace(const Shape& /*input*/) const { return {}; }
    virtual BackwardNeeds backwardNeeds() const { return {}; }
    /// True when forward may be given y = x, and backward gradX = gradY.
    virtual bool worksInPlace() const { return false; }

    /// y = f(x) for the slice's samples.
    virtual void forward(const Pass& pass, const Slice& x, const Slice& y) const = 0;
    /// gradX = dL/dx from gradY = dL/dy (replaced, not added to), and parameter gradients added into the
    /// pass's shard. gradX.data is null when nobody needs it.
    virtual void backward(const Pass& pass, const Slice& x, const Slice& y, const Slice& gradY,
                          const Slice& gradX) const = 0;

    /// Writes the gradients of parameters that are added up in an order of their own (Parameter::sums): from
    /// the shards' sums to the flat gradients of all parameters.
    virtual void finishGradients(const float* /*sums*/, float* /*gradients*/) const {}

    /// True when the gradients of its parameters can be made from the whole batch, in parts.
    virtual bool splitsGradients() const { return false; }
    /// Part `pass.parts` of the parameters' gradients (replaced, not added to), from the whole batch.
    virtual void gradientPart(const Pass& /*pass*/, const Slice& /*x*/, const Slice& /*gradY*/) const {}
    /// True when y, too, is better made in parts from the whole batch: the weights are so many that each had
    /// better stay with the thread that makes its gradient.
    virtual bool splitsOutputs() const { return false; }
    /// Part `pass.parts` of y, which reads the weights whose gradients `gradientPart` makes in that part.
    virtual void forwardPart(const Pass& /*pass*/, const Slice& /*x*/, const Slice& /*y*/) const {}

    /// True when a text can be read token by token: y of a token depends on x of it and of those before.
    virtual bool readsTokenByToken() const { return false; }
    /// Floats to remember of the tokens before, for texts as long as the input.
    virtual std::int64_t memorySize(const Shape& /*input*/) const { return 0; }
    /// y for one more token, as `forward` in evaluation gives it in its place.
    virtual void forwardNext(const NextToken& next, const Slice& x, const Slice& y) const {
        forward(next.pass, x, y);
    }

    /// The four below belong to layers that need the whole batch while training (batch norm): the executor
    /// cuts the network in front of them. Sums are gathered shard by shard, added in a fixed order, finished
    /// once, and handed to forward and backward in Pass::statistics.
    virtual std::int64_t statisticsSize(const Shape& /*input*/) const { return 0; }
    virtual void gatherForward(const Slice& /*x*/, double* /*sums*/) const {}
    /// Turns the sums over `count` samples into what forward reads; updates running statistics when training.
    virtual void finishForward(double* /*sums*/, const Shape& /*input*/, std::int64_t /*count*/) {}
    virtual void gatherBackward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& /*gradY*/,
                                double* /*sums*/) const {}
};

} // namespace neurarium
