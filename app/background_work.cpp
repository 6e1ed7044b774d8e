// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background_work.h"

#include <atomic>
#include <chrono>
#include <optional>

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "session/current_problem.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(50);

} // namespace

/// One piece of work, shared with the thread that does it.
struct BackgroundWork::Job {
    Work work;
    std::function<void()> then;
    std::atomic<bool> cancelled{false};
    std::optional<Problem> problem;
};

BackgroundWork::BackgroundWork(QObject* parent)
    : QObject(parent) {}

BackgroundWork::~BackgroundWork() {
    cancel();
}

void BackgroundWork::start(const Work& work, const std::function<void()>& then) {
    cancel();
    m_job = std::make_shared<Job>();
    m_job->work = work;
    m_job->then = then;
    QThreadPool::globalInstance()->start([this, job = m_job, guard = QPointer<BackgroundWork>(this)] {
        Clock::time_point next = Clock::now();
        const Progress told = [&](std::uint64_t done, std::uint64_t total) {
            if (const Clock::time_point now = Clock::now(); now >= next && !job->cancelled) {
                next = now + kProgressInterval;
                QMetaObject::invokeMethod(qApp, [this, guard, job, done, total] {
                    if (guard && m_job == job)
                        emit progress(done, total);
                });
            }
            return !job->cancelled;
        };
        try {
            job->work(told);
        } catch (...) {
            job->problem = currentProblem();
        }
        QMetaObject::invokeMethod(qApp, [this, guard, job] {
            if (guard)
                finish(job);
        });
    });
}

void BackgroundWork::finish(const std::shared_ptr<Job>& job) {
    if (job != m_job)
        return;
    m_job.reset();
    if (job->cancelled)
        emit cancelled();
    else if (job->problem)
        emit failed(*job->problem);
    else
        job->then();
}

void BackgroundWork::cancel() {
    if (m_job != nullptr)
        m_job->cancelled = true;
}

} // namespace neurarium
