// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_shelf.h"

#include <chrono>
#include <mutex>
#include <thread>

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "app/data_source.h"
#include "datasets/catalogue.h"
#include "report/error.h"
#include "tensor/thread_priority.h"

namespace neurarium {

namespace {

constexpr auto kPauseLook = std::chrono::milliseconds(50);

} // namespace

/// One reading, shared with the thread that does it.
struct DataShelf::Job {
    Experiment experiment;
    std::string key;
    std::atomic<bool> cancelled{false};
    std::atomic<bool> paused{false};
    std::shared_ptr<const DataSplit> split;
    std::optional<Problem> problem;
};

/// What the session's thread may take.
struct DataShelf::Store {
    std::mutex mutex;
    std::string key;
    std::shared_ptr<const DataSplit> split;
};

std::string dataKey(const Experiment& experiment) {
    Experiment relevant;
    relevant.seed = experiment.seed;
    relevant.data = experiment.data;
    relevant.validation = experiment.validation;
    relevant.validationPath = experiment.validationPath;
    relevant.loss = experiment.loss;
    relevant.optimizer = {"sgd", {}};
    relevant.schedule = {"constant", {}};
    return experimentJson(relevant);
}

DataShelf::DataShelf(QObject* parent)
    : QObject(parent)
    , m_store(std::make_shared<Store>()) {}

DataShelf::~DataShelf() {
    cancel();
}

void DataShelf::read(const Experiment& experiment) {
    const std::string key = dataKey(experiment);
    if (m_job != nullptr && m_job->key == key)
        return;
    cancel();
    if (m_split != nullptr && m_key == key) {
        QMetaObject::invokeMethod(
            this,
            [this, key] {
                if (m_split != nullptr && m_key == key) // nothing else was asked for meanwhile
                    emit ready();
            },
            Qt::QueuedConnection);
        return;
    }
    m_split.reset();
    m_job = std::make_shared<Job>();
    m_job->experiment = experiment;
    m_job->key = key;
    QThreadPool::globalInstance()->start([this, job = m_job, guard = QPointer<DataShelf>(this)] {
        lowerThreadPriority(); // of a thread that only ever works behind the window
        ReadContext context;
        context.progress = [&](const ImportProgress& done) {
            while (job->paused && !job->cancelled)
                std::this_thread::sleep_for(kPauseLook);
            if (!job->cancelled)
                QMetaObject::invokeMethod(qApp, [this, guard, job, done] {
                    if (guard && m_job == job)
                        emit progress(done);
                });
            return !job->cancelled;
        };
        try {
            job->split = std::make_shared<const DataSplit>(readData(job->experiment, context));
        } catch (const Error& error) {
            job->problem = error.problem();
        } catch (const std::exception& error) {
            job->problem = Problem{ProblemKind::Failure,
                                   "data",
                                   explain("Problem", "could not be read: %1", {error.what()}),
                                   {}};
        }
        QMetaObject::invokeMethod(qApp, [this, guard, job] {
            if (guard)
                finish(job);
        });
    });
}

void DataShelf::finish(const std::shared_ptr<Job>& job) {
    if (job != m_job)
        return;
    m_job.reset();
    if (job->problem) {
        emit failed(*job->problem);
        return;
    }
    keep(job->key, job->split);
    emit ready();
}

void DataShelf::keep(const std::string& key, std::shared_ptr<const DataSplit> split) {
    m_key = key;
    m_split = std::move(split);
    const std::lock_guard lock(m_store->mutex);
    m_store->key = m_key;
    m_store->split = m_split;
}

void DataShelf::take(const DataShelf& other) {
    cancel();
    keep(other.m_key, other.m_split);
}

bool DataShelf::takeFromSession(const Experiment& experiment) {
    const std::string key = dataKey(experiment);
    if (m_split != nullptr && m_key == key)
        return false;
    cancel();
    const std::lock_guard lock(m_store->mutex);
    const bool isThere = m_store->split != nullptr && m_store->key == key;
    m_key = isThere ? key : std::string();
    m_split = isThere ? m_store->split : nullptr;
    return isThere;
}

void DataShelf::cancel() {
    if (m_job != nullptr)
        m_job->cancelled = true;
    m_job.reset();
}

void DataShelf::setPaused(bool paused) {
    if (m_job != nullptr)
        m_job->paused = paused;
}

DataSource DataShelf::source() {
    return [store = m_store](const Experiment& experiment,
                             const std::function<bool(const ImportProgress&)>& progress) {
        const std::string key = dataKey(experiment);
        {
            const std::lock_guard lock(store->mutex);
            if (store->split != nullptr && store->key == key)
                return *store->split;
        }
        const auto split = std::make_shared<const DataSplit>(catalogueSource()(experiment, progress));
        const std::lock_guard lock(store->mutex);
        store->key = key;
        store->split = split;
        return *split;
    };
}

} // namespace neurarium
