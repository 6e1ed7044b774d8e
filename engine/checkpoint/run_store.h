// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checkpoint/run_recovery.h"
#include "checkpoint/training_state.h"
#include "report/epoch_report.h"
#include "report/error.h"
#include "report/step_report.h"
#include "report/thumbnail.h"
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
    std::string sample{}; ///< as in CheckpointInfo
};

/// What opening a run found to put right, in sentences for the user.
struct Recovery {
    std::vector<Message> notes;
};

/// The run folder NAME.neurarium: experiment.json, run.sqlite (history, branches, marks, checkpoints) and
/// checkpoints/*.safetensors. One writer at a time; used from one thread at a time. Everything throws Error.
///
/// Branches, marks, steps, epochs and notes are kept in memory until `flush` or the next checkpoint; when
/// that fails (Storage) they stay in memory for the next attempt. What was recorded is never written over: a
/// state that lies before the last step of its branch goes on in a new branch.
class RunStore {
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Makes a new folder. Refuses one that exists and is not empty.
    static std::unique_ptr<RunStore> create(const std::filesystem::path& folder,
                                            const std::string& experimentJson);
    /// Opens a run. For writing: takes the lock (throws Refused, naming the holder, when another process has
    /// it), removes rows without a file and files without a row, and says so in `recovery`. A run of a newer
    /// version is opened read-only, and `recovery` says so. Reading writes nothing at all.
    static std::unique_ptr<RunStore> open(const std::filesystem::path& folder, Access access,
                                          Recovery* recovery = nullptr);
    /// Who has the run open for writing ("neurarium, process 4711"); empty when nobody has.
    static std::string holder(const std::filesystem::path& folder);
    /// Flushes if it can.
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// How it was opened in the end. ReadOnly: everything that would write throws Error (Refused).
    Access access() const;
    const std::filesystem::path& folder() const;
    const std::string& experimentJson() const;

    /// Starts a line of history and makes it the current one. Its id and last step and epoch are filled in
    /// here.
    BranchId addBranch(const Branch& branch);
    /// Makes another branch the current one: "last" is of that one, also when the run is opened again.
    void setCurrent(BranchId branch);
    /// Steps are kept in memory and written in blocks of up to 4,096: with each checkpoint, with `flush`, and
    /// by the caller's timer at least once a second. Each step of a branch must come after the one before; so
    /// must epochs.
    void addStep(const StepReport& step);
    void addEpoch(const EpochReport& epoch);
    /// The id, and the number when it is 0, are filled in here.
    MarkId addMark(const Mark& mark);
    /// Writes the state's file, then its row; announced (returned) only when both are safe. Persons' saves
    /// and saves before a change get the next letter.
    CheckpointInfo addCheckpoint(const NewCheckpoint& checkpoint, const TrainingState& state);
    void rename(CheckpointId checkpoint, const std::string& name);
    void annotate(CheckpointId checkpoint, const std::string& note);
    /// Throws Error (Refused) for what is no PNG file or larger than kLargestThumbnail.
    void setThumbnail(const Thumbnail& thumbnail);
    void flush();
    void setBudget(const DiskBudget& budget);
    /// Removes the automatic checkpoints that have to go for the budget (see thinnable). The row's removal is
    /// committed before the file's. Returns the ids removed.
    std::vector<CheckpointId> thin(const std::vector<CheckpointId>& inUse = {});
    /// What may not go takes more than the budget.
    bool isOverBudget() const;

    /// Checkpoints whose files are damaged are not in it. currentStep, currentEpoch, stepsPerEpoch and
    /// plannedEpochs are the caller's to fill in.
    Timeline timeline() const;
    /// Checkpoints that are recorded but whose files cannot be used, and why.
    const std::vector<DamagedCheckpoint>& damaged() const;
    std::vector<Thumbnail> thumbnails() const;
    std::vector<EpochReport> epochs(BranchId branch) const;
    /// Steps of one branch itself (not of its parents), in order.
    std::vector<StepReport> steps(BranchId branch, const StepRange& range = {}) const;
    std::optional<CheckpointInfo> checkpoint(CheckpointId id) const;
    /// `last`, `best`, an id, `name:TEXT`, or at least eight hex digits of the hash. Throws Error when there
    /// is none, or more than one that fits (Refused), or when its file is damaged (DamagedFile).
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
