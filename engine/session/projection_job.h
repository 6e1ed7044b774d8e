// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "report/embeddings.h"
#include "report/error.h"
#include "report/ids.h"
#include "session/session_options.h"

namespace neurarium {

/// Makes maps of embeddings on a thread of its own, which takes only what the others leave of the processor.
/// Each map starts from the last finished one of the same points. The newest embeddings win: those that come
/// while a map is being made wait for it, and replace those that waited before; another wish ends it.
class ProjectionJob {
public:
    /// Called on the job's thread.
    struct Listener {
        /// Pictures on the way (progress below 1), then the map.
        std::function<void(RunId, std::shared_ptr<const Projection>)> ready;
        std::function<void(RunId, const Problem&)> refused;
    };

    explicit ProjectionJob(Listener listener);
    /// Ends the map under way.
    ~ProjectionJob();
    ProjectionJob(const ProjectionJob&) = delete;
    ProjectionJob& operator=(const ProjectionJob&) = delete;

    /// The rest belongs to one thread. Without a wish nothing is made.
    void want(const std::optional<ProjectionWish>& wish);
    void offer(RunId run, std::shared_ptr<const Embeddings> embeddings);
    /// The embeddings are no longer true: their map is not finished. The next one starts from the last.
    void forget();
    /// Other points from now on.
    void restart();

private:
    struct Offer {
        RunId run;
        std::shared_ptr<const Embeddings> embeddings;
    };

    void work();
    void make(const Offer& offer, const ProjectionWish& wish);
    std::shared_ptr<const Projection> startFor(const Embeddings& embeddings, const ProjectionWish& wish);

    const Listener m_listener;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_changed;
    std::optional<ProjectionWish> m_wish;
    std::optional<Offer> m_waiting;
    std::optional<Offer> m_newest;
    std::shared_ptr<const Projection> m_last; ///< the last finished map
    bool m_quit = false;
    std::atomic<bool> m_cancelled{false}; ///< the map under way
    std::thread m_thread;                 ///< started with the first wish
};

} // namespace neurarium
