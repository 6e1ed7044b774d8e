// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/error.h"
#include "report/timeline.h"

namespace neurarium {

/// What repairing a run has done and found.
struct RepairReport {
    bool rebuilt = false;   ///< a new run.sqlite was written
    std::string oldHistory; ///< the name under which the damaged one was kept; empty when there was none
    Timeline timeline;      ///< as the run has it now
    std::vector<Message> notes;
    std::vector<std::string> setAside; ///< damaged files of checkpoints that nothing is known of: new names
    std::vector<std::string> unlisted; ///< sound files of checkpoints that the kept history has no row of
};

/// Rebuilds the index of a run, run.sqlite, when it is damaged or missing: from what can still be read of it,
/// and else from the files of the checkpoints alone. Nothing is deleted. A sound run is left as it is.
/// Throws Error: when the run is open elsewhere, has no experiment.json, or cannot be written to.
RepairReport repairRun(const std::filesystem::path& folder);

} // namespace neurarium
