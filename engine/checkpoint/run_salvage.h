// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/error.h"
#include "report/step_report.h"
#include "report/thumbnail.h"
#include "report/timeline.h"

namespace neurarium {

/// Everything that a run's history holds, as values.
struct RunHistory {
    Timeline timeline;
    std::map<std::string, std::string> notes;
    std::vector<EpochReport> epochs;
    std::vector<StepReport> steps;
    std::vector<Thumbnail> thumbnails;
    std::int64_t letters = 0;        ///< given so far
    std::int64_t lastCheckpoint = 0; ///< the highest id ever used
};

/// What can still be read of a damaged history.
struct Salvage {
    RunHistory history;
    bool isWhole = false;           ///< the file is sound: nothing was lost
    bool hasIndex = false;          ///< branches, checkpoints and marks could all be read
    bool hasEveryStep = false;      ///< steps and epochs, too
    std::optional<Problem> problem; ///< what is wrong with it
};

/// Reads a run's run.sqlite table by table; changes nothing. A file that is missing is a problem like others.
/// Throws Error for what is no damage: a run of a newer version (Refused), a file that cannot be read now
/// (Storage).
Salvage salvageHistory(const std::filesystem::path& folder);

/// Puts a new run.sqlite with this history in the place of the old one, which is kept under the name that is
/// returned ("run.damaged-1.sqlite"; empty when there was none). Throws Error (Storage).
std::string replaceHistory(const std::filesystem::path& folder, const RunHistory& history);

} // namespace neurarium
