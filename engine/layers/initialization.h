// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "layers/layer.h"

namespace neurarium {

/// Fills a parameter from U(-bound, bound) with bound = 1/√fanIn: PyTorch's default for the weights and
/// biases of nn.Linear and nn.Conv2d (kaiming_uniform_ with a = √5). `number` tells a layer's parameters
/// apart.
void fillUniform(Parameter& parameter, const RandomStream& random, std::uint64_t number, std::int64_t fanIn);

/// Fills an embedding from N(0, 0.02²), as GPT-2 does (Radford et al. 2019).
void fillEmbedding(Parameter& parameter, const RandomStream& random);

void fillConstant(Parameter& parameter, float value);

} // namespace neurarium
