// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/executor.h"

#include <algorithm>
#include <atomic>
#include <numeric>

#include "kernels/kernels.h"
#include "training/prepare_layers.h"

namespace neurarium {

namespace {

constexpr std::int64_t kArenaFloats = std::int64_t{1} << 18; // 1 MiB: stays in a core's second-level cache
constexpr std::int64_t kWorthSharing = 500'000; // multiplications: about ten times a thread's waking
constexpr int kShards = 4;
constexpr std::int64_t kShardWork =
    32; // multiplications for each number of a shard's gradient, which is added up

std::size_t index(int value) {
    return static_cast<std::size_t>(value);
}

/// Multiplications of a sample in all layers with weights: each output needs a row of the weights.
std::int64_t multiplications(const Network& network) {
    std::int64_t sum = 0;
    for (const Node& node : network.nodes())
        if (node.kind == Node::Kind::Layer)
            for (const Parameter* parameter : node.layer->parameters())
                if (parameter->shape.rank() > 1)
                    sum += parameter->shape.sample().elements() *
                           network.values()[index(node.output)].shape.elements();
    return sum;
}

/// A number that no call of any executor had before.
std::uint64_t nextCall() {
    static std::atomic<std::uint64_t> calls{0};
    return ++calls;
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

Executor::Executor(Network& network, const Loss& loss, ThreadPool& pool)
    : m_network(network)
    , m_loss(loss)
    , m_pool(pool)
    , m_trainingPlan(planMemory(network, true))
    , m_evaluationPlan(planMemory(network, false))
    , m_isLearnt(learntValues(network))
    , m_lastConsumer(lastConsumers(network))
    , m_work(multiplications(network))
    , m_statistics(network.nodes().size())
    , m_backwardStatistics(network.nodes().size()) {
    for (const auto& value : network.values())
        m_sizes.push_back(value.shape.elements());
    for (std::size_t i = 0; i < network.nodes().size(); ++i) {
        const Node& node = network.nodes()[i];
        if (node.kind == Node::Kind::Layer &&
            node.layer->statisticsSize(network.values()[index(node.input)].shape) > 0)
            m_cuts.push_back(i);
    }
}

std::int64_t Executor::sliceSamples(const MemoryPlan& plan, std::int64_t most) const {
    return std::clamp(kArenaFloats / std::max<std::int64_t>(plan.size, 1), std::int64_t{1}, most);
}

/// Depends on the network and the batch alone, never on the threads.
int Executor::shardsFor(std::int64_t samples) const {
    const std::int64_t work = m_work * samples;
    if (work < kWorthSharing)
        return 1;
    const std::int64_t most = std::min<std::int64_t>(kShards, samples);
    return static_cast<int>(std::clamp<std::int64_t>(
        work / (kShardWork * std::max<std::int64_t>(m_network.parameterCount(), 1)), 1, most));
}

void Executor::prepare(const BatchView& batch) {
    m_batch = batch;
    m_call = nextCall();
    m_plan = &m_trainingPlan;
    m_shards = shardsFor(batch.samples);
    const std::int64_t shardSamples = (batch.samples + m_shards - 1) / m_shards;
    m_capacity = sliceSamples(*m_plan, shardSamples);
    m_slices.resize(index(m_shards));
    std::int64_t slices = 0;
    for (int shard = 0; shard < m_shards; ++shard) {
        const std::int64_t end = batch.samples * (shard + 1) / m_shards;
        std::vector<SliceWork>& cut = m_slices[index(shard)];
        cut.clear();
        for (std::int64_t first = batch.samples * shard / m_shards; first < end;
             first += m_capacity, ++slices)
            cut.push_back({.first = first, .samples = std::min(m_capacity, end - first)});
    }
    // With one segment a thread's arena serves all its slices; else every slice keeps its own until the end.
    const std::int64_t arenas = m_cuts.empty() ? m_pool.threads() : slices;
    if (m_arenas.size() < arenas * m_capacity * m_plan->size)
        m_arenas = FloatBuffer(arenas * m_capacity * m_plan->size);
    const std::int64_t parameters = m_network.parameterCount();
    if (m_shardGradients.size() < m_shards * parameters)
        m_shardGradients = FloatBuffer(m_shards * parameters);
    const auto clear = [&](int shard, int) {
        std::fill_n(m_shardGradients.data() + shard * parameters, parameters, 0.0F);
    };
    m_pool.run(m_shards, std::cref(clear));
    std::int64_t slice = 0;
    for (int shard = 0; shard < m_shards; ++shard)
        for (SliceWork& work : m_slices[index(shard)]) {
            work.gradients = m_shardGradients.data() + shard * parameters;
            work.arena = m_arenas.data() + slice++ * m_capacity * m_plan->size;
        }
    m_losses.assign(static_cast<std::size_t>(batch.samples), 0.0);
    m_right.assign(static_cast<std::size_t>(batch.samples), 0);
}

template <typename Work>
void Executor::overSlices(const Work& work) {
    const auto oneShard = [&](int shard, int thread) {
        for (SliceWork& slice : m_slices[index(shard)]) {
            if (m_cuts.empty())
                slice.arena = m_arenas.data() + thread * m_capacity * m_plan->size;
            work(slice, shard);
        }
    };
    m_pool.run(m_shards, std::cref(oneShard)); // a reference: a copy of the captures would be allocated
}

Slice Executor::regionSlice(const SliceWork& work, std::int64_t offset, int value) const {
    const Shape& shape = m_network.values()[index(value)].shape;
    return {work.arena + offset * m_capacity, work.samples, &shape, m_sizes[index(value)]};
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

Pass Executor::pass(const SliceWork& work, std::size_t node, Mode mode) const {
    Pass pass{.mode = mode,
              .call = m_call,
              .seed = m_batch.seed,
              .step = m_batch.step,
              .layer = m_network.nodes()[node].number,
              .firstSample = work.first,
              .gradients = work.gradients,
              .batchSamples = m_batch.samples};
    if (m_plan->kept[node] >= 0)
        pass.kept = work.arena + m_plan->kept[node] * m_capacity;
    if (m_plan->scratch[node] >= 0)
        pass.scratch = work.arena + m_plan->scratch[node] * m_capacity;
    if (mode == Mode::Training && !m_statistics[node].empty())
        pass.statistics = m_statistics[node].data();
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
    if (m_plan->backwardScratch[at] >= 0)
        here.scratch = work.arena + m_plan->backwardScratch[at] * m_capacity;
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

void Executor::sumStatistics(std::vector<double>& sums) const {
    const std::size_t size = m_shardSums.size() / static_cast<std::size_t>(m_shards);
    sums.assign(m_shardSums.begin(), m_shardSums.begin() + static_cast<std::ptrdiff_t>(size));
    for (std::size_t i = size; i < m_shardSums.size(); ++i)
        sums[i % size] += m_shardSums[i];
}

void Executor::gatherForward(std::size_t at) {
    Node& node = m_network.nodes()[at];
    const Shape& shape = m_network.values()[index(node.input)].shape;
    const auto size = static_cast<std::size_t>(node.layer->statisticsSize(shape));
    m_shardSums.assign(size * static_cast<std::size_t>(m_shards), 0.0);
    overSlices([&](SliceWork& work, int shard) {
        node.layer->gatherForward(valueSlice(work, node.input), m_shardSums.data() + index(shard) * size);
    });
    sumStatistics(m_statistics[at]);
    node.layer->finishForward(m_statistics[at].data(), shape, m_batch.samples);
}

void Executor::gatherBackward(std::size_t at) {
    const Node& node = m_network.nodes()[at];
    const auto size =
        static_cast<std::size_t>(node.layer->statisticsSize(m_network.values()[index(node.input)].shape));
    m_shardSums.assign(size * static_cast<std::size_t>(m_shards), 0.0);
    overSlices([&](SliceWork& work, int shard) {
        node.layer->gatherBackward(pass(work, at, Mode::Training), valueSlice(work, node.input),
                                   gradientSlice(work, node.output),
                                   m_shardSums.data() + index(shard) * size);
    });
    sumStatistics(m_backwardStatistics[at]);
}

/// Each number is the sum of the shards in their order, so the pieces may be shared among the threads.
void Executor::sumShards(float* gradient) const {
    constexpr std::int64_t kLine = 16; // floats: no two threads write to one cache line
    const std::int64_t parameters = m_network.parameterCount();
    const std::int64_t lines = (parameters + kLine - 1) / kLine;
    const auto sumPiece = [&](int piece, int) {
        const std::int64_t begin = lines * piece / m_shards * kLine;
        const std::int64_t end = std::min(parameters, lines * (piece + 1) / m_shards * kLine);
        const float* shards[kShards] = {};
        for (int shard = 0; shard < m_shards; ++shard)
            shards[shard] = m_shardGradients.data() + shard * parameters + begin;
        if (begin < end)
            kernels().sumShards(end - begin, m_shards, shards, gradient + begin);
    };
    m_pool.run(m_shards, std::cref(sumPiece));
}

BatchOutcome Executor::gradient(const BatchView& batch, float* gradient) {
    prepare(batch);
    prepareLayers(m_network, m_shards > 1 ? &m_pool : nullptr);
    const std::size_t nodes = m_network.nodes().size();
    std::size_t done = 0;
    for (const std::size_t cut : m_cuts) {
        overSlices([&](SliceWork& work, int) {
            for (std::size_t at = done; at < cut; ++at)
                forwardNode(work, at, Mode::Training);
        });
        gatherForward(cut);
        done = cut;
    }
    const std::size_t lastSegment = m_cuts.empty() ? 0 : m_cuts.back() + 1;
    overSlices([&](SliceWork& work, int) {
        for (std::size_t at = done; at < nodes; ++at)
            forwardNode(work, at, Mode::Training);
        lossOf(work);
        backwardThrough(work, nodes, lastSegment);
    });
    for (std::size_t k = m_cuts.size(); k > 0; --k) {
        gatherBackward(m_cuts[k - 1]);
        overSlices([&](SliceWork& work, int) {
            backwardThrough(work, m_cuts[k - 1] + 1, k > 1 ? m_cuts[k - 2] + 1 : 0);
        });
    }
    sumShards(gradient);
    BatchOutcome outcome;
    outcome.loss =
        std::accumulate(m_losses.begin(), m_losses.end(), 0.0) / static_cast<double>(batch.samples);
    outcome.right = std::accumulate(m_right.begin(), m_right.end(), std::int64_t{0});
    outcome.answers = m_loss.answers() * batch.samples;
    return outcome;
}

void Executor::forward(const float* inputs, std::int64_t samples, float* outputs) {
    m_batch = {.inputs = inputs, .samples = samples};
    m_call = nextCall();
    m_plan = &m_evaluationPlan;
    prepareLayers(m_network, nullptr);
    m_capacity = sliceSamples(*m_plan, std::max<std::int64_t>(1, (samples + kShards - 1) / kShards));
    const std::int64_t arena = m_capacity * m_plan->size;
    if (m_arenas.size() < m_pool.threads() * arena)
        m_arenas = FloatBuffer(m_pool.threads() * arena);
    const auto slices = static_cast<int>((samples + m_capacity - 1) / m_capacity);
    const auto run = [&](int slice, int thread) {
        const SliceWork work{.first = slice * m_capacity,
                             .samples = std::min(m_capacity, samples - slice * m_capacity),
                             .arena = m_arenas.data() + thread * arena};
        for (std::size_t at = 0; at < m_network.nodes().size(); ++at)
            forwardNode(work, at, Mode::Evaluation);
        const Slice output = valueSlice(work, m_network.outputValue());
        std::copy_n(output.data, output.size(), outputs + work.first * output.sampleSize);
    };
    if (m_work * samples < kWorthSharing) {
        const DenormalsFlushed flushed;
        for (int slice = 0; slice < slices; ++slice)
            run(slice, 0);
    } else {
        m_pool.run(slices, std::cref(run));
    }
}

void Executor::forward(const float* inputs, std::int64_t samples,
                       const std::function<void(const Node&, const Slice&)>& visit) {
    m_batch = {.inputs = inputs, .samples = samples};
    m_call = nextCall();
    m_plan = &m_evaluationPlan;
    prepareLayers(m_network, nullptr);
    m_capacity = samples;
    if (m_arenas.size() < m_capacity * m_plan->size)
        m_arenas = FloatBuffer(m_capacity * m_plan->size);
    const DenormalsFlushed flushed;
    const SliceWork work{.first = 0, .samples = samples, .arena = m_arenas.data()};
    for (std::size_t at = 0; at < m_network.nodes().size(); ++at) {
        forwardNode(work, at, Mode::Evaluation);
        visit(m_network.nodes()[at], valueSlice(work, m_network.nodes()[at].output));
    }
}

} // namespace neurarium
