// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include <QObject>

#include "report/error.h"

namespace neurarium {

/// Work with files that takes a while, done beside the window. Lives on the window's thread, and so do its
/// signals; they end when it does.
class BackgroundWork : public QObject {
    Q_OBJECT
public:
    /// Handed to the work: tells how far it has come, and whether to go on.
    using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;
    /// Runs on another thread and throws when it fails. What it makes, it keeps where `then` finds it.
    using Work = std::function<void(const Progress& progress)>;

    explicit BackgroundWork(QObject* parent = nullptr);
    /// The work is told to end; nobody waits for it.
    ~BackgroundWork() override;

    /// Begins; work that is under way is given up. `then` is called on this thread when it has succeeded.
    void start(const Work& work, const std::function<void()>& then);
    /// Tells the work to end; `cancelled` follows when it has.
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

signals:
    /// At most 20 a second.
    void progress(quint64 done, quint64 total);
    void failed(const neurarium::Problem& problem);
    void cancelled();

private:
    struct Job;
    void finish(const std::shared_ptr<Job>& job);

    std::shared_ptr<Job> m_job;
};

} // namespace neurarium
