// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/training_session.h"

namespace neurarium {

/// Reads an experiment's data through the dataset catalogue, for a TrainingSession. `threads` as in
/// ReadContext.
DataSource catalogueSource(int threads = 0);

} // namespace neurarium
