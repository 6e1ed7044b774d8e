// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"
#include "kernels/level/packets.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// The factors of the 128 numbers of one group: 0 for those asleep, the draw's scale for the others.
struct DropoutFactors {
    static constexpr Index kCount = 128;
    alignas(64) float factor[kCount];
};

void drawFactors(const DropoutDraw& draw, Index group, DropoutFactors& factors);

/// Where nothing sleeps no factors need to be drawn.
inline bool dropsAny(const DropoutDraw& draw) {
    return draw.below > 0;
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
