// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "data/dataset.h"

namespace neurarium {

/// Some samples of another dataset, in the order of their numbers there. Holds no samples of its own.
class SubsetDataset : public Dataset {
public:
    /// Each of `samples` is a number in `whole`.
    SubsetDataset(std::shared_ptr<const Dataset> whole, std::vector<std::int64_t> samples);

    const DatasetDescription& description() const override { return m_whole->description(); }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_samples.size()); }
    bool inMemory() const override { return m_whole->inMemory(); }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override;

    /// The numbers in the whole set.
    const std::vector<std::int64_t>& samples() const { return m_samples; }

private:
    std::shared_ptr<const Dataset> m_whole;
    std::vector<std::int64_t> m_samples;
};

} // namespace neurarium
