// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/winograd.h"

#include "kernels/level/lanes.h"
#include "kernels/level/winograd_transforms.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

constexpr Index kStripTiles = 16; ///< tiles that are transformed, multiplied and transformed back together

/// 36 small products, one for each place of a transformed tile.
void multiplyPlanes(const SlidingProduct& p, const TileStrip& strip) {
    Panel panel;
    panel.rows = strip.tiles();
    panel.aRow = p.channels;
    panel.depth = p.channels;
    panel.cRow = p.outChannels;
    const float* weights = p.panels;
    for (Index place = 0; place < kTilePlaces; ++place) {
        panel.a = strip.input + place * strip.plane(p.channels);
        forEachPanel(p.outChannels, [&](Index column, Index columns, PanelWidth width) {
            panel.width = width;
            panel.columns = columns;
            panel.b = weights;
            panel.bStride = panelLanes(width);
            panel.c = strip.output + place * strip.plane(p.outChannels) + column;
            computePanel(panel);
            weights += p.channels * panel.bStride;
        });
    }
}

/// The 4×4 outputs of one tile for some output channels, with the bias.
struct OutputTile {
    Packet pixels[4][4];
};

[[gnu::always_inline]] inline void transformBack(const float* from, Index plane, Index count,
                                                 OutputTile& tile) {
    Packet halfway[4][6];
    for (Index j = 0; j < 6; ++j) {
        Packet m[6];
        for (Index i = 0; i < 6; ++i)
            m[i] = loadSome(from + (6 * i + j) * plane, count);
        outputTransform(m);
        for (Index i = 0; i < 4; ++i)
            halfway[i][j] = m[i];
    }
    for (Index i = 0; i < 4; ++i) {
        outputTransform(halfway[i]);
        for (Index j = 0; j < 4; ++j)
            tile.pixels[i][j] = halfway[i][j];
    }
}

/// A part of an image that a tile fills: `rows`×`columns` pixels at most, `channels` of them.
struct TilePlace {
    Index y = 0, x = 0, n = 0;
    Index rows = 0, columns = 0, channels = 0;
};

void writeTile(const SlidingProduct& p, const OutputTile& tile, const TilePlace& at, const Packet& bias) {
    float* const to = p.out + at.y * p.outRowStride + at.x * p.outPixelStride + at.n;
    for (Index i = 0; i < smaller(at.rows, Index{4}); ++i)
        for (Index j = 0; j < smaller(at.columns, Index{4}); ++j) {
            const Packet value = add(tile.pixels[i][j], bias);
            storeSome(to + i * p.outRowStride + j * p.outPixelStride,
                      p.epilogue == Epilogue::Relu ? rectified(value) : value, at.channels);
        }
}

/// Of each 2×2 pixels the first that is largest, if it is above 0. NaN wins.
void writePooledTile(const SlidingProduct& p, const OutputTile& tile, const TilePlace& at,
                     const Packet& bias) {
    const Packet all = equal(broadcast(0.0F), broadcast(0.0F));
    const Index first = at.y / 2 * p.outRowStride + at.x / 2 * p.outPixelStride + at.n;
    for (Index i = 0; i < smaller(at.rows / 2, Index{2}); ++i)
        for (Index j = 0; j < smaller(at.columns / 2, Index{2}); ++j) {
            Packet best = broadcast(0.0F), place = broadcast(4.0F);
#pragma GCC unroll 4
            for (Index k = 0; k < 4; ++k) {
                const Packet value = add(tile.pixels[2 * i + k / 2][2 * j + k % 2], bias);
                const Packet wins = select(equal(value, value), lessThan(best, value), all);
                best = select(wins, value, best);
                place = select(wins, broadcast(static_cast<float>(k)), place);
            }
            const Index to = first + i * p.outRowStride + j * p.outPixelStride;
            storeSome(p.out + to, best, at.channels);
            storeSome(p.places + to, place, at.channels);
        }
}

/// One tile, some output channels: up to 4×4 pixels, as many as lie inside.
void transformTile(const SlidingProduct& p, const TileStrip& strip, Index tile, Index n) {
    TilePlace at{.y = 4 * (strip.firstRow + tile / strip.columns), .x = 4 * (tile % strip.columns), .n = n};
    at.rows = p.outRows - at.y;
    at.columns = p.outColumns - at.x;
    at.channels = smaller(p.outChannels - n, Index{kLanes<Packet>});
    OutputTile pixels;
    transformBack(strip.output + tile * p.outChannels + n, strip.plane(p.outChannels), at.channels, pixels);
    const Packet bias = p.bias == nullptr ? broadcast(0.0F) : loadSome(p.bias + n, at.channels);
    if (p.epilogue == Epilogue::ReluMaxPool)
        writePooledTile(p, pixels, at, bias);
    else
        writeTile(p, pixels, at, bias);
}

void computeStrip(const SlidingProduct& p, TileStrip strip) {
    strip.first = {.image = p.image,
                   .height = p.height,
                   .width = p.width,
                   .channels = p.channels,
                   .firstRow = p.firstRow + 4 * strip.firstRow,
                   .firstColumn = p.firstColumn,
                   .rows = 6,
                   .columns = 6};
    strip.input = kernelScratch(KernelScratch::Transform, kTilePlaces * strip.plane(p.channels));
    strip.output = kernelScratch(KernelScratch::TransformedOutput, kTilePlaces * strip.plane(p.outChannels));
    transformInput(strip, p.channels);
    multiplyPlanes(p, strip);
    for (Index tile = 0; tile < strip.tiles(); ++tile)
        for (Index n = 0; n < p.outChannels; n += kLanes<Packet>)
            transformTile(p, strip, tile, n);
}

} // namespace

void transformInput(const TileStrip& strip, Index channels) {
    const Index plane = strip.plane(channels);
    for (Index tile = 0; tile < strip.tiles(); ++tile) {
        const PixelRows pixels = strip.pixels(tile);
        float* to = strip.input + tile * channels;
        for (Index c = 0; c < channels; c += kLanes<Packet>) {
            const Index count = smaller(channels - c, Index{kLanes<Packet>});
            Packet halfway[6][6];
            for (Index j = 0; j < 6; ++j) {
                Packet d[6];
                for (Index i = 0; i < 6; ++i)
                    d[i] = loadSome(pixels.begin + i * pixels.stride + j * channels + c, count);
                inputTransform(d);
                for (Index i = 0; i < 6; ++i)
                    halfway[i][j] = d[i];
            }
            for (Index i = 0; i < 6; ++i) {
                inputTransform(halfway[i]);
                for (Index j = 0; j < 6; ++j)
                    storeSome(to + (6 * i + j) * plane + c, halfway[i][j], count);
            }
        }
    }
}

bool isWorthWinograd(const Convolution& s) {
    constexpr Index kFewest = 16, kMost = 256, kSmallestImage = 7;
    return s.kernelHeight == 3 && s.kernelWidth == 3 && s.stride == 1 && s.groups == 1 && s.padding <= 2 &&
           s.channels >= kFewest && s.outChannels >= kFewest && s.channels * s.outChannels <= kMost * kMost &&
           smaller(s.height, s.outHeight) >= kSmallestImage && smaller(s.width, s.outWidth) >= kSmallestImage;
}

Index winogradFloats(const WinogradWeights& weights) {
    return kTilePlaces * panelFloats(weights.columns, weights.depth);
}

void transformWeights(const WinogradWeights& w, float* to) {
    constexpr Index kWidest = panelLanes(PanelWidth::Double);
    const Index plane = panelFloats(w.columns, w.depth);
    forEachPanel(w.columns, [&](Index first, Index columns, PanelWidth width) {
        alignas(64) float taps[9][kWidest] = {};
        for (Index k = 0; k < w.depth; ++k) {
            for (Index lane = 0; lane < columns; ++lane) {
                const float* from = w.weight + (first + lane) * w.columnStride + k * w.depthStride;
                for (Index tap = 0; tap < 9; ++tap)
                    taps[tap][lane] = from[w.flipped ? 8 - tap : tap];
            }
            for (Index lane = 0; lane < panelLanes(width); lane += kLanes<Packet>) {
                const Index count = smaller(panelLanes(width) - lane, Index{kLanes<Packet>});
                Packet g[9], places[kTilePlaces];
                for (Index tap = 0; tap < 9; ++tap)
                    g[tap] = load(taps[tap] + lane);
                weightTransform(g, places);
                for (Index place = 0; place < kTilePlaces; ++place)
                    storeSome(to + place * plane + lane, places[place], count);
            }
            to += panelLanes(width);
        }
    });
}

void computeWinograd(const SlidingProduct& p) {
    TileStrip strip;
    strip.columns = (p.outColumns + 3) / 4;
    const Index tileRows = (p.outRows + 3) / 4;
    const Index stripRows = (kStripTiles + strip.columns - 1) / strip.columns;
    for (Index first = 0; first < tileRows; first += stripRows) {
        strip.firstRow = first;
        strip.rows = smaller(stripRows, tileRows - first);
        computeStrip(p, strip);
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
