// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "kernels/level/packing.h"
#include "kernels/level/sliding_product.h"
#include "kernels/level/table.h"
#include "kernels/level/winograd.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// The gradient is summed strip by strip of at least so many pixels. Part of the arithmetic: the same at all
/// levels.
constexpr Index kStripPixels = 256;

/// The weight gradient of all groups in the order in which images are added: [group][tap][c][o].
struct TransposedGradient {
    TransposedGradient(const Convolution& shape, float* sums)
        : taps(shape.kernelHeight * shape.kernelWidth)
        , channels(shape.channels / shape.groups)
        , outputs(shape.outChannels / shape.groups)
        , data(sums) {}
    Index groupSize() const { return taps * channels * outputs; }

    Index taps, channels, outputs;
    float* data;
};

/// A strip of output rows of one image: the pixels under the window, and the gradient of the output.
struct Strip {
    PixelRows pixels;
    const float* gradY = nullptr;
    Index rows = 0;
};

/// The gradient's columns of one panel as rows of at least panelLanes floats: where they lie, or copied.
PixelRows gradientRows(const Convolution& s, const Strip& strip, Index column, Index columns,
                       PanelWidth width) {
    const float* from = strip.gradY + column;
    if (columns == panelLanes(width))
        return {from, s.outChannels};
    const Index count = strip.rows * s.outWidth;
    float* const copy = kernelScratch(KernelScratch::Panels, count * panelLanes(width));
    packPanel(width, count, columns, from, s.outChannels, copy);
    return {copy, panelLanes(width)};
}

/// gradient[tap][c][o] += Σ over the strip's pixels of x[pixel·stride + tap][c] · gradY[pixel][o], for one
/// group.
void addStrip(const Convolution& s, const Strip& strip, Index group, const TransposedGradient& gradient) {
    const bool wholeRuns = s.groups == 1; // the taps of one kernel row lie one behind the other
    Panel panel;
    panel.rows = wholeRuns ? s.kernelWidth * gradient.channels : gradient.channels;
    panel.outer = strip.rows;
    panel.depth = s.outWidth;
    panel.aRow = 1;
    panel.aOuter = s.stride * strip.pixels.stride;
    panel.aDepth = s.stride * s.channels;
    panel.cRow = gradient.outputs;
    panel.accumulate = true;
    const Index runs = wholeRuns ? s.kernelHeight : s.kernelHeight * s.kernelWidth;
    const Index runsInRow = wholeRuns ? 1 : s.kernelWidth;
    forEachPanel(gradient.outputs, [&](Index column, Index columns, PanelWidth width) {
        const PixelRows rows = gradientRows(s, strip, group * gradient.outputs + column, columns, width);
        panel.width = width;
        panel.columns = columns;
        panel.b = rows.begin;
        panel.bStride = rows.stride;
        for (Index run = 0; run < runs; ++run) {
            panel.a = strip.pixels.begin + run / runsInRow * strip.pixels.stride +
                      run % runsInRow * s.channels + group * gradient.channels;
            panel.c =
                gradient.data + group * gradient.groupSize() + run * panel.rows * gradient.outputs + column;
            computePanel(panel);
        }
    });
}

void addImage(const Convolution& s, const float* x, const float* gradY, const TransposedGradient& gradient) {
    const Index stripRows = (kStripPixels + s.outWidth - 1) / s.outWidth;
    for (Index first = 0; first < s.outHeight; first += stripRows) {
        Strip strip;
        strip.rows = smaller(stripRows, s.outHeight - first);
        strip.gradY = gradY + first * s.outWidth * s.outChannels;
        strip.pixels = windowRows({.image = x,
                                   .height = s.height,
                                   .width = s.width,
                                   .channels = s.channels,
                                   .firstRow = first * s.stride - s.padding,
                                   .firstColumn = -s.padding,
                                   .rows = (strip.rows - 1) * s.stride + s.kernelHeight,
                                   .columns = (s.outWidth - 1) * s.stride + s.kernelWidth});
        for (Index group = 0; group < s.groups; ++group)
            addStrip(s, strip, group, gradient);
    }
}

/// gradBias[o] += Σ over the image's pixels of gradY[pixel][o].
void addBias(const Convolution& s, const float* gradY, float* gradBias) {
    float* const sums = kernelScratch(KernelScratch::Tile, s.outChannels + kLanes<Packet>);
    std::memset(sums, 0, static_cast<std::size_t>(s.outChannels) * sizeof(float));
    for (Index pixel = 0; pixel < s.outHeight * s.outWidth; ++pixel) {
        const float* row = gradY + pixel * s.outChannels;
        Index o = 0;
        for (; o + kLanes<Packet> <= s.outChannels; o += kLanes<Packet>)
            store(sums + o, add(load(sums + o), load(row + o)));
        for (; o < s.outChannels; ++o)
            sums[o] += row[o];
    }
    for (Index o = 0; o < s.outChannels; ++o)
        gradBias[o] += sums[o];
}

} // namespace

Index weightGradientSums(const Convolution& s) {
    return isWorthWinograd(s) ? winogradGradientSums(s)
                              : s.groups * TransposedGradient(s, nullptr).groupSize();
}

void convolveBackwardWeight(const Convolution& s, const float* x, const float* gradY, float* sums,
                            float* gradBias) {
    for (Index sample = 0; sample < s.samples; ++sample) {
        const float* image = x + sample * s.height * s.width * s.channels;
        const float* imageGradient = gradY + sample * s.outHeight * s.outWidth * s.outChannels;
        if (isWorthWinograd(s))
            addWinogradGradient(s, image, imageGradient, sums);
        else
            addImage(s, image, imageGradient, {s, sums});
        if (gradBias != nullptr)
            addBias(s, imageGradient, gradBias);
    }
}

void finishWeightGradient(const Convolution& s, const float* sums, float* gradWeight) {
    const TransposedGradient gradient(s, nullptr);
    const float* from = sums;
    if (isWorthWinograd(s)) {
        float* const transformed = kernelScratch(KernelScratch::WeightGradient, gradient.groupSize());
        transformGradientBack(s, sums, transformed);
        from = transformed;
    }
    for (Index group = 0; group < s.groups; ++group)
        transposeIntoRows({.rows = gradient.outputs,
                           .order = {.taps = gradient.taps, .channels = gradient.channels},
                           .from = from + group * gradient.groupSize(),
                           .fromStride = gradient.outputs,
                           .to = gradWeight + group * gradient.groupSize(),
                           .toStride = gradient.taps * gradient.channels});
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
