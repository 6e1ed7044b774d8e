// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packing_job.h"

#include <chrono>
#include <utility>

#include "session/current_problem.h"
#include "session/run_writer.h"
#include "tensor/thread_priority.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kProgressInterval{50};

} // namespace

PackingJob::PackingJob(Listener listener)
    : m_listener(std::move(listener)) {}

PackingJob::~PackingJob() {
    end();
}

void PackingJob::start(RunId run, RunWriter& writer, const std::string& file) {
    if (m_working)
        throw Error(ProblemKind::Refused, file, explain("Problem", "another file is being packed"),
                    explain("Problem", "Wait until it is done, or cancel it"));
    end();
    auto packing = writer.with([&](RunStore& store) {
        auto moment = std::make_unique<RunPacking>(store, file);
        writer.keepAll(true);
        return moment;
    });
    m_cancelled = false;
    m_working = true;
    m_thread = std::thread([this, run, &writer, moment = std::move(packing)] { work(run, writer, *moment); });
}

void PackingJob::work(RunId run, RunWriter& writer, const RunPacking& packing) {
    lowerThreadPriority();
    Clock::time_point next = Clock::now();
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
        if (const Clock::time_point now = Clock::now(); now >= next || done == total) {
            next = now + kProgressInterval;
            m_listener.progress(run, done, total);
        }
        return !m_cancelled;
    };
    std::optional<ArchiveReport> report;
    Problem problem;
    try {
        report = packing.write(progress);
    } catch (...) {
        problem = currentProblem();
    }
    writer.keepAll(false);
    m_working = false;
    if (report)
        m_listener.packed(run, *report);
    else
        m_listener.failed(run, problem);
    m_listener.ended();
}

void PackingJob::end() {
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace neurarium
