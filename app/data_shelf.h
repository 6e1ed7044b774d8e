// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "data/data_split.h"
#include "experiment/experiment.h"
#include "report/import_report.h"
#include "session/training_session.h"

namespace neurarium {

/// Reads the data of an experiment on a thread of its own and keeps it, so that checks, a first start and
/// every restart share one reading. Lives on the window's thread; its signals arrive there.
class DataShelf : public QObject {
    Q_OBJECT
public:
    explicit DataShelf(QObject* parent = nullptr);
    ~DataShelf() override;

    /// Reads the data unless the same is here or on its way. `ready` or `failed` follows, also when it is
    /// here.
    void read(const Experiment& experiment);
    /// Ends a reading within a second; `failed` does not follow.
    void cancel();
    void setPaused(bool paused);
    bool isReading() const { return m_job != nullptr; }
    /// The data last read; null while reading.
    std::shared_ptr<const DataSplit> split() const { return m_split; }
    /// Keeps what another shelf has read, instead of reading it once more.
    void take(const DataShelf& other);
    /// Keeps what the session has read itself, for a run that was opened. False if the data of the experiment
    /// is here already, or is not what the session read.
    bool takeFromSession(const Experiment& experiment);
    /// For a session: hands out what is here, and reads anything else.
    DataSource source();

signals:
    /// At most 20 a second.
    void progress(const neurarium::ImportProgress& progress);
    void ready();
    void failed(const neurarium::Problem& problem);

private:
    struct Job;
    struct Store;
    void finish(const std::shared_ptr<Job>& job);
    void keep(const std::string& key, std::shared_ptr<const DataSplit> split);

    std::shared_ptr<Job> m_job;
    std::shared_ptr<const DataSplit> m_split;
    std::string m_key;              ///< of m_split
    std::shared_ptr<Store> m_store; ///< the same for the session's thread, or what that thread read last
};

/// What decides which samples an experiment has: experiments with equal keys share their data.
std::string dataKey(const Experiment& experiment);

} // namespace neurarium
