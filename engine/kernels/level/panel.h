// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/packets.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// How many columns one panel of a matrix has: two packets, one, or one narrow one.
enum class PanelWidth { Double, Single, Narrow };

constexpr Index panelLanes(PanelWidth width) {
    if (width == PanelWidth::Double)
        return 2 * kLanes<Packet>;
    return width == PanelWidth::Single ? kLanes<Packet> : kLanes<NarrowPacket>;
}

/// The narrowest panel that holds `columns` columns, or the widest there is.
constexpr PanelWidth panelWidth(Index columns) {
    if (columns > kLanes<Packet>)
        return PanelWidth::Double;
    return columns > kLanes<NarrowPacket> ? PanelWidth::Single : PanelWidth::Narrow;
}

/// Calls visit(firstColumn, columns, width) for each panel of a matrix with `columns` columns.
template <typename Visit>
inline void forEachPanel(Index columns, Visit visit) {
    for (Index first = 0; first < columns;) {
        const PanelWidth width = panelWidth(columns - first);
        const Index count = smaller(panelLanes(width), columns - first);
        visit(first, count, width);
        first += count;
    }
}

/// One panel of a matrix product: c[r][j] (+)= Σ a(r, s, t, k)·b(s, t, k, j) (+ bias[j]), the sum in the
/// order of s < outer, t < inner, k < depth, beginning with 0: one chain of fused multiply-adds for each
/// number, at every level of instructions. `a` walks by four strides (so it may be the pixels under a
/// convolution's kernel); the rows of `b` follow one another at one stride, each at least panelLanes(width)
/// floats.
struct Panel {
    PanelWidth width = PanelWidth::Double;
    Index rows = 0, columns = 0;
    Index outer = 1, inner = 1, depth = 0;
    const float* a = nullptr;
    Index aRow = 0, aOuter = 0, aInner = 0, aDepth = 1;
    const float* b = nullptr;
    Index bStride = 0;
    float* c = nullptr;
    Index cRow = 0;
    const float* bias = nullptr; ///< `columns` numbers, or null
    bool accumulate = false;     ///< add to c
    bool relu = false;           ///< at last, the larger of the sum and 0
};

void computePanel(const Panel& panel);

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
