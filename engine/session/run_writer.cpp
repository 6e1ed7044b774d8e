// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_writer.h"

#include <chrono>
#include <utility>

#include "session/current_problem.h"
#include "session/state_check.h"

namespace neurarium {

namespace {

constexpr std::chrono::milliseconds kFlushInterval{900};

} // namespace

RunWriter::RunWriter(std::unique_ptr<RunStore> store, bool writing)
    : m_store(std::move(store))
    , m_writing(writing) {
    if (m_writing)
        m_thread = std::thread([this] { work(); });
}

RunWriter::~RunWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void RunWriter::addSteps(Steps steps) {
    const std::lock_guard lock(m_mutex);
    m_steps.push_back(std::move(steps));
}

void RunWriter::addEpoch(const EpochReport& epoch) {
    const std::lock_guard lock(m_mutex);
    m_epochs.push_back(epoch);
}

void RunWriter::finish() {
    const std::lock_guard lock(m_storeMutex);
    handOver();
    m_store->flush();
}

std::optional<Problem> RunWriter::takeProblem() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_problem, std::nullopt);
}

CheckpointInfo RunWriter::addCheckpoint(const NewCheckpoint& checkpoint, const TrainingState& state) {
    const std::lock_guard lock(m_storeMutex);
    handOver();
    return m_store->addCheckpoint(checkpoint, state);
}

void RunWriter::saveLater(NewCheckpoint checkpoint, TrainingState state, std::vector<CheckpointId> inUse) {
    {
        const std::lock_guard lock(m_mutex);
        m_later = Later{std::move(checkpoint), std::move(state), std::move(inUse)};
    }
    m_changed.notify_all();
}

std::optional<RunWriter::Saved> RunWriter::takeSaved() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_saved, std::nullopt);
}

RunWriter::Saved RunWriter::waitForSaved() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_saved.has_value(); });
    Saved saved = std::move(*m_saved);
    m_saved.reset();
    return saved;
}

bool RunWriter::thin(const std::vector<CheckpointId>& inUse) {
    return with([&](RunStore& store) {
        if (m_keepAll)
            return false; // not for long: then it is thinned, and told if that is not enough
        store.thin(inUse);
        return store.isOverBudget();
    });
}

/// On the writer's thread. Everything that goes wrong is told to the one who asked.
RunWriter::Saved RunWriter::save(const Later& later) {
    Saved saved;
    try {
        checkFinite(later.state);
        saved.info = addCheckpoint(later.checkpoint, later.state);
    } catch (...) {
        saved.problem = currentProblem();
        return saved;
    }
    try {
        saved.overBudget = thin(later.inUse);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_problem = currentProblem();
    }
    return saved;
}

/// Gives the store what has come since the last time. The store's lock is held.
void RunWriter::handOver() {
    std::vector<Steps> steps;
    std::vector<EpochReport> epochs;
    {
        const std::lock_guard lock(m_mutex);
        steps.swap(m_steps);
        epochs.swap(m_epochs);
    }
    for (const Steps& some : steps)
        for (const StepReport& step : *some)
            m_store->addStep(step);
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        try {
            m_store->addEpoch(epochs[i]);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_epochs.insert(m_epochs.begin(), epochs.begin() + static_cast<std::ptrdiff_t>(i), epochs.end());
            throw;
        }
    }
}

/// Writes what has come; a problem is kept for the one who asks.
void RunWriter::finishQuietly() {
    try {
        finish();
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_problem = currentProblem();
    }
}

void RunWriter::work() {
    std::unique_lock lock(m_mutex);
    while (!m_quit || m_later) {
        m_changed.wait_for(lock, kFlushInterval, [this] { return m_quit || m_later; });
        const std::optional<Later> later = std::exchange(m_later, std::nullopt);
        lock.unlock();
        if (later) {
            Saved saved = save(*later); // with it went all the rest
            lock.lock();
            m_saved = std::move(saved);
            m_changed.notify_all();
            continue;
        }
        finishQuietly();
        lock.lock();
    }
    lock.unlock();
    finishQuietly(); // what came while the last save was written
}

} // namespace neurarium
