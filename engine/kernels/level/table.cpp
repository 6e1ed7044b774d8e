// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

const Kernels kTable{
    .level = NEURARIUM_KERNEL_LEVEL_NAME,
    .arithmetic = NEURARIUM_KERNEL_ARITHMETIC,
    .product = product,
    .pack = pack,
    .packedSize = packedSize,
    .addRows = addRows,
    .convolve = convolve,
    .poolsInEpilogue = poolsInEpilogue,
    .convolveBackwardInput = convolveBackwardInput,
    .weightGradientSums = weightGradientSums,
    .convolveBackwardWeight = convolveBackwardWeight,
    .finishWeightGradient = finishWeightGradient,
    .maxPool = maxPool,
    .maxPoolBackward = maxPoolBackward,
    .sumChannels = sumChannels,
    .sumChannelGradients = sumChannelGradients,
    .scaleChannels = scaleChannels,
    .channelGradient = channelGradient,
    .relu = relu,
    .reluBackward = reluBackward,
    .exp = expOf,
    .log = logOf,
    .tanh = tanhOf,
    .sigmoid = sigmoidOf,
    .gelu = geluOf,
    .dropout = dropout,
    .layerNorm = layerNorm,
    .layerNormBackward = layerNormBackward,
    .softmax = softmax,
    .attention = attention,
    .attentionBackward = attentionBackward,
    .sumShards = sumShards,
    .adam = adam,
    .sgd = sgd,
    .sumOfSquares = sumOfSquares,
    .allFinite = allFinite,
    .squaredDistance = squaredDistance,
    .repel = repel,
};

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
