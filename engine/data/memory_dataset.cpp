// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/memory_dataset.h"

#include <algorithm>
#include <utility>

#include "report/error.h"

namespace neurarium {

namespace {

Shape targetShape(const DatasetDescription& description, std::int64_t samples) {
    return {samples, description.targetSize};
}

} // namespace

MemoryDataset::MemoryDataset(DatasetDescription description, Tensor inputs, Tensor targets)
    : m_description(std::move(description))
    , m_inputs(std::move(inputs))
    , m_targets(std::move(targets)) {
    const std::int64_t samples = m_inputs.shape().rank() > 0 ? m_inputs.shape()[0] : 0;
    const Shape inputShape = m_description.inputShape.withBatch(samples);
    if (m_inputs.shape() != inputShape)
        throw Error(ProblemKind::Failure, "inputs",
                    explain("Problem", "The samples have the shape %1, but %2 was announced",
                            {m_inputs.shape().text(), inputShape.text()}));
    if (m_targets.shape() != targetShape(m_description, samples))
        throw Error(ProblemKind::Failure, "targets",
                    explain("Problem", "The targets have the shape %1, but %2 was announced",
                            {m_targets.shape().text(), targetShape(m_description, samples).text()}));
}

std::int64_t MemoryDataset::size() const {
    return m_targets.shape()[0];
}

void MemoryDataset::sample(std::int64_t index, std::span<float> input, std::span<float> target) const {
    std::copy_n(m_inputs.data() + index * static_cast<std::int64_t>(input.size()), input.size(),
                input.data());
    std::copy_n(m_targets.data() + index * m_description.targetSize, m_description.targetSize, target.data());
}

} // namespace neurarium
