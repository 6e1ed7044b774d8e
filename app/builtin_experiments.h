// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace neurarium {

/// The names of the experiments that come with the program, in alphabetical order.
std::vector<std::string> builtinExperiments();

/// The JSON document of one of them; empty when there is none of this name.
std::string builtinExperiment(const std::string& name);

} // namespace neurarium
