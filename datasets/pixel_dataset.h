// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "data/dataset.h"
#include "datasets/pixel_store.h"

namespace neurarium {

/// A picture of a dataset: where its bytes are, and the right answer.
struct LabelledPicture {
    std::int64_t slot = 0;
    std::int32_t label = 0;
};

/// Pictures kept as bytes, given as numbers from -1 to 1: (v/255 - 0.5)/0.5.
class PixelDataset : public Dataset {
public:
    PixelDataset(DatasetDescription description, std::shared_ptr<const PixelStore> pixels,
                 std::vector<LabelledPicture> pictures);

    const DatasetDescription& description() const override { return m_description; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_pictures.size()); }
    void sample(std::int64_t index, std::span<float> input, std::span<float> target) const override;

private:
    DatasetDescription m_description;
    std::shared_ptr<const PixelStore> m_pixels;
    std::vector<LabelledPicture> m_pictures;
};

} // namespace neurarium
