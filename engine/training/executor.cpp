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
constexpr std::int64_t kWholeBatchFloats = std::int64_t{1} << 20; // 4 MiB: in the caches of a few cores
constexpr std::int64_t kWorthSharing = 500'000; // multiplications: about ten times a thread's waking
constexpr int kShards = 4;
constexpr std::int64_t kShardWork =
    32; // multiplications for each number of a shard's gradient, which is added up

std::size_t index(int value) {
    return static_cast<std::size_t>(value);
}

/// A number that no call of any executor had before.
std::uint64_t nextCall() {
    static std::atomic<std::uint64_t> calls{0};
    return ++calls;
}

} // namespace

Executor::Executor(Network& network, const Loss& loss, ThreadPool& pool)
    : m_network(network)
    , m_loss(loss)
    , m_pool(pool)
    , m_trainingPlan(planMemory(network, MemoryUse::Training))
    , m_wholeBatchPlan(planMemory(network, MemoryUse::WholeBatch))
    , m_evaluationPlan(planMemory(network, MemoryUse::Evaluation))
    , m_isLearnt(learntValues(network))
    , m_lastConsumer(lastConsumers(network))
    , m_work(network.multiplications())
    , m_statistics(network.nodes().size())
    , m_backwardStatistics(network.nodes().size()) {
    for (const auto& value : network.values())
        m_sizes.push_back(value.shape.elements());
    for (std::size_t i = 0; i < network.nodes().size(); ++i) {
        const Node& node = network.nodes()[i];
        if (node.kind != Node::Kind::Layer)
            continue;
        if (node.layer->statisticsSize(network.values()[index(node.input)].shape) > 0)
            m_cuts.push_back(i);
        for (const Parameter* parameter : node.layer->parameters())
            m_addsInOrder &= parameter->sums == 0;
        if (node.layer->parameters().empty())
            continue;
        m_trained.push_back(i);
        m_splitsGradients &= node.layer->splitsGradients();
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

bool Executor::isWorthSharing(std::int64_t samples) const {
    return m_work * samples >= kWorthSharing;
}

void Executor::begin(const BatchView& batch, const MemoryPlan& plan, const Inspection& looks) {
    m_batch = batch;
    m_looks = looks;
    m_call = nextCall();
    m_plan = &plan;
}

void Executor::prepare(const BatchView& batch) {
    m_inParts = m_splitsGradients && isWorthSharing(batch.samples) &&
                batch.samples * m_wholeBatchPlan.size <= kWholeBatchFloats;
    begin(batch, m_inParts ? m_wholeBatchPlan : m_trainingPlan);
    m_shards = m_inParts ? m_pool.threads() : shardsFor(batch.samples); // parts: each number is one sum
    cutIntoSlices();
    if (!m_inParts)
        clearShards();
    m_losses.assign(static_cast<std::size_t>(batch.samples), 0.0);
    m_right.assign(static_cast<std::size_t>(batch.samples), 0);
}

void Executor::cutIntoSlices() {
    const std::int64_t shardSamples = (m_batch.samples + m_shards - 1) / m_shards;
    const std::int64_t most = m_inParts ? shardSamples : sliceSamples(*m_plan, shardSamples);
    if (m_slices.size() < index(m_shards))
        m_slices.resize(index(m_shards)); // never fewer: their memory is used again
    std::int64_t slices = 0;
    for (int shard = 0; shard < m_shards; ++shard) {
        const std::int64_t end = m_batch.samples * (shard + 1) / m_shards;
        std::vector<SliceWork>& cut = m_slices[index(shard)];
        cut.clear();
        for (std::int64_t first = m_batch.samples * shard / m_shards; first < end; first += most, ++slices)
            cut.push_back({.first = first, .samples = std::min(most, end - first)});
    }
    m_capacity = m_inParts ? m_batch.samples : most;
    shareArenas(slices);
}

/// With one segment a thread's arena serves all its slices, with more every slice keeps its own until the
/// end, and where gradients are made in parts one arena holds the whole batch.
void Executor::shareArenas(std::int64_t slices) {
    const std::int64_t arena = m_capacity * m_plan->size;
    const std::int64_t arenas = m_inParts ? 1 : m_cuts.empty() ? m_pool.threads() : slices;
    if (m_arenas.size() < arenas * arena)
        m_arenas = FloatBuffer(arenas * arena);
    float* next = m_arenas.data();
    for (int shard = 0; shard < m_shards; ++shard)
        for (SliceWork& work : m_slices[index(shard)]) {
            work.arena = m_inParts ? m_arenas.data() : next;
            work.inArena = m_inParts ? work.first : 0;
            next += m_cuts.empty() ? 0 : arena;
        }
}

void Executor::clearShards() {
    const std::int64_t sums = m_network.gradientSums();
    if (m_shardGradients.size() < m_shards * sums)
        m_shardGradients = FloatBuffer(m_shards * sums);
    const auto clear = [&](int shard, int) {
        float* const gradients = m_shardGradients.data() + shard * sums;
        std::fill_n(gradients, sums, 0.0F);
        for (SliceWork& work : m_slices[index(shard)])
            work.gradients = gradients;
    };
    m_pool.run(m_shards, std::cref(clear));
}

template <typename Work>
void Executor::overSlices(const Work& work) {
    const auto oneShard = [&](int shard, int thread) {
        for (SliceWork& slice : m_slices[index(shard)]) {
            if (m_cuts.empty() && !m_inParts)
                slice.arena = m_arenas.data() + thread * m_capacity * m_plan->size;
            work(slice, shard);
        }
    };
    m_pool.run(m_shards, std::cref(oneShard)); // a reference: a copy of the captures would be allocated
}

template <typename Work>
void Executor::overParts(const SliceWork& whole, std::size_t node, const Work& work) {
    const auto part = [&](int number, int) {
        Pass here = pass(whole, node, Mode::Training);
        here.parts = {.number = number, .count = m_shards};
        work(here);
    };
    m_pool.run(m_shards, std::cref(part));
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
void Executor::sumShards(float* gradient) {
    const std::int64_t count = m_network.gradientSums();
    float* const sums = m_addsInOrder ? gradient : m_shardGradients.data();
    m_pool.runStretches(count, [&](std::int64_t begin, std::int64_t end) {
        const float* shards[kShards] = {};
        for (int shard = 0; shard < m_shards; ++shard)
            shards[shard] = m_shardGradients.data() + shard * count + begin;
        kernels().sumShards(end - begin, m_shards, shards, sums + begin);
    });
    if (!m_addsInOrder)
        finishGradients(sums, gradient);
}

void Executor::finishGradients(const float* sums, float* gradient) {
    const auto copy = [&](int at, int) {
        const Parameter& parameter = *m_network.parameters()[index(at)];
        if (parameter.sums == 0)
            std::copy_n(sums + parameter.sumsOffset, parameter.value.size(), gradient + parameter.offset);
    };
    m_pool.run(static_cast<int>(m_network.parameters().size()), std::cref(copy));
    const auto finish = [&](int at, int) {
        const Node& node = m_network.nodes()[index(at)];
        if (node.kind == Node::Kind::Layer)
            node.layer->finishGradients(sums, gradient);
    };
    m_pool.run(static_cast<int>(m_network.nodes().size()), std::cref(finish));
}

void Executor::gradientBySegments() {
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
}

/// The slices go forward as far as a layer that makes its outputs in parts of the whole batch.
void Executor::forwardInParts(const SliceWork& whole) {
    std::size_t done = 0;
    for (const std::size_t at : m_trained) {
        const Node& node = m_network.nodes()[at];
        if (!node.layer->splitsOutputs())
            continue;
        if (at > done)
            overSlices([&](SliceWork& work, int) {
                for (std::size_t before = done; before < at; ++before)
                    forwardNode(work, before, Mode::Training);
            });
        overParts(whole, at, [&](const Pass& here) {
            node.layer->forwardPart(here, valueSlice(whole, node.input), valueSlice(whole, node.output));
        });
        done = at + 1;
    }
    overSlices([&](SliceWork& work, int) {
        for (std::size_t at = done; at < m_network.nodes().size(); ++at)
            forwardNode(work, at, Mode::Training);
        lossOf(work);
    });
}

/// The slices go back as far as a layer with parameters; then its gradient is made from the whole batch at
/// once, each thread making some of its numbers.
void Executor::gradientInParts(float* gradient) {
    SliceWork whole{.samples = m_batch.samples, .arena = m_arenas.data(), .gradients = gradient};
    forwardInParts(whole);
    for (const Parameter* parameter : m_network.parameters())
        if (!parameter->trainable)
            std::fill_n(gradient + parameter->offset, parameter->value.size(), 0.0F);
    std::size_t reached = m_network.nodes().size();
    for (std::size_t k = m_trained.size(); k > 0; --k) {
        const std::size_t at = m_trained[k - 1];
        const Node& node = m_network.nodes()[at];
        if (reached > at + 1)
            overSlices([&](SliceWork& work, int) { backwardThrough(work, reached, at + 1); });
        overParts(whole, at, [&](const Pass& here) {
            node.layer->gradientPart(here, valueSlice(whole, node.input), gradientSlice(whole, node.output));
        });
        reached = at + 1;
    }
}

BatchOutcome Executor::gradient(const BatchView& batch, float* gradient) {
    prepare(batch);
    prepareLayers(m_network, m_shards > 1 ? &m_pool : nullptr);
    if (m_inParts) {
        gradientInParts(gradient);
    } else {
        gradientBySegments();
        sumShards(gradient);
    }
    BatchOutcome outcome;
    outcome.loss =
        std::accumulate(m_losses.begin(), m_losses.end(), 0.0) / static_cast<double>(batch.samples);
    outcome.right = std::accumulate(m_right.begin(), m_right.end(), std::int64_t{0});
    outcome.answers = m_loss.answers() * batch.samples;
    return outcome;
}

} // namespace neurarium
