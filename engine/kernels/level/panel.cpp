// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/panel.h"

#include "kernels/level/lanes.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// Rows of a tile: as many as leave all sums of the tile in registers. A's numbers for one k are either
/// `Spread` over memory (one a row), or `Contiguous`.
enum class Rows { Spread, Contiguous };

template <int Vectors, Rows RowsOfA>
constexpr int tileRows() {
    constexpr bool kManyRegisters = kLanes<Packet> == 16;
    constexpr bool kFusedPairs = kLanes<Packet> == 8;
    if constexpr (Vectors == 1)
        return 8;
    if constexpr (kManyRegisters)
        return RowsOfA == Rows::Contiguous ? 12 : 8;
    return kFusedPairs ? 6 : 4;
}

template <typename P, int Vectors, int RowCount>
struct Sums {
    P sum[RowCount][Vectors];
};

template <typename P, int Vectors, int RowCount, Rows RowsOfA>
inline __attribute__((always_inline)) void sumUp(const Panel& panel, const float* firstRow,
                                                 Sums<P, Vectors, RowCount>& sums) {
#pragma GCC unroll 16
    for (int r = 0; r < RowCount; ++r)
#pragma GCC unroll 2
        for (int v = 0; v < Vectors; ++v)
            sums.sum[r][v] = broadcast<P>(0.0F);
    const Index aRow = RowsOfA == Rows::Contiguous ? 1 : panel.aRow;
    const Index aDepth = RowsOfA == Rows::Contiguous ? panel.aDepth : 1;
    const float* b = panel.b;
    for (Index s = 0; s < panel.outer; ++s) {
        for (Index t = 0; t < panel.inner; ++t) {
            const float* a = firstRow + s * panel.aOuter + t * panel.aInner;
            for (Index k = 0; k < panel.depth; ++k) {
                P lanes[Vectors];
#pragma GCC unroll 2
                for (int v = 0; v < Vectors; ++v)
                    lanes[v] = load<P>(b + v * kLanes<P>);
#pragma GCC unroll 16
                for (int r = 0; r < RowCount; ++r) {
                    const P factor = broadcast<P>(a[r * aRow]);
#pragma GCC unroll 2
                    for (int v = 0; v < Vectors; ++v)
                        sums.sum[r][v] = multiplyAdd(factor, lanes[v], sums.sum[r][v]);
                }
                a += aDepth;
                b += panel.bStride;
            }
        }
    }
}

template <typename P>
inline void finish(const Panel& panel, const P& sum, Index row, Index column) {
    float* c = panel.c + row * panel.cRow + column;
    const Index columns = panel.columns - column;
    P value = sum;
    if (columns >= kLanes<P>) {
        if (panel.bias != nullptr)
            value = add(value, load<P>(panel.bias + column));
        if (panel.accumulate)
            value = add(value, load<P>(c));
        if (panel.relu)
            value = rectified(value);
        store(c, value);
    } else if (columns > 0) {
        if (panel.bias != nullptr)
            value = add(value, loadFirst<P>(panel.bias + column, columns));
        if (panel.accumulate)
            value = add(value, loadFirst<P>(c, columns));
        if (panel.relu)
            value = rectified(value);
        storeFirst(c, value, columns);
    }
}

template <typename P, int Vectors, int RowCount, Rows RowsOfA>
void computeTile(const Panel& panel, Index row) {
    Sums<P, Vectors, RowCount> sums;
    sumUp<P, Vectors, RowCount, RowsOfA>(panel, panel.a + row * panel.aRow, sums);
#pragma GCC unroll 16
    for (int r = 0; r < RowCount; ++r)
#pragma GCC unroll 2
        for (int v = 0; v < Vectors; ++v)
            finish(panel, sums.sum[r][v], row + r, v * kLanes<P>);
}

/// The last rows of a panel, fewer than a whole tile.
template <typename P, int Vectors, int RowCount, Rows RowsOfA>
void computeLastTile(const Panel& panel, Index row) {
    if constexpr (RowCount > 0) {
        if (panel.rows - row == RowCount)
            computeTile<P, Vectors, RowCount, RowsOfA>(panel, row);
        else
            computeLastTile<P, Vectors, RowCount - 1, RowsOfA>(panel, row);
    }
}

template <typename P, int Vectors, Rows RowsOfA>
void computeRows(const Panel& panel) {
    constexpr int kRows = tileRows<Vectors, RowsOfA>();
    Index row = 0;
    for (; row + kRows <= panel.rows; row += kRows)
        computeTile<P, Vectors, kRows, RowsOfA>(panel, row);
    computeLastTile<P, Vectors, kRows - 1, RowsOfA>(panel, row);
}

template <typename P, int Vectors>
void computeColumns(const Panel& panel) {
    if (panel.aDepth == 1)
        computeRows<P, Vectors, Rows::Spread>(panel);
    else
        computeRows<P, Vectors, Rows::Contiguous>(panel);
}

} // namespace

void computePanel(const Panel& panel) {
    if (panel.width == PanelWidth::Double)
        computeColumns<Packet, 2>(panel);
    else if (panel.width == PanelWidth::Single)
        computeColumns<Packet, 1>(panel);
    else
        computeColumns<NarrowPacket, 1>(panel);
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
