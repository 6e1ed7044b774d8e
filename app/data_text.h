// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "data/data_split.h"
#include "experiment/experiment.h"

namespace neurarium {

/// The text that an experiment trains on, or its first million tokens; empty for one that trains on something
/// else.
std::string dataText(const Experiment& experiment, const DataSplit& split);

/// The built-in recipe for stories, made to learn from a text file instead: its pieces are learnt pairs.
Experiment experimentOnText(const std::string& path);

/// A short text of the same kind that it does not train on; empty where there is none.
std::string unseenSentence(const Experiment& experiment, const DataSplit& split);

} // namespace neurarium
