// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"

/// The kernels of one instruction level; kernels.h says what each does.
namespace neurarium::NEURARIUM_KERNEL_LEVEL {

void product(const Product& product);
void pack(const Product& product, float* to);
std::int64_t packedSize(std::int64_t rows, std::int64_t columns);
void addRows(std::int64_t rows, std::int64_t n, const float* x, float* y);
void convolve(const Convolution& shape, const float* x, const float* weight, const float* bias,
              const ConvolutionOutput& y);
bool poolsInEpilogue(const Convolution& shape);
void convolveBackwardInput(const Convolution& shape, const float* gradY, const float* weight, float* gradX);
std::int64_t weightGradientSums(const Convolution& shape);
void convolveBackwardWeight(const Convolution& shape, const float* x, const float* gradY, float* sums,
                            float* gradBias);
void finishWeightGradient(const Convolution& shape, const float* sums, float* gradWeight);
void maxPool(const PoolingShape& shape, const float* x, float* y, float* places);
void maxPoolBackward(const PoolingShape& shape, const float* gradY, const float* places, float* gradX);
void sumChannels(const ChannelRows& x, double* sums);
void sumChannelGradients(const ChannelRows& x, const float* gradY, const double* statistics, double* sums);
void scaleChannels(const ChannelRows& x, const ChannelScaling& scaling, float* y);
void channelGradient(const ChannelRows& x, const ChannelGradient& gradient, float* gradX);
void relu(std::int64_t n, const float* x, float* y);
void reluBackward(std::int64_t n, const float* y, const float* gradY, float* gradX);
void expOf(std::int64_t n, const float* x, float* y);
void logOf(std::int64_t n, const float* x, float* y);
void tanhOf(std::int64_t n, const float* x, float* y);
void sigmoidOf(std::int64_t n, const float* x, float* y);
void geluOf(std::int64_t n, const float* x, float* y, float* dydx);
void dropout(const DropoutDraw& draw, std::int64_t n, const DropoutNumbers& numbers);
void layerNorm(const LayerNormalization& shape);
void layerNormBackward(const LayerNormalization& forward, const LayerNormalizationGradient& gradient);
void softmax(const SoftmaxRows& rows);
void attention(const Attention& attention);
void attentionBackward(const Attention& forward, const AttentionGradient& gradient);
void sumShards(std::int64_t n, int shards, const float* const* shard, float* out);
void adam(const AdamStep& step, std::int64_t n, const float* gradient, float* value, float* moment1,
          float* moment2);
void sgd(const SgdStep& step, std::int64_t n, const float* gradient, float* value, float* momentum);
double sumOfSquares(std::int64_t n, const float* x);
bool allFinite(std::int64_t n, const float* x);
float squaredDistance(std::int64_t n, const float* a, const float* b);
void repel(const Repulsion& repulsion);

extern const Kernels kTable;

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
