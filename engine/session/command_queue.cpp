// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/command_queue.h"

#include <utility>

namespace neurarium {

namespace {

bool isEnding(const SessionCommand& command) {
    if (const auto* simple = std::get_if<SimpleCommand>(&command))
        return *simple == SimpleCommand::Stop || *simple == SimpleCommand::Interrupt ||
               *simple == SimpleCommand::Quit;
    return std::holds_alternative<CreateCommand>(command) || std::holds_alternative<OpenCommand>(command);
}

bool isEndingReplay(const SessionCommand& command) {
    if (const auto* simple = std::get_if<SimpleCommand>(&command))
        return *simple == SimpleCommand::CancelReplay || isEnding(command);
    return isEnding(command) || std::holds_alternative<GoBackCommand>(command) ||
           std::holds_alternative<GoToStepCommand>(command) ||
           std::holds_alternative<ProveCommand>(command) || std::holds_alternative<UndoCommand>(command) ||
           std::holds_alternative<TwinRequest>(command);
}

} // namespace

void CommandQueue::push(SessionCommand command) {
    {
        const std::lock_guard lock(m_mutex);
        if (isEnding(command))
            ++m_ending;
        if (isEndingReplay(command))
            ++m_endingReplay;
        m_commands.push_back(std::move(command));
        ++m_waiting;
    }
    m_arrived.notify_one();
}

std::optional<SessionCommand> CommandQueue::pop() {
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty())
        return std::nullopt;
    SessionCommand command = std::move(m_commands.front());
    m_commands.pop_front();
    --m_waiting;
    if (isEnding(command))
        --m_ending;
    if (isEndingReplay(command))
        --m_endingReplay;
    return command;
}

void CommandQueue::wait() {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return !m_commands.empty(); });
}

void CommandQueue::waitUntil(std::chrono::steady_clock::time_point time) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait_until(lock, time, [this] { return !m_commands.empty(); });
}

} // namespace neurarium
