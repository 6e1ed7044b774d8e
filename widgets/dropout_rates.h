// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "report/recipe.h"

namespace neurarium {

/// The rate of each dropout layer of a network, in order, those inside of blocks included.
std::vector<double> dropoutRates(const std::vector<LayerRecipe>& network);

/// Gives each dropout layer its rate; one rate is for all of them.
void setDropoutRates(std::vector<LayerRecipe>& network, const std::vector<double>& rates);

} // namespace neurarium
