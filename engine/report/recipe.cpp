// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/recipe.h"

#include <numeric>

namespace neurarium {

std::int64_t RecipeCheck::weights() const {
    return std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                           [](std::int64_t sum, const LayerCheck& layer) { return sum + layer.weights; });
}

std::int64_t RecipeCheck::biases() const {
    return std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                           [](std::int64_t sum, const LayerCheck& layer) { return sum + layer.biases; });
}

} // namespace neurarium
