// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include "data/dataset.h"

namespace neurarium {

/// Samples made from their numbers; `before` is called with the number first and may throw.
class NumberedDataset : public Dataset {
public:
    NumberedDataset(std::int64_t samples, DatasetDescription description)
        : m_samples(samples)
        , m_description(std::move(description)) {}

    std::function<void(std::int64_t)> before;

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override { return m_samples; }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override {
        if (before)
            before(index);
        for (std::size_t i = 0; i < input.size(); ++i)
            input[i] = static_cast<float>((static_cast<std::size_t>(index) * 7 + i * 3) % 255) / 127.5F - 1;
        const std::int64_t classes = m_description.classes;
        target[0] = static_cast<float>(classes > 0 ? index % classes : index);
    }

private:
    std::int64_t m_samples;
    DatasetDescription m_description;
};

/// Pictures of 3×8×8 in some classes.
inline DatasetDescription smallPictures(std::int64_t classes) {
    DatasetDescription description;
    description.inputShape = {3, 8, 8};
    description.classes = classes;
    description.pictures = true;
    return description;
}

} // namespace neurarium
