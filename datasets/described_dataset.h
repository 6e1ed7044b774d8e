// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include "data/dataset.h"

namespace neurarium {

/// Another dataset's samples under a wider description, for example with more classes than it holds itself.
class DescribedDataset : public Dataset {
public:
    DescribedDataset(std::shared_ptr<const Dataset> samples, DatasetDescription description)
        : m_samples(std::move(samples))
        , m_description(std::move(description)) {}

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override { return m_samples->size(); }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override {
        m_samples->sample(index, input, target);
    }

private:
    std::shared_ptr<const Dataset> m_samples;
    DatasetDescription m_description;
};

} // namespace neurarium
