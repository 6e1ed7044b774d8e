// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "experiment/experiment.h"

namespace neurarium::cli {

/// An experiment with other options of one layer. `place` is the beginning of the layer's tensors' names
/// ("3", "2.layers.0", or a name of its own), `options` are "slope=0.2" or several with commas between them;
/// "type" is one, too. Throws Error (Refused) for a layer that is not there and for values that cannot be.
Experiment withLayerOptions(const Experiment& experiment, const std::string& place,
                            const std::string& options);

} // namespace neurarium::cli
