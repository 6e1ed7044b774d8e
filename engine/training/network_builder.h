// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "experiment/experiment.h"
#include "layers/network.h"

namespace neurarium {

/// The network of an experiment for data of this description, not yet initialised. Throws Error (Refused)
/// with the layer's place, also when the network would need more than half of the machine's memory.
Network buildNetwork(const Experiment& experiment, const DatasetDescription& data);

} // namespace neurarium
