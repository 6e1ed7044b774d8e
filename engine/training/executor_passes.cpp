// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/executor.h"

#include <algorithm>

namespace neurarium {

namespace {

std::size_t index(int value) {
    return static_cast<std::size_t>(value);
}

/// Copies images from one memory order into the other.
void permute(const Slice& from, const Slice& to, bool toChannelsLast) {
    const std::int64_t channels = (*from.shape)[0];
    const std::int64_t pixels = channels == 0 ? 0 : from.sampleSize / channels;
    const std::int64_t rows = toChannelsLast ? channels : pixels,
                       columns = toChannelsLast ? pixels : channels;
    for (std::int64_t n = 0; n < from.samples; ++n)
        for (std::int64_t row = 0; row < rows; ++row)
            for (std::int64_t column = 0; column < columns; ++column)
                to.sample(n)[column * rows + row] = from.sample(n)[row * columns + column];
}

} // namespace

Slice Executor::regionSlice(const SliceWork& work, std::int64_t offset, int value) const {
    const Shape& shape = m_network.values()[index(value)].shape;
    const std::int64_t size = m_sizes[index(value)];
    return {work.arena + offset * m_capacity + work.inArena * size, work.samples, &shape, size};
}

Slice Executor::valueSlice(const SliceWork& work, int value) const {
    if (value != 0)
        return regionSlice(work, m_plan->values[index(value)], value);
    const Shape& shape = m_network.inputShape();
    // Nothing writes to the input: layers that work in place never share its memory.
    return {const_cast<float*>(m_batch.inputs) + work.first * m_sizes[0], work.samples, &shape, m_sizes[0]};
}

Slice Executor::gradientSlice(const SliceWork& work, int value) const {
    if (m_isLearnt[index(value)])
        return regionSlice(work, m_plan->gradients[index(value)], value);
    // Nothing before the value wants to know.
    return {nullptr, work.samples, &m_network.values()[index(value)].shape, m_sizes[index(value)]};
}

float* Executor::workspace(const SliceWork& work, std::int64_t offset, std::int64_t size) const {
    return offset < 0 ? nullptr : work.arena + offset * m_capacity + work.inArena * size;
}

Pass Executor::pass(const SliceWork& work, std::size_t node, Mode mode) const {
    Pass pass{.mode = mode,
              .call = m_call,
              .seed = m_batch.seed,
              .step = m_batch.step,
              .layer = m_network.nodes()[node].number,
              .firstSample = work.first,
              .gradients = work.gradients,
              .batchSamples = m_batch.samples};
    pass.kept = workspace(work, m_plan->kept[node], m_plan->workspaces[node].kept);
    pass.scratch = workspace(work, m_plan->scratch[node], m_plan->workspaces[node].scratch);
    if (mode == Mode::Training && !m_statistics[node].empty())
        pass.statistics = m_statistics[node].data();
    if (mode == Mode::Evaluation && !m_looks.lenses.empty())
        pass.lens = m_looks.lenses[node];
    if (mode == Mode::Training && !m_backwardStatistics[node].empty())
        pass.backwardStatistics = m_backwardStatistics[node].data();
    return pass;
}

void Executor::forwardNode(const SliceWork& work, std::size_t at, Mode mode) const {
    const Node& node = m_network.nodes()[at];
    const Slice input = valueSlice(work, node.input), output = valueSlice(work, node.output);
    if (node.kind == Node::Kind::Layer) {
        node.layer->forward(pass(work, at, mode), input, output);
    } else if (node.kind == Node::Kind::Permute) {
        permute(input, output, m_network.values()[index(node.output)].channelsLast);
    } else {
        const Slice other = valueSlice(work, node.other);
        for (std::int64_t i = 0; i < output.size(); ++i)
            output.data[i] = input.data[i] + other.data[i];
    }
}

void Executor::addGradient(const SliceWork& work, std::size_t node, int value, const float* from) const {
    const Slice to = gradientSlice(work, value);
    if (to.data == nullptr || to.data == from)
        return;
    if (m_lastConsumer[index(value)] == static_cast<int>(node))
        std::copy_n(from, to.size(), to.data);
    else
        for (std::int64_t i = 0; i < to.size(); ++i)
            to.data[i] += from[i];
}

void Executor::backwardLayer(const SliceWork& work, std::size_t at) const {
    const Node& node = m_network.nodes()[at];
    const bool first = m_lastConsumer[index(node.input)] == static_cast<int>(at);
    Slice gradX = gradientSlice(work, node.input);
    if (gradX.data != nullptr && !first)
        gradX = regionSlice(work, m_plan->added[at], node.input);
    const Slice gradY = gradientSlice(work, node.output);
    Pass here = pass(work, at, Mode::Training);
    here.scratch = workspace(work, m_plan->backwardScratch[at], m_plan->workspaces[at].inBackward());
    if (node.kind == Node::Kind::Layer)
        node.layer->backward(here, valueSlice(work, node.input), valueSlice(work, node.output), gradY, gradX);
    else if (gradX.data != nullptr)
        permute(gradY, gradX, m_network.values()[index(node.input)].channelsLast);
    if (gradX.data != nullptr && !first)
        addGradient(work, at, node.input, gradX.data);
}

void Executor::backwardNode(const SliceWork& work, std::size_t at) const {
    const Node& node = m_network.nodes()[at];
    if (!m_isLearnt[index(node.output)])
        return;
    if (node.kind != Node::Kind::Add)
        return backwardLayer(work, at);
    const Slice gradY = gradientSlice(work, node.output);
    addGradient(work, at, node.input, gradY.data);
    addGradient(work, at, node.other, gradY.data);
}

void Executor::backwardThrough(const SliceWork& work, std::size_t end, std::size_t begin) const {
    for (std::size_t at = end; at > begin; --at)
        backwardNode(work, at - 1);
}

void Executor::lossOf(const SliceWork& work) {
    const Slice outputs = valueSlice(work, m_network.outputValue());
    const Slice gradient = gradientSlice(work, m_network.outputValue());
    const float scale = 1.0F / static_cast<float>(m_batch.samples);
    for (std::int64_t n = 0; n < work.samples; ++n) {
        const auto sample = static_cast<std::size_t>(work.first + n);
        const float* target = m_batch.targets + (work.first + n) * m_batch.targetSize;
        m_losses[sample] = m_loss.sample(outputs.sample(n), target, gradient.sample(n), scale);
        m_right[sample] = m_loss.rightAnswers(outputs.sample(n), target);
    }
}

} // namespace neurarium
