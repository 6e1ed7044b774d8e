// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/pixel_dataset.h"

#include <algorithm>
#include <array>
#include <utility>

namespace neurarium {

namespace {

std::array<float, 256> scaledBytes() {
    std::array<float, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = (static_cast<float>(i) / 255.0F - 0.5F) / 0.5F;
    return values;
}

} // namespace

PixelDataset::PixelDataset(DatasetDescription description, std::shared_ptr<const PixelStore> pixels,
                           std::vector<LabelledPicture> pictures)
    : m_description(std::move(description))
    , m_pixels(std::move(pixels))
    , m_pictures(std::move(pictures)) {}

void PixelDataset::sample(std::int64_t index, std::span<float> input, std::span<float> target) const {
    static const std::array<float, 256> kScaled = scaledBytes();
    const LabelledPicture& picture = m_pictures[static_cast<std::size_t>(index)];
    std::vector<std::uint8_t> bytes(input.size());
    m_pixels->read(picture.slot, bytes);
    std::transform(bytes.begin(), bytes.end(), input.begin(),
                   [](std::uint8_t byte) { return kScaled[byte]; });
    target[0] = static_cast<float>(picture.label);
}

} // namespace neurarium
