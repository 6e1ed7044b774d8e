// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/projection_job.h"

#include <utility>

#include "inspect/projecting.h"
#include "tensor/thread_priority.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostAsked = 100; // points for the trustworthiness of maps that come several a second

} // namespace

ProjectionJob::ProjectionJob(Listener listener)
    : m_listener(std::move(listener)) {}

ProjectionJob::~ProjectionJob() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_cancelled = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ProjectionJob::want(const std::optional<ProjectionWish>& wish) {
    const std::lock_guard lock(m_mutex);
    if (wish == m_wish)
        return;
    m_wish = wish;
    m_cancelled = true;
    m_waiting = m_newest;
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    m_changed.notify_one();
}

void ProjectionJob::offer(RunId run, std::shared_ptr<const Embeddings> embeddings) {
    const std::lock_guard lock(m_mutex);
    m_newest = m_waiting = Offer{run, std::move(embeddings)};
    m_changed.notify_one();
}

void ProjectionJob::forget() {
    const std::lock_guard lock(m_mutex);
    m_cancelled = true;
    m_newest.reset();
    m_waiting.reset();
}

void ProjectionJob::restart() {
    forget();
    const std::lock_guard lock(m_mutex);
    m_last.reset();
}

void ProjectionJob::work() {
    useIdleTimeOnly();
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_quit || (m_wish && m_waiting); });
        if (m_quit)
            return;
        const Offer offer = *std::exchange(m_waiting, std::nullopt);
        const ProjectionWish wish = *m_wish;
        m_cancelled = false;
        lock.unlock();
        try {
            make(offer, wish);
        } catch (const Error& error) {
            m_listener.refused(offer.run, error.problem());
        }
    }
}

std::shared_ptr<const Projection> ProjectionJob::startFor(const Embeddings& embeddings,
                                                          const ProjectionWish& wish) {
    const std::lock_guard lock(m_mutex);
    const bool fits = m_last && m_last->dimensions == wish.dimensions &&
                      std::ssize(m_last->places) == embeddings.size() * wish.dimensions;
    return fits ? m_last : nullptr;
}

void ProjectionJob::make(const Offer& offer, const ProjectionWish& wish) {
    ThreadPool alone(1);
    const BackgroundWork work{.pool = alone, .cancelled = [this] { return m_cancelled.load(); }};
    const ProjectionOptions options{.method = wish.method,
                                    .dimensions = wish.dimensions,
                                    .seed = wish.seed,
                                    .mostAsked = kMostAsked,
                                    .judged = wish.method != ProjectionMethod::Pca, // its variance tells
                                    .start = startFor(*offer.embeddings, wish)};
    const auto tell = [&](const Projection& picture) {
        m_listener.ready(offer.run, std::make_shared<const Projection>(picture));
    };
    std::optional<Projection> map = project(*offer.embeddings, options, work, tell);
    if (!map)
        return;
    const auto finished = std::make_shared<const Projection>(*std::move(map));
    {
        const std::lock_guard lock(m_mutex);
        if (m_cancelled)
            return;
        m_last = finished;
    }
    m_listener.ready(offer.run, finished);
}

} // namespace neurarium
