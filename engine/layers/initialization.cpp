// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/initialization.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

void fillUniform(Parameter& parameter, const RandomStream& random, std::uint64_t number, std::int64_t fanIn) {
    const auto bound = static_cast<float>(1.0 / std::sqrt(static_cast<double>(fanIn)));
    for (std::size_t i = 0; i < parameter.value.size(); ++i)
        parameter.value[i] = random.uniform(number, i, -bound, bound);
}

void fillEmbedding(Parameter& parameter, const RandomStream& random) {
    constexpr float kDeviation = 0.02F;
    for (std::size_t i = 0; i < parameter.value.size(); ++i)
        parameter.value[i] = kDeviation * random.normal(0, i);
}

void fillConstant(Parameter& parameter, float value) {
    std::fill(parameter.value.begin(), parameter.value.end(), value);
}

} // namespace neurarium
