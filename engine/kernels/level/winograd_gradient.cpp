// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/winograd.h"
#include "kernels/level/winograd_transforms.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// Tiles of one strip. Sums end at a strip's end, so this is part of the arithmetic: the same at all levels.
constexpr Index kStripTiles = 32;

/// output[36][tile][o] = A·gradY·Aᵀ for each tile.
void transformOutputGradient(const TileStrip& strip, Index channels) {
    const Index plane = strip.plane(channels);
    for (Index tile = 0; tile < strip.tiles(); ++tile) {
        const PixelRows pixels = strip.pixels(tile);
        float* to = strip.output + tile * channels;
        for (Index c = 0; c < channels; c += kLanes<Packet>) {
            const Index count = smaller(channels - c, Index{kLanes<Packet>});
            Packet halfway[6][6];
            for (Index j = 0; j < 4; ++j) {
                Packet d[6];
                for (Index i = 0; i < 4; ++i)
                    d[i] = loadSome(pixels.begin + i * pixels.stride + j * channels + c, count);
                outputGradientTransform(d);
                for (Index i = 0; i < 6; ++i)
                    halfway[i][j] = d[i];
            }
            for (Index i = 0; i < 6; ++i) {
                outputGradientTransform(halfway[i]);
                for (Index j = 0; j < 6; ++j)
                    storeSome(to + (6 * i + j) * plane + c, halfway[i][j], count);
            }
        }
    }
}

/// sums[36][c][o] += Σ over the strip's tiles of input[36][tile][c] · output[36][tile][o].
void multiplyPlanes(const Convolution& s, const TileStrip& strip, float* sums) {
    Panel panel;
    panel.rows = s.channels;
    panel.aRow = 1;
    panel.aDepth = s.channels;
    panel.depth = strip.tiles();
    panel.bStride = s.outChannels;
    panel.cRow = s.outChannels;
    panel.accumulate = true;
    for (Index place = 0; place < kTilePlaces; ++place) {
        panel.a = strip.input + place * strip.plane(s.channels);
        forEachPanel(s.outChannels, [&](Index column, Index columns, PanelWidth width) {
            panel.width = width;
            panel.columns = columns;
            panel.b = strip.output + place * strip.plane(s.outChannels) + column;
            panel.c = sums + place * paddedPlane(s.channels * s.outChannels) + column;
            computePanel(panel);
        });
    }
}

} // namespace

Index winogradGradientSums(const Convolution& s) {
    return kTilePlaces * paddedPlane(s.channels * s.outChannels);
}

void addWinogradGradient(const Convolution& s, const float* x, const float* gradY, float* sums) {
    TileStrip strip;
    strip.columns = (s.outWidth + 3) / 4;
    const Index tileRows = (s.outHeight + 3) / 4;
    const Index stripRows = (kStripTiles + strip.columns - 1) / strip.columns;
    PixelWindow input{.image = x, .height = s.height, .width = s.width, .channels = s.channels};
    input.firstColumn = -s.padding;
    input.rows = input.columns = 6;
    PixelWindow output{.image = gradY, .height = s.outHeight, .width = s.outWidth, .channels = s.outChannels};
    output.rows = output.columns = 4;
    for (strip.firstRow = 0; strip.firstRow < tileRows; strip.firstRow += stripRows) {
        strip.rows = smaller(stripRows, tileRows - strip.firstRow);
        strip.input = kernelScratch(KernelScratch::Transform, kTilePlaces * strip.plane(s.channels));
        strip.output =
            kernelScratch(KernelScratch::TransformedOutput, kTilePlaces * strip.plane(s.outChannels));
        input.firstRow = 4 * strip.firstRow - s.padding;
        strip.first = input;
        transformInput(strip, s.channels);
        output.firstRow = 4 * strip.firstRow;
        strip.first = output;
        transformOutputGradient(strip, s.outChannels);
        multiplyPlanes(s, strip, sums);
    }
}

void transformGradientBack(const Convolution& s, const float* sums, float* gradient) {
    const Index count = s.channels * s.outChannels;
    const Index plane = paddedPlane(count);
    for (Index at = 0; at < count; at += kLanes<Packet>) {
        const Index lanes = smaller(count - at, Index{kLanes<Packet>});
        Packet halfway[3][6];
        for (Index j = 0; j < 6; ++j) {
            Packet u[6];
            for (Index i = 0; i < 6; ++i)
                u[i] = loadSome(sums + (6 * i + j) * plane + at, lanes);
            weightGradientTransform(u);
            for (Index i = 0; i < 3; ++i)
                halfway[i][j] = u[i];
        }
        for (Index i = 0; i < 3; ++i) {
            weightGradientTransform(halfway[i]);
            for (Index j = 0; j < 3; ++j)
                storeSome(gradient + (3 * i + j) * count + at, halfway[i][j], lanes);
        }
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
