// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace neurarium {

/// Called while a run is packed or unpacked; returns false to end it, which throws Error and leaves nothing.
using ArchiveProgress = std::function<bool(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;

/// Packs a run into one zip file, which any system opens: experiment.json, run.sqlite and the checkpoints,
/// under the name of the run's folder. Nobody may have the run open for writing. The same run gives the same
/// bytes. The file is there completely or not at all; one that exists is refused. Throws Error.
void packRun(const std::filesystem::path& run, const std::filesystem::path& file,
             const ArchiveProgress& progress = {});

/// Opens a packed run into a new folder. The file may come from anybody: only the files a run has are taken,
/// by name; links, absolute paths, "..", a name that comes twice, more files or bytes than a run can have, or
/// than the disk has room for, are refused before anything is written. The folder is there completely, opened
/// once and found sound, or not at all. Throws Error.
void unpackRun(const std::filesystem::path& file, const std::filesystem::path& run,
               const ArchiveProgress& progress = {});

} // namespace neurarium
