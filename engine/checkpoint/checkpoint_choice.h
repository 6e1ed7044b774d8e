// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/proof.h"
#include "report/timeline.h"

namespace neurarium {

/// "A" for 0, "Z" for 25, "AA" for 26 ...
std::string checkpointLetter(std::int64_t index);

/// The checkpoint that a selector means: `last` (the newest of the current branch; before its first, the one
/// it left from), `best` (the lowest validation loss, the earliest of equals), an id, `name:TEXT` (a name or
/// else a letter), or at least eight hex digits of the hash ("7F3A-91C2" as shown, too). Equal hashes are
/// equal states: the earliest is taken. Throws Error (Refused) when there is none, or more than one that
/// fits.
CheckpointInfo chooseCheckpoint(const Timeline& timeline, const std::string& selector);

/// The step that a selector means: `step:N` (of the current branch), or `BRANCH:N`. Nothing for one that
/// means a checkpoint. Throws Error (Refused) when the branch is not there.
std::optional<StepPlace> stepPlace(const Timeline& timeline, const std::string& selector);

/// The checkpoint with the lowest validation loss.
std::optional<CheckpointInfo> bestCheckpoint(const std::vector<CheckpointInfo>& checkpoints);

} // namespace neurarium
