// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checkpoint/training_state.h"
#include "report/epoch_report.h"
#include "report/error.h"
#include "report/step_report.h"
#include "report/timeline.h"

namespace neurarium {

struct NewCheckpoint {
    BranchId branch;
    CheckpointOrigin origin = CheckpointOrigin::Automatic;
    std::string name;
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    std::optional<double> validationLoss;
    std::optional<double> validationAccuracy;
};

/// What opening a run found to put right, in sentences for the user.
struct Recovery {
    std::vector<Message> notes;
};

/// The run folder NAME.neurarium: experiment.json, run.sqlite (history, branches, marks, checkpoints) and
/// checkpoints/*.safetensors. One writer at a time; used from one thread at a time. Everything throws Error.
class RunStore {
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Makes a new folder. Refuses one that exists and is not empty.
    static std::unique_ptr<RunStore> create(const std::filesystem::path& folder, const std::string& experimentJson);
    /// Opens a run. For writing: takes the lock (throws, naming the holder, when another process has it), removes
    /// rows without a file and files without a row, and says so in `recovery`.
    static std::unique_ptr<RunStore> open(const std::filesystem::path& folder, Access access,
                                          Recovery* recovery = nullptr);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    const std::filesystem::path& folder() const;
    const std::string& experimentJson() const;

    /// Starts a line of history and makes it the current one.
    BranchId addBranch(const Branch& branch);
    /// Steps are kept in memory and written in blocks of up to 4,096: with each checkpoint, with `flush`, and by the
    /// caller's timer at least once a second.
    void addStep(const StepReport& step);
    void addEpoch(const EpochReport& epoch);
    MarkId addMark(const Mark& mark);
    /// Writes the state's file, then its row; announced (returned) only when both are safe. Persons' saves and saves
    /// before a change get the next letter.
    CheckpointInfo addCheckpoint(const NewCheckpoint& checkpoint, const TrainingState& state);
    void rename(CheckpointId checkpoint, const std::string& name);
    void flush();
    /// Removes automatic checkpoints but the newest `keep`, and never the last of a branch, the best, a named one or
    /// one made before a change. The row's removal is committed before the file's. Returns the ids removed.
    std::vector<CheckpointId> thin(std::size_t keep);

    Timeline timeline() const;
    std::vector<EpochReport> epochs(BranchId branch) const;
    /// The steps of one branch itself (not of its parents), in order.
    std::vector<StepReport> steps(BranchId branch) const;
    std::optional<CheckpointInfo> checkpoint(CheckpointId id) const;
    /// `last`, `best`, an id, `name:TEXT`, or at least eight hex digits of the hash. Throws Error when there is none,
    /// or more than one that fits.
    CheckpointInfo find(const std::string& selector) const;
    /// Reads and checks a checkpoint's file.
    TrainingState load(CheckpointId id) const;
    /// Free text kept with the run (what the window shows when it is opened again).
    void setNote(const std::string& key, const std::string& value);
    std::string note(const std::string& key) const;

private:
    struct Content;
    explicit RunStore(std::unique_ptr<Content> content);
    std::unique_ptr<Content> m_content;
};

} // namespace neurarium
