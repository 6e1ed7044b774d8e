// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/packing.h"
#include "kernels/level/table.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

constexpr Index kStripFloats = 128 * 1024; ///< packed columns of B at a time: half a second-level cache
constexpr Index kBlockFloats = 64 * 1024;  ///< rows of A that go through all panels of a strip

/// Below this many rows, copying B costs more than reading it where it lies.
constexpr Index kRowsWorthPacking = 25;

/// Writes the panel of op(B) that begins at `column` to `to`.
void packB(const Product& p, PanelWidth width, Index column, Index columns, float* to) {
    if (!p.transposeB)
        return packPanel(width, p.k, columns, p.b + column, p.ldb, to);
    const Index lanes = panelLanes(width);
    transposeIntoColumns({.rows = columns,
                          .order = {.taps = 1, .channels = p.k},
                          .from = p.b + column * p.ldb,
                          .fromStride = p.ldb,
                          .to = to,
                          .toStride = lanes,
                          .padded = lanes});
}

Panel panelOf(const Product& p, PanelWidth width, Index column, Index columns) {
    Panel panel;
    panel.width = width;
    panel.rows = p.m;
    panel.columns = columns;
    panel.depth = p.k;
    panel.a = p.a;
    panel.aRow = p.transposeA ? 1 : p.lda;
    panel.aDepth = p.transposeA ? p.lda : 1;
    panel.c = p.c + column;
    panel.cRow = p.ldc;
    panel.bias = p.bias == nullptr ? nullptr : p.bias + column;
    panel.accumulate = p.accumulate;
    return panel;
}

/// One row times neighbouring whole panels at once: a single panel would wait for each of its sums. The sums
/// are the same, in the same order.
template <int Panels>
void multiplyRow(const Product& p, Index column) {
    constexpr Index kLanesOfPanel = panelLanes(PanelWidth::Double), kHalf = kLanes<Packet>;
    const Index panelFloats = kLanesOfPanel * p.packed.rows;
    const Index aDepth = p.transposeA ? p.lda : 1;
    const float* b = p.packed.data + column * p.packed.rows;
    Packet sums[2 * Panels];
#pragma GCC unroll 8
    for (Packet& sum : sums)
        sum = broadcast(0.0F);
    for (Index k = 0; k < p.k; ++k, b += kLanesOfPanel) {
        const Packet factor = broadcast(p.a[k * aDepth]);
#pragma GCC unroll 8
        for (int i = 0; i < 2 * Panels; ++i)
            sums[i] = multiplyAdd(factor, load(b + i / 2 * panelFloats + i % 2 * kHalf), sums[i]);
    }
#pragma GCC unroll 8
    for (int i = 0; i < 2 * Panels; ++i) {
        const Index at = column + i * kHalf;
        Packet value = sums[i];
        if (p.bias != nullptr)
            value = add(value, load(p.bias + at));
        if (p.accumulate)
            value = add(value, load(p.c + at));
        store(p.c + at, value);
    }
}

/// Multiplies one row with as many whole panels as there are, and tells the first column left.
Index multiplyRowByWholePanels(const Product& p) {
    constexpr Index kLanesOfPanel = panelLanes(PanelWidth::Double);
    const Index whole = p.n / kLanesOfPanel;
    Index panel = 0;
    for (; panel + 4 <= whole; panel += 4)
        multiplyRow<4>(p, panel * kLanesOfPanel);
    for (; panel < whole; ++panel)
        multiplyRow<1>(p, panel * kLanesOfPanel);
    return whole * kLanesOfPanel;
}

/// A packed matrix: the panel that begins at some column lies at that column times the rows. Takes blocks of
/// A's rows through all panels.
void computePacked(const Product& p) {
    const PackedMatrix& b = p.packed;
    const Index blockRows = larger(Index{48}, kBlockFloats / larger(p.k, Index{1}) / 48 * 48);
    const Index done = p.m == 1 ? multiplyRowByWholePanels(p) : 0;
    for (Index row = 0; row < p.m; row += blockRows)
        forEachPanel(b.columns, [&](Index column, Index, PanelWidth width) {
            if (column < done || column >= p.n)
                return;
            Panel panel = panelOf(p, width, column, smaller(panelLanes(width), p.n - column));
            panel.b = b.data + column * b.rows;
            panel.bStride = panelLanes(width);
            panel.rows = smaller(blockRows, p.m - row);
            panel.a += row * panel.aRow;
            panel.c += row * p.ldc;
            computePanel(panel);
        });
}

/// Columns [first, first + columns) of C: packs them once, then takes blocks of A's rows through all of them.
void computeStrip(const Product& p, Index first, Index columns) {
    float* packed = kernelScratch(KernelScratch::Panels, p.k * (columns + panelLanes(PanelWidth::Double)));
    const Index blockRows = larger(Index{48}, kBlockFloats / larger(p.k, Index{1}) / 48 * 48);
    for (Index row = 0; row < p.m; row += blockRows) {
        float* to = packed;
        forEachPanel(columns, [&](Index column, Index count, PanelWidth width) {
            Panel panel = panelOf(p, width, first + column, count);
            const Index lanes = panelLanes(width);
            if (!p.transposeB && count == lanes && p.m < kRowsWorthPacking) {
                panel.b = p.b + first + column;
                panel.bStride = p.ldb;
            } else {
                if (row == 0)
                    packB(p, width, first + column, count, to);
                panel.b = to;
                panel.bStride = lanes;
                to += p.k * lanes;
            }
            panel.rows = smaller(blockRows, p.m - row);
            panel.a += row * panel.aRow;
            panel.c += row * p.ldc;
            computePanel(panel);
        });
    }
}

void computeByColumns(const Product& p) {
    constexpr Index kWidest = panelLanes(PanelWidth::Double);
    const Index fitting = kStripFloats / larger(p.k, Index{1}) / kWidest * kWidest;
    const Index stripColumns = larger(kWidest, fitting);
    for (Index first = 0; first < p.n; first += stripColumns)
        computeStrip(p, first, smaller(stripColumns, p.n - first));
}

/// C (+)= sumᵀ + bias, where `sum` has a row for each of C's columns.
void addTransposed(const Product& p, const float* sum) {
    for (Index m = 0; m < p.m; ++m) {
        float* c = p.c + m * p.ldc;
        for (Index n = 0; n < p.n; ++n) {
            float value = sum[n * p.m + m];
            if (p.bias != nullptr)
                value += p.bias[n];
            c[n] = p.accumulate ? value + c[n] : value;
        }
    }
}

/// Few rows times a transposed matrix of many: Cᵀ = op(B)ᵀ·op(A)ᵀ reads B as it lies and packs the few rows
/// only. The sums are the same, in the same order.
void computeByRows(const Product& p) {
    Product transposed = p;
    transposed.m = p.n;
    transposed.n = p.m;
    transposed.a = p.b;
    transposed.lda = p.ldb;
    transposed.transposeA = false;
    transposed.b = p.a;
    transposed.ldb = p.lda;
    transposed.transposeB = !p.transposeA;
    transposed.c = kernelScratch(KernelScratch::Tile, p.m * p.n);
    transposed.ldc = p.m;
    transposed.bias = nullptr;
    transposed.accumulate = false;
    computeByColumns(transposed);
    addTransposed(p, transposed.c);
}

} // namespace

void product(const Product& p) {
    if (p.packed.data != nullptr)
        computePacked(p);
    else if (p.transposeB && 2 * p.m <= p.n)
        computeByRows(p);
    else
        computeByColumns(p);
}

Index packedSize(Index rows, Index columns) {
    return rows * (columns + panelLanes(PanelWidth::Double));
}

void pack(const Product& p, float* to) {
    forEachPanel(p.n, [&](Index column, Index count, PanelWidth width) {
        packB(p, width, column, count, to + column * p.k);
    });
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
