// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/softmax.h"

#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

void softmax(const SoftmaxRows& s) {
    for (Index row = 0; row < s.rows; ++row) {
        const float* x = s.x + row * s.length;
        float* y = s.y == nullptr ? nullptr : s.y + row * s.length;
        const float largest = largestOf(x, s.length);
        LaneSums sums;
        forEachPacket(s.length, [&](Index i, Index count) {
            const Packet power = exponential(subtract(loadSome(x + i, count), broadcast(largest)));
            sums.at(i) = add(sums.at(i), firstLanes(power, count));
            if (y != nullptr)
                storeSome(y + i, power, count);
        });
        const float sum = sums.total();
        if (s.statistics != nullptr) {
            float lanes[kLanes<Packet>];
            store(lanes, logarithm(broadcast(sum)));
            s.statistics[2 * row] = largest;
            s.statistics[2 * row + 1] = lanes[0];
        }
        if (y == nullptr)
            continue;
        const Packet share = broadcast(1.0F / sum);
        forEachPacket(s.length, [&](Index i, Index count) {
            storeSome(y + i, multiply(loadSome(y + i, count), share), count);
        });
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
