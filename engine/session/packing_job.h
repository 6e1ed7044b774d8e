// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "checkpoint/run_archive.h"
#include "report/ids.h"

namespace neurarium {

class RunWriter;

/// Packs a run into one file on a thread of its own, while the run goes on. Exactly one of `packed` and
/// `failed` comes for each start.
class PackingJob {
public:
    /// Called on the job's thread.
    struct Listener {
        std::function<void(RunId, std::uint64_t done, std::uint64_t total)> progress; ///< 20 a second at most
        std::function<void(RunId, const ArchiveReport&)> packed;
        std::function<void(RunId, const Problem&)> failed;
        std::function<void()> ended; ///< after either: checkpoints are thinned again
    };

    explicit PackingJob(Listener listener);
    /// Cancels.
    ~PackingJob();
    PackingJob(const PackingJob&) = delete;
    PackingJob& operator=(const PackingJob&) = delete;

    /// Takes the run as it is now, and begins. The writer must stay until `end`. Throws Error, also when
    /// another file is being packed.
    void start(RunId run, RunWriter& writer, const std::string& file);
    /// Any thread: the job ends within a moment, and `failed` comes.
    void cancel() { m_cancelled = true; }
    /// Cancels and waits for it. The rest belongs to the thread that starts.
    void end();

private:
    void work(RunId run, RunWriter& writer, const RunPacking& packing);

    const Listener m_listener;
    std::atomic<bool> m_cancelled{false};
    std::atomic<bool> m_working{false};
    std::thread m_thread;
};

} // namespace neurarium
