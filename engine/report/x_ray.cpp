// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/x_ray.h"

#include <algorithm>

namespace neurarium {

std::size_t XRay::wholeTensors() const {
    return static_cast<std::size_t>(
        std::count_if(tensors.begin(), tensors.end(), [](const TensorXRay& each) { return each.isWhole; }));
}

} // namespace neurarium
