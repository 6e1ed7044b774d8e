// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "report/recipe.h"
#include "tensor/random.h"
#include "tensor/shape.h"

namespace neurarium {

/// Varies one picture in place, as DESIGN's "Photographs" says: flip, shift, rotate, zoom, brightness, holes
/// in this order; the geometric ones are one bilinear resampling with reflected edges. The result depends
/// only on the options, the picture and (seed, epoch, sample), never on threads or batches.
class Augmentation {
public:
    Augmentation(AugmentationOptions options, std::uint64_t seed);

    const AugmentationOptions& options() const { return m_options; }
    /// `picture` is C×H×W in -1 ... 1 and is replaced. `epoch` counts from 1.
    void apply(std::int64_t epoch, std::int64_t sample, const Shape& shape, std::span<float> picture) const;

private:
    AugmentationOptions m_options;
    RandomStream m_random;
};

} // namespace neurarium
