// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QString>

#include "report/recipe.h"

namespace neurarium {

/// The words of a recipe in the language of the window. A name without a word of its own is shown as it is
/// written in the experiment file, with spaces for underscores.
QString kindName(const std::string& type);
QString optionName(const std::string& name);
/// One sentence about an option; empty when there is none.
QString optionHint(const std::string& name);
QString choiceName(const std::string& choice);
/// A class of pictures; one that the program does not know keeps its name.
QString classWord(const std::string& name);
/// A class of points: they have no other name than the colour they are drawn in.
QString pointWord(const std::string& name);

/// A layer in plain words: "Convolution, 32 maps", "Dense, 64 neurons", "Dropout 30 %".
QString layerTitle(const LayerRecipe& layer, const RecipeCatalogue& catalogue);
/// "32 × 16 × 16".
QString shapeText(const std::vector<std::int64_t>& shape);
/// "71,544".
QString countText(std::int64_t count);

/// Whether a source of data gives pictures.
bool isPictureSource(const std::string& type);

/// The row of that type; null when there is none.
const KindDescription* findKind(const std::vector<KindDescription>& kinds, const std::string& type);

} // namespace neurarium
