// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "checkpoint/provisional.h"
#include "report/archive_report.h"

namespace neurarium {

class RunStore;

/// What a class wrote on the attention heads of a run; a run need not have it.
inline constexpr const char* kHeadNotes = "head-notes.json";

/// Called while a run is packed or unpacked; returns false to end it, which throws Error and leaves nothing.
using ArchiveProgress = std::function<bool(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;

/// A run as it is at one moment, to be packed into one zip file while the run goes on: experiment.json,
/// run.sqlite, the checkpoints and the notes on attention heads, under the name of the run's folder.
class RunPacking {
public:
    /// Writes what waits in the store and copies its history and notes to beside `file`; nobody else uses the
    /// store meanwhile. Throws Error: Refused for a run that is open for looking only, and when `file`
    /// exists.
    RunPacking(RunStore& store, const std::filesystem::path& file);

    /// On any thread. No checkpoint may be thinned until this returns; new ones do no harm. Throws Error.
    ArchiveReport write(const ArchiveProgress& progress) const;

private:
    struct Item {
        std::filesystem::path from;
        std::string name; ///< within the run: "checkpoints/000001.safetensors"
        std::uint64_t bytes = 0;
    };

    void collect(const std::filesystem::path& run);
    std::uint64_t bytes() const;
    std::string folderName() const;

    const std::filesystem::path m_file;
    const std::filesystem::path m_run; ///< its folder
    Provisional m_history;             ///< the copy
    Provisional m_headNotes;           ///< likewise
    std::vector<Item> m_items;
    std::vector<Message> m_notes;
};

/// Packs a run that nobody has open for writing. The same run gives the same bytes. The file is on the disk
/// completely or not there at all; one that exists is refused. Throws Error.
ArchiveReport packRun(const std::filesystem::path& run, const std::filesystem::path& file,
                      const ArchiveProgress& progress = {});

/// Looks through the names and sizes in a packed run; the same files are refused as by unpackRun.
PackedContent lookIntoPacked(const std::filesystem::path& file);

/// Opens a packed run into a new folder. The file may come from anybody: only the files a run has are taken,
/// by name; links, absolute paths, "..", a name that comes twice, more files or bytes than a run can have, or
/// than the disk has room for, are refused before anything is written. The folder is on the disk completely,
/// opened once and found sound, or not there at all. Throws Error.
ArchiveReport unpackRun(const std::filesystem::path& file, const std::filesystem::path& run,
                        const ArchiveProgress& progress = {});

} // namespace neurarium
