// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/import_loop.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "report/error.h"

namespace neurarium {

namespace {

using namespace std::chrono_literals;

/// What the threads of one shareWork have in common. Ends them when it goes out of scope.
class Workers {
public:
    Workers(std::size_t count, const std::function<void(std::size_t)>& work)
        : m_count(count)
        , m_work(work) {}
    ~Workers() {
        m_next = m_count;
        for (std::thread& thread : m_threads)
            thread.join();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void start(int threads) {
        m_busy = threads;
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { run(); });
    }
    /// Waits a moment; true when all work is done. Throws what a thread threw.
    bool waitAMoment() {
        std::unique_lock lock(m_mutex);
        const bool done = m_ready.wait_for(lock, 25ms, [this] { return m_busy == 0; });
        if (done && m_trouble)
            std::rethrow_exception(m_trouble);
        return done;
    }
    std::size_t started() const { return std::min(m_next.load(), m_count); }

private:
    void run() {
        std::exception_ptr trouble;
        try {
            for (std::size_t i = m_next++; i < m_count; i = m_next++)
                m_work(i);
        } catch (...) {
            trouble = std::current_exception();
            m_next = m_count;
        }
        const std::lock_guard lock(m_mutex);
        if (trouble && !m_trouble)
            m_trouble = trouble;
        if (--m_busy == 0)
            m_ready.notify_all();
    }

    const std::size_t m_count;
    const std::function<void(std::size_t)>& m_work;
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex;
    std::condition_variable m_ready;
    int m_busy = 0;
    std::exception_ptr m_trouble;
    std::vector<std::thread> m_threads;
};

} // namespace

void ProgressTeller::tell(const ImportProgress& progress) {
    if (std::chrono::steady_clock::now() - m_last >= 50ms)
        tellNow(progress);
}

void ProgressTeller::tellNow(const ImportProgress& progress) {
    m_last = std::chrono::steady_clock::now();
    if (m_context.progress && !m_context.progress(progress))
        throw Error(ProblemKind::Failure, {}, explain("Problem", "reading the data was cancelled"));
}

void shareWork(std::size_t count, int threads, const std::function<void(std::size_t)>& work,
               const std::function<void(std::size_t)>& watch) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int wanted = threads > 0 ? threads : cores;
    Workers workers(count, work);
    workers.start(static_cast<int>(std::min<std::size_t>(count, static_cast<std::size_t>(wanted))));
    while (!workers.waitAMoment())
        watch(workers.started());
}

} // namespace neurarium
