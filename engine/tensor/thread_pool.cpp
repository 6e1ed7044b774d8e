// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/thread_pool.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <utility>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace neurarium {

namespace {

constexpr int kSpins = 4000; // about 20 µs: the time that waking a sleeping thread would cost

void pauseCpu() {
#if defined(__SSE2__)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

} // namespace

#if defined(__SSE2__)
DenormalsFlushed::DenormalsFlushed()
    : m_before(_mm_getcsr()) {
    constexpr unsigned kFlushToZeroAndDenormalsAreZero = 0x8040;
    _mm_setcsr(m_before | kFlushToZeroAndDenormalsAreZero);
}

DenormalsFlushed::~DenormalsFlushed() {
    _mm_setcsr(m_before);
}
#else
DenormalsFlushed::DenormalsFlushed()
    : m_before(0) {}
DenormalsFlushed::~DenormalsFlushed() = default;
#endif

int ThreadPool::physicalCores() {
    std::set<std::pair<std::string, std::string>> cores;
    std::ifstream info("/proc/cpuinfo");
    std::string line, package;
    while (std::getline(info, line)) {
        if (line.starts_with("physical id"))
            package = line;
        else if (line.starts_with("core id"))
            cores.emplace(package, line);
    }
    const int logical = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return cores.empty() ? logical : std::min(logical, static_cast<int>(cores.size()));
}

ThreadPool::ThreadPool(int threads) {
    const int count = threads > 0 ? threads : physicalCores();
    for (int thread = 1; thread < count; ++thread)
        m_threads.emplace_back([this, thread] { work(thread); });
}

ThreadPool::~ThreadPool() {
    m_stop = true;
    m_generation.fetch_add(1, std::memory_order_release);
    m_generation.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void ThreadPool::work(int thread) {
    const DenormalsFlushed flushed;
    unsigned seen = 0;
    while (true) {
        for (int spins = 0; m_generation.load(std::memory_order_acquire) == seen;) {
            if (++spins < kSpins)
                pauseCpu();
            else
                m_generation.wait(seen);
        }
        ++seen;
        if (m_stop)
            return;
        for (int i = thread; i < m_pieces; i += threads())
            (*m_piece)(i, thread);
        if (m_left.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_left.notify_one();
    }
}

void ThreadPool::run(int pieces, const std::function<void(int, int)>& piece) {
    const DenormalsFlushed flushed;
    if (pieces <= 1 || m_threads.empty() || m_alone) {
        for (int i = 0; i < pieces; ++i)
            piece(i, 0);
        return;
    }
    m_piece = &piece;
    m_pieces = pieces;
    m_left.store(static_cast<int>(m_threads.size()));
    m_generation.fetch_add(1, std::memory_order_release);
    m_generation.notify_all();
    for (int i = 0; i < pieces; i += threads())
        piece(i, 0);
    int left = 0;
    for (int spins = 0; (left = m_left.load(std::memory_order_acquire)) != 0;) {
        if (++spins < kSpins)
            pauseCpu();
        else
            m_left.wait(left);
    }
}

} // namespace neurarium
