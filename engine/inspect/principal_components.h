// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tensor/tensor.h"

namespace neurarium {

/// Points seen along the directions in which they differ most.
struct PrincipalComponents {
    std::vector<float> places;      ///< N×dimensions, the axis of the largest variance first
    std::optional<double> variance; ///< share of the whole that the axes keep; absent when all are equal
};

/// Principal component analysis of N×D points around their mean (Pearson 1901; scikit-learn's PCA). The sign
/// of each axis is such that the point farthest out along it lies on its positive side.
PrincipalComponents principalComponents(const Tensor& points, std::int32_t dimensions);

} // namespace neurarium
