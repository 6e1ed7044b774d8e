// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/sliding_product.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// Winograd's minimal filtering F(4×4, 3×3) (Lavin and Gray 2016, "Fast algorithms for convolutional neural
/// networks"): 4×4 output pixels from 6×6 input pixels with 36 multiplications for each pair of channels, not
/// 144. With d the input and g the weights: Y = Aᵀ[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]A, summed over the input channels in
/// between.
///
/// Whether the shape is worth it: part of the arithmetic, so the same at all levels.
bool isWorthWinograd(const Convolution& shape);

/// How the 3×3 weights of input channel k and output column j are found: weight[j·column + k·depth + tap].
struct WinogradWeights {
    const float* weight = nullptr;
    Index columns = 0, depth = 0;
    Index columnStride = 0, depthStride = 0;
    bool flipped = false; ///< the tap (2 - ky, 2 - kx) instead of (ky, kx): for the gradient of the input
};

/// Floats that the transformed weights take, and the transformation: panels [36][panel][k][lane].
Index winogradFloats(const WinogradWeights& weights);
void transformWeights(const WinogradWeights& weights, float* to);

/// The 36 places of a tile are written together: a cache line more between them, so that they do not all fall
/// into the same few lines of the first-level cache.
constexpr Index paddedPlane(Index floats) {
    return floats + 16;
}

/// Some rows of tiles: the pixels under the first of them and the two transformed forms of all,
/// [36][tile][channel].
struct TileStrip {
    PixelWindow first;
    Index firstRow = 0, rows = 0, columns = 0;
    float* input = nullptr;
    float* output = nullptr;

    Index tiles() const { return rows * columns; }
    /// The pixels under a tile; only those at an edge of the image are copied.
    PixelRows pixels(Index tile) const {
        PixelWindow window = first;
        window.firstRow += 4 * (tile / columns);
        window.firstColumn += 4 * (tile % columns);
        return windowRows(window);
    }
    /// Floats from one place of a transformed tile to the next.
    Index plane(Index channels) const { return paddedPlane(tiles() * channels); }
};

/// strip.input[36][tile][c] = Bᵀ·pixels·B for each tile.
void transformInput(const TileStrip& strip, Index channels);

/// Floats in which the weight gradient is added up, transformed: [36][c][o].
Index winogradGradientSums(const Convolution& shape);
/// Adds one image's gradient, from its input and the gradient of its output.
void addWinogradGradient(const Convolution& shape, const float* x, const float* gradY, float* sums);
/// gradient[tap][c][o] = Gᵀ·sums·G.
void transformGradientBack(const Convolution& shape, const float* sums, float* gradient);

/// The sliding product of a 3×3 window with step 1 and one group; `panels` are transformed weights.
void computeWinograd(const SlidingProduct& product);

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
