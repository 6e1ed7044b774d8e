// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "app/cli/console.h"
#include "report/epoch_report.h"
#include "report/network_graph.h"
#include "report/outcome.h"
#include "report/step_report.h"
#include "report/timeline.h"
#include "report/twin.h"

namespace neurarium::cli {

/// The objects that the command line prints. Events have "event" as their first key; paths are absolute.
Json startedEvent(const NetworkGraph& graph);
Json stepEvent(const StepReport& step);
Json epochEvent(const EpochReport& epoch);
Json markEvent(const Mark& mark);
Json checkpointEvent(const CheckpointInfo& checkpoint, const std::filesystem::path& run);
Json finishedEvent(const std::string& reason, const Outcome& outcome);
std::string reasonText(FinishReason reason);

/// The same things inside `info`, without "event".
Json branchObject(const Branch& branch);
Json markObject(const Mark& mark);
Json checkpointObject(const CheckpointInfo& checkpoint, const std::filesystem::path& run);

/// What `twin` answers.
Json twinObject(const TwinReport& report, const std::filesystem::path& run);

} // namespace neurarium::cli
