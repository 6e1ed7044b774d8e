// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "session/session_command.h"

namespace neurarium {

/// Commands on their way from the caller's thread to the worker, in order. Asking whether there is one costs
/// no lock.
class CommandQueue {
public:
    /// Any thread.
    void push(SessionCommand command);

    /// The rest belongs to the worker.
    bool empty() const { return m_waiting.load(std::memory_order_acquire) == 0; }
    /// A waiting command ends what is being read: stop, interrupt, quit, or another run.
    bool endsReading() const { return m_ending.load(std::memory_order_acquire) > 0; }
    /// A waiting command ends training once more: one of those, its cancelling, or another place to go to.
    bool endsReplay() const { return m_endingReplay.load(std::memory_order_acquire) > 0; }
    std::optional<SessionCommand> pop();
    void wait();
    void waitUntil(std::chrono::steady_clock::time_point time);

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<SessionCommand> m_commands;
    std::atomic<int> m_waiting{0};
    std::atomic<int> m_ending{0};
    std::atomic<int> m_endingReplay{0};
};

} // namespace neurarium
