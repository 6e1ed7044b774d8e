// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "report/recipe.h"

namespace neurarium {

/// A run described completely: data, network and training. The JSON document and this value are the same
/// thing. `Recipe` holds it; the names of its parts are those of the experiment file (DESIGN section 5).
using Experiment = Recipe;

/// Reads an experiment document. Unknown or repeated keys, wrong types, impossible values and nesting beyond
/// 64 throw Error (Refused) whose `where` is the place ("network[3].kernel"). Nothing is read from the data.
Experiment parseExperiment(const std::string& json);
/// Reads a file; relative data paths are made absolute from the file's folder.
Experiment readExperiment(const std::filesystem::path& path);

/// The document, keys in a fixed order, options with default values left out. parseExperiment gives the same
/// value back.
std::string experimentJson(const Experiment& experiment);

/// SHA-256 (64 hex digits) of what a state depends on: data options, network, training; not name, paths,
/// epochs, checkpoint_every and early stopping.
std::string experimentHash(const Experiment& experiment);

/// Everything an experiment may contain, for validation and for the recipe panel.
const RecipeCatalogue& recipeCatalogue();

/// The description of a kind by its type in one of the catalogue's lists; throws std::out_of_range.
const KindDescription& describedKind(const std::vector<KindDescription>& kinds, const std::string& type);

} // namespace neurarium
