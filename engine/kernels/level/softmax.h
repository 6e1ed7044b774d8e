// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/functions.h"
#include "kernels/level/lanes.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// The largest of n numbers, n at least 1. The order does not matter.
inline float largestOf(const float* x, Index n) {
    constexpr Index kWhole = kLanes<Packet>;
    float largest = x[0];
    if (n < kWhole) {
        for (Index i = 1; i < n; ++i)
            largest = larger(largest, x[i]);
        return largest;
    }
    Packet lanes = load(x);
    for (Index i = kWhole; i + kWhole <= n; i += kWhole)
        lanes = atLeast(lanes, load(x + i));
    lanes = atLeast(lanes, load(x + n - kWhole));
    float parts[kWhole];
    store(parts, lanes);
    for (const float part : parts)
        largest = larger(largest, part);
    return largest;
}

/// y[i] = exp(x[i]·scale − shift) for i < n, 0 up to the end of the last packet; gives back their sum. `y`
/// has room for whole packets.
inline float exponentials(const float* x, Index n, float scale, float shift, float* y) {
    LaneSums sum;
    forEachPacket(n, [&](Index i, Index count) {
        const Packet power =
            exponential(multiplyAdd(loadSome(x + i, count), broadcast(scale), broadcast(-shift)));
        const Packet there = firstLanes(power, count);
        store(y + i, there);
        sum.at(i) = add(sum.at(i), there);
    });
    return sum.total();
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
