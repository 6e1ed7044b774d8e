// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "checkpoint/run_store.h"

namespace neurarium {

/// A run folder whose history is written beside the training: steps and epochs are handed over as they come
/// and reach the disk at least once a second on a thread of the writer's own. Any thread may call anything.
class RunWriter {
public:
    /// Takes the store over. With `writing` false nothing is ever written.
    RunWriter(std::unique_ptr<RunStore> store, bool writing);
    /// Writes what is left; a failure is lost here: call `finish` first to hear of it.
    ~RunWriter();
    RunWriter(const RunWriter&) = delete;
    RunWriter& operator=(const RunWriter&) = delete;

    using Steps = std::shared_ptr<const std::vector<StepReport>>;
    void addSteps(Steps steps);
    void addEpoch(const EpochReport& epoch);
    /// Everything handed over is on the disk when this returns. Throws Error (Storage).
    void finish();
    /// What went wrong on the writer's thread since the last call.
    std::optional<Problem> takeProblem();

    /// The history handed over goes first, so that a checkpoint never points past it. Throws Error (Storage).
    CheckpointInfo addCheckpoint(const NewCheckpoint& checkpoint, const TrainingState& state);

    /// What came of a checkpoint that was written on the writer's thread.
    struct Saved {
        CheckpointInfo info;
        std::optional<Problem> problem; ///< it could not be written; nothing else is set then
        bool overBudget = false;        ///< what may not go takes more than the budget
    };
    /// Writes an automatic checkpoint on the writer's thread and thins the older ones for the budget, those
    /// in use aside. One at a time: take what came of the one before first.
    void saveLater(NewCheckpoint checkpoint, TrainingState state, std::vector<CheckpointId> inUse);
    /// What came of it; nothing while it is being written.
    std::optional<Saved> takeSaved();
    /// The same, but waits for it.
    Saved waitForSaved();
    /// Removes what has to go for the budget, those in use aside. True: what may not go takes more than the
    /// budget. Throws Error (Storage).
    bool thin(const std::vector<CheckpointId>& inUse);
    /// While true nothing is thinned: somebody reads the files.
    void keepAll(bool keep) { m_keepAll = keep; }
    /// Runs `work` while nobody else touches the store.
    template <class Work>
    auto with(const Work& work) {
        const std::lock_guard lock(m_storeMutex);
        handOver();
        return work(*m_store);
    }

private:
    struct Later {
        NewCheckpoint checkpoint;
        TrainingState state;
        std::vector<CheckpointId> inUse;
    };

    void handOver();
    void work();
    void finishQuietly();
    Saved save(const Later& later);

    const std::unique_ptr<RunStore> m_store;
    const bool m_writing;
    std::mutex m_storeMutex;
    std::atomic<bool> m_keepAll{false};

    std::mutex m_mutex; ///< guards what follows; never held while writing
    std::condition_variable m_changed;
    std::vector<Steps> m_steps;
    std::vector<EpochReport> m_epochs;
    std::optional<Problem> m_problem;
    std::optional<Later> m_later;
    std::optional<Saved> m_saved;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace neurarium
