// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "inspect/background_work.h"
#include "tensor/tensor.h"

namespace neurarium {

struct TrustOptions {
    std::int64_t neighbours = 12;
    /// Of more points so many are asked, evenly spread; each of them is compared with all. 0: all are asked.
    std::int64_t mostAsked = 2000;
};

/// How far the neighbours k on a map may be trusted (Venna and Kaski 2001; scikit-learn's function of this
/// name): 1 − 2/(n·k·(2n − 3k − 1)) · Σ (r − k) over all neighbours on the map that are none among the N×D
/// points, where r is the rank of their distance there. 1: all are; a map at random has about 0.5. Fewer
/// neighbours where there are too few points for so many. Means nothing once cancelled.
double trustworthiness(const Tensor& points, std::span<const float> places, const TrustOptions& options,
                       const BackgroundWork& work);

} // namespace neurarium
