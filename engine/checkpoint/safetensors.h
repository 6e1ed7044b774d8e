// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/training_state.h"

namespace neurarium {

/// The bytes of the file that holds this state: header with sorted keys, __metadata__ with "sha256" added,
/// padded with spaces to a multiple of 8. The same state gives the same bytes.
std::vector<std::uint8_t> encodeSafetensors(const TrainingState& state);

/// Reads a whole file image. Every rule of the format is checked before anything of that size is allocated;
/// each breach throws Error (DamagedFile) with `where` as its place. When the metadata has "sha256" it must
/// be right; it is not part of the state's metadata.
TrainingState decodeSafetensors(std::span<const std::uint8_t> bytes, const std::string& where);

/// Reads a file; memory stays below the file's size plus 32 MB. Throws Error. `sha256` is given the hash that
/// the file carries, which has been checked; it stays empty for a file made by another program.
TrainingState readSafetensors(const std::filesystem::path& path, std::string* sha256 = nullptr);

/// Writes a file so that it is either there completely or not at all: written, flushed, fsynced, renamed into
/// place, the folder fsynced, read back and compared. Returns the state's hash. Throws Error (Storage) that
/// names the folder and the room needed; nothing is left behind then.
std::string writeSafetensors(const std::filesystem::path& path, const TrainingState& state);

/// The size of the file that writeSafetensors makes of this state.
std::uint64_t safetensorsSize(const TrainingState& state);

} // namespace neurarium
