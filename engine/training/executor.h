// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "layers/network.h"
#include "tensor/buffer.h"
#include "tensor/tensor.h"
#include "tensor/thread_pool.h"
#include "training/loss.h"
#include "training/memory_plan.h"

namespace neurarium {

/// What a batch gave: its mean loss and how many of its answers were right.
struct BatchOutcome {
    double loss = 0;
    std::int64_t right = 0;
    std::int64_t answers = 0;
};

/// The batch that a training step works on. Inputs are N×..., targets N×targetSize.
struct BatchView {
    const float* inputs = nullptr;
    const float* targets = nullptr;
    std::int64_t samples = 0;
    std::int64_t targetSize = 1;
    std::uint64_t seed = 0; ///< with `step`, the place of the random numbers
    std::uint64_t step = 0;
};

/// What an evaluation gives besides its outputs, and what is changed for it. Empty when nobody looks.
struct Inspection {
    std::span<const AttentionLens> lenses{}; ///< of each node
    int value = -1;                          ///< a place in the network whose numbers are wanted
    float* numbers = nullptr;                ///< room for them, sample by sample
};

/// Takes batches through a network, depth first: a thread takes a few samples (a slice) through all layers,
/// forward and backward, in an arena of its own, and adds their gradients into one of a fixed number of
/// shards. Layers that need the whole batch cut the network into segments; between segments all threads meet.
/// How a batch is cut into shards depends on the network and the batch alone, and shards are added in order:
/// the results are the same bits for any number of threads. Where all layers with parameters can
/// make their gradients in parts, and the batch is small, there are no shards: the threads share the batch
/// for the values and then the numbers of each gradient, and every number is one sum. Layers with many
/// weights make their outputs in parts, too: a weight, its gradient and its moments stay in the cache of one
/// core.
class Executor {
public:
    Executor(Network& network, const Loss& loss, ThreadPool& pool);

    /// Forward, loss and backward in training mode; `gradient` gets one number a parameter (replaced).
    /// Running statistics are updated.
    BatchOutcome gradient(const BatchView& batch, float* gradient);
    /// Outputs of `samples` samples in evaluation mode; `outputs` has room for as many outputs.
    void forward(const float* inputs, std::int64_t samples, float* outputs, const Inspection& looks = {});
    /// The same, and after each node calls visit(node, its outputs as a slice); on the calling thread alone.
    void forward(const float* inputs, std::int64_t samples,
                 const std::function<void(const Node& node, const Slice& output)>& visit);

private:
    /// A few samples of a batch and where their numbers lie.
    struct SliceWork {
        std::int64_t first = 0;
        std::int64_t samples = 0;
        float* arena = nullptr;
        std::int64_t inArena = 0;   ///< samples before it in its arena
        float* gradients = nullptr; ///< the shard's
    };

    bool isWorthSharing(std::int64_t samples) const;
    int shardsFor(std::int64_t samples) const;
    std::int64_t sliceSamples(const MemoryPlan& plan, std::int64_t most) const;
    void begin(const BatchView& batch, const MemoryPlan& plan, const Inspection& looks = {});
    void prepare(const BatchView& batch);
    void cutIntoSlices();
    void shareArenas(std::int64_t slices);
    void clearShards();
    void gradientBySegments();
    void gradientInParts(float* gradient);
    void forwardInParts(const SliceWork& whole);
    /// Calls work(slice) for all slices of the batch, shard by shard, on all threads.
    template <typename Work>
    void overSlices(const Work& work);
    /// Calls work(pass) for each part of a node's numbers in the whole batch, side by side.
    template <typename Work>
    void overParts(const SliceWork& whole, std::size_t node, const Work& work);

    Slice valueSlice(const SliceWork& work, int value) const;
    Slice gradientSlice(const SliceWork& work, int value) const;
    Slice regionSlice(const SliceWork& work, std::int64_t offset, int value) const;
    /// The slice's part of a region with `size` floats for each sample; null when there is no region.
    float* workspace(const SliceWork& work, std::int64_t offset, std::int64_t size) const;
    Pass pass(const SliceWork& work, std::size_t node, Mode mode) const;
    void forwardNode(const SliceWork& work, std::size_t node, Mode mode) const;
    void copyWanted(const SliceWork& work, int value) const;
    void backwardNode(const SliceWork& work, std::size_t node) const;
    void backwardThrough(const SliceWork& work, std::size_t end, std::size_t begin) const;
    void backwardLayer(const SliceWork& work, std::size_t node) const;
    void addGradient(const SliceWork& work, std::size_t node, int value, const float* from) const;
    void sumShards(float* gradient);
    void finishGradients(const float* sums, float* gradient);
    void lossOf(const SliceWork& work);
    void gatherForward(std::size_t node);
    void gatherBackward(std::size_t node);
    void sumStatistics(std::vector<double>& sums) const;

    Network& m_network;
    const Loss& m_loss;
    ThreadPool& m_pool;
    MemoryPlan m_trainingPlan;
    MemoryPlan m_wholeBatchPlan;
    MemoryPlan m_evaluationPlan;
    std::vector<std::int64_t> m_sizes; ///< of each value: numbers a sample
    std::vector<bool> m_isLearnt;      ///< of each value: parameters were used on the way to it
    std::vector<int> m_lastConsumer;
    std::vector<std::size_t> m_cuts;    ///< nodes that need the whole batch
    std::vector<std::size_t> m_trained; ///< nodes with parameters
    std::int64_t m_work = 0;            ///< multiplications a sample
    bool m_splitsGradients = true;      ///< every layer with parameters does
    bool m_addsInOrder = true;          ///< no parameter's gradient is added up in an order of its own

    const MemoryPlan* m_plan = nullptr; ///< the one in use
    BatchView m_batch;
    Inspection m_looks;          ///< of the evaluation under way
    std::uint64_t m_call = 0;    ///< the number of the call under way
    std::int64_t m_capacity = 1; ///< samples of an arena
    bool m_inParts = false;      ///< gradients are made from the whole batch, not from shards
    int m_shards = 1;            ///< or parts
    std::vector<std::vector<SliceWork>> m_slices; ///< by shard
    FloatBuffer m_arenas;
    FloatBuffer m_shardGradients;
    std::vector<std::vector<double>> m_statistics;         ///< by node
    std::vector<std::vector<double>> m_backwardStatistics; ///< by node
    std::vector<double> m_shardSums;
    std::vector<double> m_losses;      ///< by sample
    std::vector<std::int64_t> m_right; ///< by sample
};

} // namespace neurarium
