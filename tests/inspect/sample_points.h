// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "report/embeddings.h"
#include "tensor/random.h"
#include "tensor/tensor.h"

namespace neurarium::test {

/// `count` points of `width` numbers in `groups` clouds.
inline Embeddings clouds(std::int64_t count, std::int64_t width, std::int64_t groups = 5) {
    const RandomStream random(3, RandomPurpose::Generator);
    Embeddings embeddings{.epoch = 2, .step = 40, .dimensions = width};
    for (std::int64_t i = 0; i < count; ++i) {
        embeddings.labels.push_back("point " + std::to_string(i));
        for (std::int64_t j = 0; j < width; ++j)
            embeddings.vectors.push_back(
                2 * random.normal(0, static_cast<std::uint64_t>(i % groups * width + j)) +
                random.normal(1, static_cast<std::uint64_t>(i * width + j)));
    }
    return embeddings;
}

inline Tensor tensorOf(const Embeddings& embeddings) {
    return Tensor(Shape{embeddings.size(), embeddings.dimensions}, embeddings.vectors);
}

} // namespace neurarium::test
