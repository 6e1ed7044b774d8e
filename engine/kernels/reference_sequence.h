// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"

/// The reference kernels that sequences of tokens need; kernels.h says what each does.
namespace neurarium::reference {

void addRows(std::int64_t rows, std::int64_t n, const float* x, float* y);
void dropout(const DropoutDraw& draw, std::int64_t n, const DropoutNumbers& numbers);
void layerNorm(const LayerNormalization& shape);
void layerNormBackward(const LayerNormalization& forward, const LayerNormalizationGradient& gradient);
void softmax(const SoftmaxRows& rows);
void attention(const Attention& attention);
void attentionBackward(const Attention& forward, const AttentionGradient& gradient);

} // namespace neurarium::reference
