// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "checkpoint/training_state.h"
#include "report/checkpoint_info.h"
#include "report/error.h"

namespace neurarium {

/// The first few of some names, for a sentence.
std::string listedNames(const std::vector<std::string>& names);

/// "000012.safetensors"
bool isCheckpointName(std::string_view name);

/// A checkpoint that is recorded but whose file cannot be used.
struct DamagedCheckpoint {
    CheckpointInfo info;
    Problem problem;
};

/// What does not fit together between the rows of a run and its files.
struct Inventory {
    std::vector<CheckpointInfo> rowsWithoutFile;
    std::vector<std::filesystem::path>
        filesWithoutRow; ///< complete, but never announced or taken out of the history
    std::vector<std::filesystem::path> partialFiles; ///< cut off while they were written
    std::vector<DamagedCheckpoint> damaged;

    /// One sentence for each kind of thing found. `cleaned`: rows and files were removed.
    std::vector<Message> notes(bool cleaned) const;
};

/// Compares the rows with the files. Every file's size is checked, and its content for the newest and the
/// best ones (about 256 MB); the others are checked when they are loaded. Files that no run makes are left
/// out.
Inventory takeInventory(const std::filesystem::path& folder, const std::vector<CheckpointInfo>& checkpoints);

/// Removes the files of an inventory that belong to nothing; those that cannot be removed stay.
void removeLeftovers(const Inventory& inventory);

/// Reads a checkpoint's file; it must carry the hash that was recorded. Throws Error.
TrainingState readCheckpoint(const std::filesystem::path& folder, const CheckpointInfo& info);

} // namespace neurarium
