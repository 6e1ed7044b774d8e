// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "data/data_loader.h"
#include "data/wrong_labels.h"
#include "tensor/thread_pool.h"

namespace neurarium {

/// Puts the samples of a batch together: order, samples, augmentation, wrong labels. The result depends on
/// the options alone. Used by one thread at a time: it remembers the order of the epoch asked for last.
class BatchMaker {
public:
    /// Throws Error (Refused) when the batch size is below 1.
    BatchMaker(std::shared_ptr<const Dataset> dataset, LoaderOptions options);

    std::int64_t batches() const;
    /// Samples are changed by augmentation.
    bool augments() const;
    std::vector<std::int64_t> order(std::int64_t epoch) const;
    /// Throws what the dataset throws. The memory of `batch` is used again when it has the right size.
    /// With a pool its threads share the samples: then the dataset must be in memory.
    void make(std::int64_t epoch, std::int64_t index, Batch& batch, ThreadPool* pool = nullptr);

private:
    std::shared_ptr<const Dataset> m_dataset;
    LoaderOptions m_options;
    Augmentation m_augmentation;
    WrongLabels m_wrongLabels;
    Shape m_targetShape; ///< of one sample
    std::int64_t m_orderedEpoch = -1;
    std::vector<std::int64_t> m_order;
};

} // namespace neurarium
