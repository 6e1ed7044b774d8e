// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "kernels/points.h"
#include "kernels/sequence.h"

namespace neurarium {

/// A matrix in the order in which the product reads it; made by Kernels::pack, once for many products.
struct PackedMatrix {
    const float* data = nullptr;
    std::int64_t rows = 0, columns = 0;
};

/// C (+)= op(A)·op(B) + bias, row-major. A is M×K (or K×M when transposed), B is K×N (or N×K when
/// transposed). Each element of C is one sum in the order of k, whatever the vector width: the same bits at
/// every level with FMA.
struct Product {
    std::int64_t m = 0, n = 0, k = 0;
    const float* a = nullptr;
    std::int64_t lda = 0;
    bool transposeA = false;
    const float* b = nullptr;
    std::int64_t ldb = 0;
    bool transposeB = false;
    PackedMatrix
        packed{}; ///< unless empty: a packed matrix whose upper left corner is op(B); `b` is not read
    float* c = nullptr;
    std::int64_t ldc = 0;
    bool accumulate = false;     ///< add to C instead of replacing it
    const float* bias = nullptr; ///< n numbers added to each row; may be null
};

/// What a convolution does to its outputs before they are written.
enum class Epilogue {
    None,
    Relu,        ///< the larger of the output and 0 (NaN stays)
    ReluMaxPool, ///< ... and of each 2×2 outputs only the largest; a last odd row or column is left out
};

/// A 2-D convolution of a few channels-last images. Input is N×H×W×C without padding, weights are
/// [O][C/groups][kh][kw] as PyTorch stores them, output is N×outH×outW×O. `padding` zeros surround each
/// image.
struct Convolution {
    std::int64_t samples = 1;
    std::int64_t height = 0, width = 0, channels = 0;
    std::int64_t outChannels = 0, outHeight = 0, outWidth = 0;
    std::int64_t kernelHeight = 0, kernelWidth = 0;
    std::int64_t stride = 1, padding = 0, groups = 1;
    Epilogue epilogue = Epilogue::None;
    std::uint64_t call = 0; ///< calls with the same number above 0 have the same weights: compared only once
};

/// Where a convolution writes.
struct ConvolutionOutput {
    float* data = nullptr;
    float* places = nullptr; ///< pooling: which of the 2×2 won, 0 to 3 row by row, or 4 when none is above 0
};

/// A square window that slides over channels-last images, as max pooling uses it. `padding` pixels around
/// each image count as minus infinity.
struct PoolingShape {
    std::int64_t samples = 1;
    std::int64_t height = 0, width = 0, channels = 0;
    std::int64_t outHeight = 0, outWidth = 0;
    std::int64_t kernel = 0, stride = 0, padding = 0;
};

/// The pixels of a few channels-last images, or the features of a few samples: `rows` of `channels` numbers.
struct ChannelRows {
    std::int64_t rows = 0, channels = 0;
    const float* x = nullptr;
};

/// What batch normalisation does to a channel: (x − mean)·scale + shift.
struct ChannelScaling {
    const float* mean = nullptr;
    const float* scale = nullptr;
    const float* shift = nullptr;
};

/// ... and to its gradient: scale·gradY + slope·(x − mean) + offset.
struct ChannelGradient {
    const float* gradY = nullptr;
    const float* mean = nullptr;
    const float* scale = nullptr;
    const float* slope = nullptr;
    const float* offset = nullptr;
};

/// One step of Adam (Kingma and Ba 2015; PyTorch's torch.optim.Adam and AdamW) over flat buffers of n
/// numbers.
struct AdamStep {
    double lr = 0, beta1 = 0, beta2 = 0, eps = 0; ///< double: 1 - 0.999F would be wrong by 1e-5
    double weightDecay = 0;
    bool decoupled = false; ///< AdamW: the decay acts on the weight, not on the gradient
    double correction1 = 1; ///< 1 - beta1^t
    double correction2 = 1; ///< 1 - beta2^t
};

/// One step of SGD (PyTorch's torch.optim.SGD, dampening 0).
struct SgdStep {
    float lr = 0, momentum = 0, weightDecay = 0;
    bool nesterov = false;
    bool first = false; ///< the momentum buffer is set to the gradient instead of decayed
};

/// The numeric kernels at one instruction level, chosen once at start by processor features
/// (NEURARIUM_ISA=baseline|v3|v4 forces one). Every function runs on the calling thread and allocates nothing
/// but a thread-local scratch that grows to the largest size seen. Element-wise ones may work in place.
struct Kernels {
    const char* level;      ///< "baseline", "v3", "v4"
    const char* arithmetic; ///< "fma-2", or "nofma-LEVEL-2": equal texts promise equal bits; the number rises
                            ///< with them

    void (*product)(const Product& product);
    /// Packs op(B) of a product (n, k, b, ldb, transposeB are read); `to` has room for packedSize(k, n)
    /// floats.
    void (*pack)(const Product& product, float* to);
    std::int64_t (*packedSize)(std::int64_t rows, std::int64_t columns);
    /// y[j] += Σ x[row][j], row by row in order.
    void (*addRows)(std::int64_t rows, std::int64_t n, const float* x, float* y);

    /// y = conv(x) (+ bias) after the epilogue; bias may be null.
    void (*convolve)(const Convolution& shape, const float* x, const float* weight, const float* bias,
                     const ConvolutionOutput& y);
    /// Whether convolutions of this shape pool in their epilogue.
    bool (*poolsInEpilogue)(const Convolution& shape);
    /// gradX = gradient of the input (replaced, not added to).
    void (*convolveBackwardInput)(const Convolution& shape, const float* gradY, const float* weight,
                                  float* gradX);
    /// Floats in which a weight gradient is added up, in an order of its own.
    std::int64_t (*weightGradientSums)(const Convolution& shape);
    /// sums += ..., gradBias += ... (gradBias may be null), image by image in order.
    void (*convolveBackwardWeight)(const Convolution& shape, const float* x, const float* gradY, float* sums,
                                   float* gradBias);
    /// gradWeight = what the sums stand for.
    void (*finishWeightGradient)(const Convolution& shape, const float* sums, float* gradWeight);

    /// y = the largest value in each window, NaN if there is one; `places` (as many as y) = the number of the
    /// first place in the window, row by row, that held it.
    void (*maxPool)(const PoolingShape& shape, const float* x, float* y, float* places);
    /// gradX = gradY at the places that won (replaced, not added to); places beyond the window won nothing.
    void (*maxPoolBackward)(const PoolingShape& shape, const float* gradY, const float* places, float* gradX);

    /// sums[c] += Σ x and sums[channels + c] += Σ x² of each channel, row by row in order.
    void (*sumChannels)(const ChannelRows& x, double* sums);
    /// sums[c] += Σ gradY and sums[channels + c] += Σ gradY·(x − μ)·ρ, likewise; statistics: μ and ρ of each
    /// channel.
    void (*sumChannelGradients)(const ChannelRows& x, const float* gradY, const double* statistics,
                                double* sums);
    void (*scaleChannels)(const ChannelRows& x, const ChannelScaling& scaling, float* y);
    void (*channelGradient)(const ChannelRows& x, const ChannelGradient& gradient, float* gradX);

    /// y = the larger of x and 0 (NaN stays); gradX = gradY where y is above 0, else 0.
    void (*relu)(std::int64_t n, const float* x, float* y);
    void (*reluBackward)(std::int64_t n, const float* y, const float* gradY, float* gradX);
    void (*exp)(std::int64_t n, const float* x, float* y);
    void (*log)(std::int64_t n, const float* x, float* y);
    void (*tanh)(std::int64_t n, const float* x, float* y);
    void (*sigmoid)(std::int64_t n, const float* x, float* y);
    /// y = x·Φ(x) with the exact normal distribution function (erf), and dydx = its derivative (may be null).
    void (*gelu)(std::int64_t n, const float* x, float* y, float* dydx);

    /// y = base + dropout(x); base may be null, y may be x or base.
    void (*dropout)(const DropoutDraw& draw, std::int64_t n, const DropoutNumbers& numbers);
    void (*layerNorm)(const LayerNormalization& shape);
    /// Reads x, gamma and statistics of `forward`.
    void (*layerNormBackward)(const LayerNormalization& forward, const LayerNormalizationGradient& gradient);
    void (*softmax)(const SoftmaxRows& rows);
    void (*attention)(const Attention& attention);
    void (*attentionBackward)(const Attention& forward, const AttentionGradient& gradient);

    /// out = ((shards[0] + shards[1]) + shards[2]) + ... element by element.
    void (*sumShards)(std::int64_t n, int shards, const float* const* shard, float* out);
    void (*adam)(const AdamStep& step, std::int64_t n, const float* gradient, float* value, float* moment1,
                 float* moment2);
    void (*sgd)(const SgdStep& step, std::int64_t n, const float* gradient, float* value, float* momentum);
    /// The sum of x·x in one fixed 16-lane order, in double precision.
    double (*sumOfSquares)(std::int64_t n, const float* x);
    /// No number is NaN or infinite.
    bool (*allFinite)(std::int64_t n, const float* x);
    /// Σ (a − b)² in one fixed 16-lane order.
    float (*squaredDistance)(std::int64_t n, const float* a, const float* b);
    void (*repel)(const Repulsion& repulsion);
};

/// The table for this processor. Throws Error when NEURARIUM_ISA names a level that it does not have.
const Kernels& kernels();

/// A table by level name; null when this processor cannot run it.
const Kernels* kernelsAt(const char* level);

} // namespace neurarium
