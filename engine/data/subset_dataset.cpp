// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/subset_dataset.h"

#include <utility>

namespace neurarium {

SubsetDataset::SubsetDataset(std::shared_ptr<const Dataset> whole, std::vector<std::int64_t> samples)
    : m_whole(std::move(whole))
    , m_samples(std::move(samples)) {}

void SubsetDataset::sample(std::int64_t index, std::span<float> input, std::span<float> target) const {
    m_whole->sample(m_samples[static_cast<std::size_t>(index)], input, target);
}

} // namespace neurarium
