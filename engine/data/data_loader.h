// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "data/augmentation.h"
#include "data/dataset.h"
#include "tensor/tensor.h"

namespace neurarium {

/// Samples put together for one step.
struct Batch {
    Tensor inputs;                     ///< N×...
    Tensor targets;                    ///< N×targetSize
    std::vector<std::int64_t> samples; ///< their numbers in the dataset
    std::int64_t size() const { return static_cast<std::int64_t>(samples.size()); }
};

class ThreadPool;

struct LoaderOptions {
    std::int64_t batchSize = 32;
    bool shuffle = true;
    std::uint64_t seed = 0;
    AugmentationOptions augment; ///< used for pictures only
    MislabelOptions mislabel;    ///< used for classes only
    bool prefetch = true; ///< prepare the next batches on a thread of the loader's own, where that pays
};

/// Order, batches, augmentation, wrong labels and prefetching. What batch(epoch, index) holds depends on the
/// options alone: any batch may be asked for at any time, the usual order is only faster. One thread at a
/// time.
class DataLoader {
public:
    /// The pool's threads share batches that are not made ahead; it is used during `batch` alone.
    DataLoader(std::shared_ptr<const Dataset> dataset, LoaderOptions options, ThreadPool* pool = nullptr);
    ~DataLoader();
    DataLoader(const DataLoader&) = delete;
    DataLoader& operator=(const DataLoader&) = delete;

    /// Batches in an epoch; the last, smaller one is kept.
    std::int64_t batches() const;
    /// `epoch` counts from 1, `index` from 0. The reference is valid until the next call.
    /// Throws what the dataset threw, also when it was thrown while prefetching.
    const Batch& batch(std::int64_t epoch, std::int64_t index);

    /// Takes effect with the next batch asked for: those prepared ahead are made again.
    void setAugmentation(const AugmentationOptions& augment);
    void setMislabel(const MislabelOptions& mislabel);
    /// Takes effect at once; call between epochs.
    void setBatchSize(std::int64_t batchSize);
    const LoaderOptions& options() const;

    /// The sample numbers of an epoch in their order: a seeded permutation for each epoch, or 0, 1, 2 ...
    std::vector<std::int64_t> order(std::int64_t epoch) const;

    /// Seconds that the calling thread has waited so far for batches that are made ahead, of any loader.
    static double secondsWaited();

private:
    struct Prefetcher;
    std::unique_ptr<Prefetcher> m_prefetcher;
};

} // namespace neurarium
