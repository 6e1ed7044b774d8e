// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/packets.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// The lanes that are there; the others 0.
[[gnu::always_inline]] inline Packet firstLanes(const Packet& value, Index count) {
    if (count >= kLanes<Packet>)
        return value;
    float lanes[kLanes<Packet>];
    store(lanes, value);
    return loadFirst(lanes, count);
}

/// The larger of each lane and 0; NaN stays.
template <typename P>
[[gnu::always_inline]] inline P rectified(const P& a) {
    const P zero = broadcast<P>(0.0F);
    return select(lessThan(a, zero), zero, a);
}

/// Sixteen running sums: number i of a row belongs to sum i mod 16, and the sixteen are added up by halves.
/// One fixed order, whatever the width of a packet: the same bits at every level with FMA.
class LaneSums {
public:
    [[gnu::always_inline]] LaneSums() {
#pragma GCC unroll 4
        for (Packet& part : m_part)
            part = broadcast(0.0F);
    }

    /// The sums that number i and its neighbours belong to; i is a multiple of the packet's width.
    [[gnu::always_inline]] Packet& at(Index i) {
        return m_part[i / kLanes<Packet> % kParts];
    }

    [[gnu::always_inline]] float total() const {
        Packet parts[kParts];
#pragma GCC unroll 4
        for (int p = 0; p < kParts; ++p)
            parts[p] = m_part[p];
#pragma GCC unroll 2
        for (int distance = kParts / 2; distance > 0; distance /= 2)
#pragma GCC unroll 2
            for (int p = 0; p < distance; ++p)
                parts[p] = add(parts[p], parts[p + distance]);
        float lanes[kLanes<Packet>];
        store(lanes, parts[0]);
#pragma GCC unroll 4
        for (int distance = kLanes<Packet> / 2; distance > 0; distance /= 2)
#pragma GCC unroll 8
            for (int lane = 0; lane < distance; ++lane)
                lanes[lane] += lanes[lane + distance];
        return lanes[0];
    }

private:
    static constexpr int kParts = 16 / kLanes<Packet>;
    Packet m_part[kParts];
};

/// Calls visit(i, count) for each packet of n numbers; only the last may be incomplete.
template <typename Visit>
[[gnu::always_inline]] inline void forEachPacket(Index n, Visit visit) {
    constexpr Index kWhole = kLanes<Packet>;
    Index i = 0;
    for (; i + kWhole <= n; i += kWhole)
        visit(i, kWhole);
    if (i < n)
        visit(i, n - i);
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
