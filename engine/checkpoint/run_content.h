// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checkpoint/database.h"
#include "checkpoint/run_lock.h"
#include "checkpoint/run_recovery.h"
#include "checkpoint/run_tables.h"
#include "checkpoint/step_blocks.h"
#include "report/error.h"
#include "report/timeline.h"

namespace neurarium {

/// The text of experiment.json. Throws Error (DamagedFile).
std::string experimentText(const std::filesystem::path& folder);

/// Makes the folder of a new run: experiment.json, an empty history, and a place for checkpoints. Refuses a
/// folder that is not empty; leaves nothing behind when it fails.
void makeRun(const std::filesystem::path& folder, const std::string& experimentJson);

/// An open run: its history in memory, what of it waits to be written, and the database it goes to.
struct RunContent {
    /// Opens and, for a writer, cleans up. `notes` is told what was found.
    RunContent(const std::filesystem::path& runFolder, bool forWriting, std::vector<Message>& notes);

    bool isWriter() const { return lock != nullptr; }
    const DamagedCheckpoint* damageOf(CheckpointId id) const;
    bool isAnythingWaiting() const;
    /// Writes all that waits and whatever `more` adds in one transaction; it goes on waiting when that fails.
    void commit(const std::function<void(Database&)>& more);
    /// False only when it is certain that the database has no such row.
    bool mayHaveRow(CheckpointId checkpoint) const noexcept;

    /// Everything but the steps that is not in the database yet.
    struct Waiting {
        std::vector<Branch> branches;
        std::vector<EpochReport> epochs;
        std::vector<Mark> marks;
        std::set<std::string> notes;
    };

    std::filesystem::path folder;
    std::unique_ptr<RunLock> lock;
    std::string experimentJson;
    Database database;
    Timeline timeline;
    std::vector<DamagedCheckpoint> damaged;
    std::map<std::string, std::string> notes;
    std::int64_t lastCheckpoint = 0; ///< the highest id ever used
    std::int64_t letters = 0;        ///< given so far
    StepBlocks steps;
    Waiting waiting;

private:
    void compareWithFiles(std::vector<Message>& found);
};

} // namespace neurarium
