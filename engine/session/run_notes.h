// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkpoint/run_store.h"
#include "data/data_split.h"

namespace neurarium {

/// Note of a run: the planned epochs, once they were raised while training.
inline constexpr const char* kPlannedEpochsNote = "planned epochs";
/// Note of a run: it began with weights from a file, so its first steps cannot be repeated from the seed.
inline constexpr const char* kInitialWeightsNote = "initial weights";

/// Notes with the run what its data looks like, so that its network can be used where the data is not.
void noteData(RunStore& store, const DataSplit& data);

bool isDataNoted(const RunStore& store);

/// Data that looks like the run's own and has its hash, with one blank sample: enough to build the network
/// and to restore a checkpoint into it. Throws Error (DamagedFile) when the note is missing or wrong.
DataSplit standInData(const RunStore& store);

} // namespace neurarium
