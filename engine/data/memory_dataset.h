// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "tensor/tensor.h"

namespace neurarium {

/// Samples held in memory as two tensors: inputs N×..., targets N×targetSize.
class MemoryDataset : public Dataset {
public:
    /// Throws Error when the tensors do not have the described sizes.
    MemoryDataset(DatasetDescription description, Tensor inputs, Tensor targets);

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override;
    bool inMemory() const override { return true; }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override;

private:
    DatasetDescription m_description;
    Tensor m_inputs;
    Tensor m_targets;
};

} // namespace neurarium
