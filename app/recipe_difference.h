// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "report/recipe.h"

namespace neurarium {

/// What is different in another recipe, in a word or two: "learning rate", "data", "layers".
QString recipeDifference(const Recipe& before, const Recipe& after);

} // namespace neurarium
