// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/sliding_product.h"

#include <cstring>

#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

constexpr Index kStripFloats = 32 * 1024; ///< image rows that are padded and worked off together

void zero(float* to, Index count) {
    if (count > 0)
        std::memset(to, 0, static_cast<std::size_t>(count) * sizeof(float));
}

/// One group of a strip of output rows: all panels of its weights over all its pixels.
void computeGroup(const SlidingProduct& p, const PixelRows& pixels, Index group, Panel panel) {
    const Index groupChannels = p.channels / p.groups;
    const Index groupOutputs = p.outChannels / p.groups;
    const float* weights = p.panels + group * p.groupPanelFloats();
    const float* image = pixels.begin + group * groupChannels;
    float* out = panel.c + group * groupOutputs;
    const Index rows = panel.rows;
    panel.rows = p.outColumns;
    forEachPanel(groupOutputs, [&](Index column, Index columns, PanelWidth width) {
        panel.width = width;
        panel.columns = columns;
        panel.b = weights;
        panel.bStride = panelLanes(width);
        panel.relu = p.epilogue == Epilogue::Relu;
        panel.bias = p.bias == nullptr ? nullptr : p.bias + group * groupOutputs + column;
        for (Index y = 0; y < rows; ++y) {
            panel.a = image + y * p.step * pixels.stride;
            panel.c = out + y * p.outRowStride + column;
            computePanel(panel);
        }
        weights += p.tapRows * p.tapColumns * groupChannels * panel.bStride;
    });
}

/// Output rows [first, first + rows).
void computeStrip(const SlidingProduct& p, Index first, Index rows) {
    const PixelWindow window{.image = p.image,
                             .height = p.height,
                             .width = p.width,
                             .channels = p.channels,
                             .firstRow = p.firstRow + first * p.step,
                             .firstColumn = p.firstColumn,
                             .rows = (rows - 1) * p.step + p.tapRows,
                             .columns = (p.outColumns - 1) * p.step + p.tapColumns};
    const PixelRows pixels = windowRows(window);
    Panel panel;
    panel.rows = rows;
    panel.aRow = p.step * p.channels;
    panel.outer = p.tapRows;
    panel.aOuter = pixels.stride;
    panel.inner = p.groups == 1 ? 1 : p.tapColumns;
    panel.aInner = p.channels;
    panel.depth = p.groups == 1 ? p.tapColumns * p.channels : p.channels / p.groups;
    panel.c = p.out + first * p.outRowStride;
    panel.cRow = p.outPixelStride;
    for (Index group = 0; group < p.groups; ++group)
        computeGroup(p, pixels, group, panel);
}

/// A window of one pixel that meets every pixel once: the rows may be taken as one long row.
bool isPointwise(const SlidingProduct& p) {
    return p.tapRows == 1 && p.tapColumns == 1 && p.step == 1 && p.firstRow == 0 && p.firstColumn == 0 &&
           p.outRows == p.height && p.outColumns == p.width &&
           p.outRowStride == p.outColumns * p.outPixelStride;
}

} // namespace

bool PixelWindow::isInside() const {
    return firstRow >= 0 && firstColumn >= 0 && firstRow + rows <= height && firstColumn + columns <= width;
}

PixelRows windowRows(const PixelWindow& window) {
    if (window.isInside())
        return {window.begin(), window.width * window.channels};
    const Index stride = window.columns * window.channels;
    float* const copy = kernelScratch(KernelScratch::PaddedRows, window.rows * stride);
    const Index left = smaller(larger(-window.firstColumn, Index{0}), window.columns);
    const Index end = smaller(window.firstColumn + window.columns, window.width);
    const Index inside = larger(end - window.firstColumn - left, Index{0});
    for (Index row = 0; row < window.rows; ++row) {
        float* to = copy + row * stride;
        const Index y = window.firstRow + row;
        if (y < 0 || y >= window.height || inside == 0) {
            zero(to, stride);
            continue;
        }
        const float* from = window.image + (y * window.width + window.firstColumn + left) * window.channels;
        zero(to, left * window.channels);
        to += left * window.channels;
        std::memcpy(to, from, static_cast<std::size_t>(inside * window.channels) * sizeof(float));
        zero(to + inside * window.channels, (window.columns - left - inside) * window.channels);
    }
    return {copy, stride};
}

Index panelFloats(Index columns, Index depth) {
    Index lanes = 0;
    forEachPanel(columns, [&](Index, Index, PanelWidth width) { lanes += panelLanes(width); });
    return lanes * depth;
}

Index SlidingProduct::groupPanelFloats() const {
    return panelFloats(outChannels / groups, tapRows * tapColumns * channels / groups);
}

void computeSlidingProduct(const SlidingProduct& product) {
    SlidingProduct p = product;
    if (isPointwise(p)) {
        p.width *= p.height;
        p.height = 1;
        p.outColumns *= p.outRows;
        p.outRows = 1;
    }
    const Index rowFloats = larger(p.outColumns * p.step * p.step * p.channels, Index{1});
    const Index stripRows = larger(Index{1}, kStripFloats / rowFloats);
    for (Index first = 0; first < p.outRows; first += stripRows)
        computeStrip(p, first, smaller(stripRows, p.outRows - first));
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
