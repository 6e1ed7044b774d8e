// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/flatten.h"

#include <algorithm>

namespace neurarium {

void Flatten::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    if (x.data != y.data)
        std::copy_n(x.data, x.size(), y.data);
}

void Flatten::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& /*y*/, const Slice& gradY,
                       const Slice& gradX) const {
    if (gradX.data != nullptr && gradX.data != gradY.data)
        std::copy_n(gradY.data, gradY.size(), gradX.data);
}

} // namespace neurarium
