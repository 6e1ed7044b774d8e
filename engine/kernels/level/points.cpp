// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/lanes.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

float squaredDistance(Index n, const float* a, const float* b) {
    LaneSums sum;
    forEachPacket(n, [&](Index i, Index count) {
        const Packet away = subtract(loadSome(a + i, count), loadSome(b + i, count));
        sum.at(i) = multiplyAdd(away, away, sum.at(i));
    });
    return sum.total();
}

/// A lane is a target: its sums do not depend on the width of a packet.
void repel(const Repulsion& r) {
    const Packet one = broadcast(1.0F), zero = broadcast(0.0F);
    forEachPacket(r.targets, [&](Index i, Index count) {
        const Packet x = loadSome(r.target + i, count), y = loadSome(r.target + r.stride + i, count),
                     z = loadSome(r.target + 2 * r.stride + i, count);
        Packet pushX = zero, pushY = zero, pushZ = zero, closeness = zero;
        for (Index s = 0; s < r.sources; ++s) {
            const float* const source = r.source + 4 * s;
            const Packet dx = subtract(x, broadcast(source[0])), dy = subtract(y, broadcast(source[1])),
                         dz = subtract(z, broadcast(source[2]));
            const Packet q = divide(one, multiplyAdd(dx, dx, multiplyAdd(dy, dy, multiplyAdd(dz, dz, one))));
            const Packet share = multiply(broadcast(source[3]), q);
            const Packet push = multiply(share, q);
            closeness = add(closeness, share);
            pushX = multiplyAdd(push, dx, pushX);
            pushY = multiplyAdd(push, dy, pushY);
            pushZ = multiplyAdd(push, dz, pushZ);
        }
        storeSome(r.push + i, pushX, count);
        storeSome(r.push + r.stride + i, pushY, count);
        storeSome(r.push + 2 * r.stride + i, pushZ, count);
        storeSome(r.push + 3 * r.stride + i, closeness, count);
    });
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
