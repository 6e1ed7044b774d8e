// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/batch_maker.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "data/shuffle.h"
#include "report/error.h"

namespace neurarium {

namespace {

/// Makes room for so many samples; what is there is used again when the number is the same.
void fit(Tensor& tensor, std::int64_t samples, const Shape& sample) {
    if (tensor.shape().rank() == 0 || tensor.shape()[0] != samples)
        tensor = Tensor(sample.withBatch(samples));
}

std::span<float> row(Tensor& tensor, std::int64_t index, std::int64_t length) {
    return tensor.values().subspan(static_cast<std::size_t>(index * length),
                                   static_cast<std::size_t>(length));
}

} // namespace

BatchMaker::BatchMaker(std::shared_ptr<const Dataset> dataset, LoaderOptions options)
    : m_dataset(std::move(dataset))
    , m_options(options)
    , m_augmentation(options.augment, options.seed)
    , m_wrongLabels(options.mislabel, options.seed, m_dataset->description().classes)
    , m_targetShape{m_dataset->description().targetSize} {
    if (m_options.batchSize < 1)
        throw Error(ProblemKind::Refused, "training.batch_size",
                    explain("Problem", "must be at least 1, is %1", {std::to_string(m_options.batchSize)}));
}

std::int64_t BatchMaker::batches() const {
    const std::int64_t samples = m_dataset->size();
    return samples / m_options.batchSize + (samples % m_options.batchSize > 0 ? 1 : 0);
}

bool BatchMaker::augments() const {
    const DatasetDescription& description = m_dataset->description();
    return description.pictures && description.inputShape.rank() == 3 && m_options.augment.any();
}

std::vector<std::int64_t> BatchMaker::order(std::int64_t epoch) const {
    std::vector<std::int64_t> samples = countUp(m_dataset->size());
    if (m_options.shuffle)
        shuffle(samples, RandomStream(m_options.seed, RandomPurpose::Shuffle),
                static_cast<std::uint64_t>(epoch));
    return samples;
}

void BatchMaker::make(std::int64_t epoch, std::int64_t index, Batch& batch, ThreadPool* pool) {
    if (m_orderedEpoch != epoch) {
        m_order = order(epoch);
        m_orderedEpoch = epoch;
    }
    const std::int64_t first = index * m_options.batchSize;
    const std::int64_t last = std::min(first + m_options.batchSize, m_dataset->size());
    batch.samples.assign(m_order.begin() + first, m_order.begin() + last);

    const DatasetDescription& description = m_dataset->description();
    const Shape& shape = description.inputShape;
    fit(batch.inputs, last - first, shape);
    fit(batch.targets, last - first, m_targetShape);
    const bool augmented = augments();
    const bool mislabelled = canMislabel(description) && m_wrongLabels.any(epoch);
    const auto makeOne = [&](std::int64_t i) {
        const std::int64_t sample = batch.samples[static_cast<std::size_t>(i)];
        const std::span<float> input = row(batch.inputs, i, shape.elements());
        const std::span<float> target = row(batch.targets, i, description.targetSize);
        m_dataset->sample(sample, input, target);
        if (augmented)
            m_augmentation.apply(epoch, sample, shape, input);
        if (mislabelled)
            target[0] =
                static_cast<float>(m_wrongLabels.label(epoch, sample, static_cast<std::int64_t>(target[0])));
    };
    constexpr std::int64_t kWorthSharing = 16'384; // floats
    const std::int64_t pieces = batch.inputs.size() < kWorthSharing || pool == nullptr ? 1 : pool->threads();
    const auto makeSome = [&](int piece, int) {
        for (std::int64_t i = batch.size() * piece / pieces; i < batch.size() * (piece + 1) / pieces; ++i)
            makeOne(i);
    };
    if (pieces > 1)
        pool->run(static_cast<int>(pieces), std::cref(makeSome));
    else
        makeSome(0, 0);
}

} // namespace neurarium
