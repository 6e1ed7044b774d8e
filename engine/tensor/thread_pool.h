// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace neurarium {

/// A few threads that share the pieces of one task. Each waits awake for a moment, then sleeps.
/// Denormal numbers are flushed to zero in the pool's own threads and, while `run` works, in the caller's.
/// `run` may be called from one thread at a time; pieces must not throw.
class ThreadPool {
public:
    /// `threads` counts the caller: 1 starts no thread. 0 means the number of physical cores.
    explicit ThreadPool(int threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int threads() const { return static_cast<int>(m_threads.size()) + 1; }

    /// Calls piece(i, thread) once for each i in [0, pieces); piece i is done by thread i mod threads().
    /// Returns when all are done. With one piece or one thread nothing else is woken.
    void run(int pieces, const std::function<void(int piece, int thread)>& piece);

    /// While it is set, `run` does all pieces on the calling thread and wakes no other.
    void setAlone(bool alone) { m_alone = alone; }

    /// Calls work(begin, end) for stretches that make up the numbers [0, count), side by side when there are
    /// many. They end at cache lines of floats. For work whose result does not depend on where they end; few
    /// numbers are left to the caller as it is, denormals too.
    template <typename Work>
    void runStretches(std::int64_t count, const Work& work) {
        constexpr std::int64_t kLine = 16, kWorthSharing = 32'768;
        if (count < kWorthSharing)
            return work(std::int64_t{0}, count);
        const std::int64_t lines = (count + kLine - 1) / kLine;
        const auto piece = [&](int i, int) {
            const std::int64_t begin = lines * i / threads() * kLine;
            const std::int64_t end = std::min(count, lines * (i + 1) / threads() * kLine);
            if (begin < end)
                work(begin, end);
        };
        run(threads(), std::cref(piece)); // a reference: a copy of the captures would be allocated
    }

    static int physicalCores();

private:
    void work(int thread);

    std::vector<std::thread> m_threads;
    std::atomic<unsigned> m_generation{0};
    std::atomic<int> m_left{0};
    std::atomic<bool> m_stop{false};
    const std::function<void(int, int)>* m_piece = nullptr;
    int m_pieces = 0;
    bool m_alone = false; ///< the caller's
};

/// Flushes denormal numbers to zero on this thread for as long as it lives: they are a hundred times slower.
class DenormalsFlushed {
public:
    DenormalsFlushed();
    ~DenormalsFlushed();
    DenormalsFlushed(const DenormalsFlushed&) = delete;
    DenormalsFlushed& operator=(const DenormalsFlushed&) = delete;

private:
    unsigned m_before;
};

} // namespace neurarium
