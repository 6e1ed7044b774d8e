// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "kernels/level/packing.h"
#include "kernels/level/sliding_product.h"
#include "kernels/level/table.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// The weights [O][C/groups][ky][kx] as panels [tap][c][lane o], group by group.
const float* packForward(const Convolution& s, const float* weight) {
    const Index taps = s.kernelHeight * s.kernelWidth;
    const Index depth = taps * s.channels / s.groups;
    const Index outputs = s.outChannels / s.groups;
    float* const packed = kernelScratch(KernelScratch::Panels, s.groups * panelFloats(outputs, depth));
    float* to = packed;
    for (Index group = 0; group < s.groups; ++group) {
        forEachPanel(outputs, [&](Index column, Index columns, PanelWidth width) {
            const Index lanes = panelLanes(width);
            transposeIntoColumns({.rows = columns,
                                  .order = {.taps = taps, .channels = s.channels / s.groups},
                                  .from = weight + (group * outputs + column) * depth,
                                  .fromStride = depth,
                                  .to = to,
                                  .toStride = lanes,
                                  .padded = lanes});
            to += depth * lanes;
        });
    }
    return packed;
}

/// The taps of a kernel axis that reach the input pixels y = phase, phase + stride, ...: those with
/// (y + padding - k) divisible by the stride, the largest k first, so that the output pixels come in rising
/// order.
struct AxisTaps {
    AxisTaps(Index kernel, Index stride, Index paddedPhase)
        : rest(paddedPhase % stride)
        , count(kernel > rest ? (kernel - rest + stride - 1) / stride : 0)
        , firstOutput(paddedPhase / stride - (count - 1)) {}
    Index tap(Index place, Index stride) const { return rest + (count - 1 - place) * stride; }

    Index rest;
    Index count;
    Index firstOutput; ///< the output pixel under the first tap at the phase's first input pixel
};

/// The weights as panels [tap][o][lane c] for the taps of one phase.
const float* packBackward(const Convolution& s, const float* weight, const AxisTaps& rows,
                          const AxisTaps& columns) {
    const Index inputs = s.channels / s.groups;
    const Index outputs = s.outChannels / s.groups;
    const Index taps = s.kernelHeight * s.kernelWidth;
    const Index depth = rows.count * columns.count * outputs;
    float* const packed = kernelScratch(KernelScratch::Panels, s.groups * panelFloats(inputs, depth));
    float* to = packed;
    for (Index group = 0; group < s.groups; ++group) {
        forEachPanel(inputs, [&](Index first, Index count, PanelWidth width) {
            const Index lanes = panelLanes(width);
            std::memset(to, 0, static_cast<std::size_t>(depth * lanes) * sizeof(float));
            for (Index i = 0; i < rows.count * columns.count; ++i) {
                const Index ky = rows.tap(i / columns.count, s.stride);
                const Index kx = columns.tap(i % columns.count, s.stride);
                const float* from =
                    weight + group * outputs * inputs * taps + first * taps + ky * s.kernelWidth + kx;
                for (Index o = 0; o < outputs; ++o, to += lanes, from += inputs * taps)
                    for (Index c = 0; c < count; ++c)
                        to[c] = from[c * taps];
            }
        });
    }
    return packed;
}

/// The input pixels (phaseY + i·stride, phaseX + j·stride) of every image.
void computePhase(const Convolution& s, const float* gradY, const float* weight, float* gradX, Index phase) {
    const Index phaseY = phase / s.stride, phaseX = phase % s.stride;
    const AxisTaps rows(s.kernelHeight, s.stride, phaseY + s.padding);
    const AxisTaps columns(s.kernelWidth, s.stride, phaseX + s.padding);
    SlidingProduct p;
    p.height = s.outHeight;
    p.width = s.outWidth;
    p.channels = s.outChannels;
    p.firstRow = rows.firstOutput;
    p.firstColumn = columns.firstOutput;
    p.tapRows = rows.count;
    p.tapColumns = columns.count;
    p.groups = s.groups;
    p.outRows = (s.height - phaseY + s.stride - 1) / s.stride;
    p.outColumns = (s.width - phaseX + s.stride - 1) / s.stride;
    p.outChannels = s.channels;
    p.outRowStride = s.stride * s.width * s.channels;
    p.outPixelStride = s.stride * s.channels;
    if (p.outRows <= 0 || p.outColumns <= 0)
        return;
    p.panels = packBackward(s, weight, rows, columns);
    for (Index sample = 0; sample < s.samples; ++sample) {
        p.image = gradY + sample * s.outHeight * s.outWidth * s.outChannels;
        p.out = gradX + ((sample * s.height + phaseY) * s.width + phaseX) * s.channels;
        computeSlidingProduct(p);
    }
}

} // namespace

void convolve(const Convolution& s, const float* x, const float* weight, const float* bias, float* y) {
    SlidingProduct p;
    p.height = s.height;
    p.width = s.width;
    p.channels = s.channels;
    p.firstRow = -s.padding;
    p.firstColumn = -s.padding;
    p.step = s.stride;
    p.tapRows = s.kernelHeight;
    p.tapColumns = s.kernelWidth;
    p.groups = s.groups;
    p.panels = packForward(s, weight);
    p.bias = bias;
    p.outRows = s.outHeight;
    p.outColumns = s.outWidth;
    p.outChannels = s.outChannels;
    p.outRowStride = s.outWidth * s.outChannels;
    p.outPixelStride = s.outChannels;
    for (Index sample = 0; sample < s.samples; ++sample) {
        p.image = x + sample * s.height * s.width * s.channels;
        p.out = y + sample * s.outHeight * s.outWidth * s.outChannels;
        computeSlidingProduct(p);
    }
}

void convolveBackwardInput(const Convolution& s, const float* gradY, const float* weight, float* gradX) {
    for (Index phase = 0; phase < s.stride * s.stride; ++phase)
        computePhase(s, gradY, weight, gradX, phase);
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
