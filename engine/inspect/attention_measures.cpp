// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/attention_measures.h"

#include <cmath>

namespace neurarium {

double attentionEntropy(std::span<const float> weights, std::int64_t tokens) {
    double sum = 0;
    for (const float weight : weights)
        if (weight > 0)
            sum -= static_cast<double>(weight) * std::log2(weight);
    return sum / static_cast<double>(tokens);
}

double attentionDistance(std::span<const float> weights, std::int64_t tokens) {
    double sum = 0;
    for (std::int64_t i = 0; i < tokens; ++i)
        for (std::int64_t j = 0; j < tokens; ++j)
            sum += static_cast<double>(weights[static_cast<std::size_t>(i * tokens + j)]) *
                   std::abs(static_cast<double>(i - j));
    return sum / static_cast<double>(tokens);
}

} // namespace neurarium
