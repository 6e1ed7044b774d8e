// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/data_loader.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "data/batch_maker.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::size_t kBatchesAhead = 3;

thread_local std::chrono::nanoseconds waited{0};

/// Which batch: the epoch counts from 1, the index from 0.
struct Place {
    std::int64_t epoch = 0;
    std::int64_t index = 0;
    bool operator==(const Place&) const = default;
};

/// A batch made ahead, or what went wrong when it was made.
struct Prepared {
    Place place;
    Batch batch;
    std::exception_ptr trouble;
};

} // namespace

/// Makes batches ahead on its own thread. `maker` is replaced, never changed, when options change; the thread
/// works with the one it took, and what it made with an old one is thrown away.
struct DataLoader::Prefetcher {
    std::shared_ptr<const Dataset> dataset;
    LoaderOptions options;
    ThreadPool* pool; ///< shares the samples of a batch that is made when it is asked for
    std::shared_ptr<BatchMaker> maker;
    Batch current;
    std::optional<Place> expected; ///< the batch after the one handed out last

    std::mutex mutex; ///< guards all below, and `maker` while the thread runs
    std::condition_variable wake, made;
    std::deque<Prepared> ready;
    std::vector<Batch> spares; ///< batches handed out before: their memory is used again
    std::optional<Place> next; ///< what the thread makes next; nothing: it rests
    std::uint64_t generation = 0;
    bool stop = false;
    std::thread thread;

    Prefetcher(std::shared_ptr<const Dataset> data, LoaderOptions loaderOptions, ThreadPool* sharing);
    ~Prefetcher();

    bool ahead() const;
    Place after(const Place& place) const;
    void take(const Place& place);
    void restart(std::optional<Place> place);
    void renew(std::optional<Place> place);
    void work();
};

DataLoader::Prefetcher::Prefetcher(std::shared_ptr<const Dataset> data, LoaderOptions loaderOptions,
                                   ThreadPool* sharing)
    : dataset(std::move(data))
    , options(loaderOptions)
    , pool(dataset->inMemory() ? sharing : nullptr)
    , maker(std::make_shared<BatchMaker>(dataset, options)) {}

/// Whether the next batches are made on the thread: not when a batch is only a few copies.
bool DataLoader::Prefetcher::ahead() const {
    return options.prefetch && (!dataset->inMemory() || maker->augments());
}

DataLoader::Prefetcher::~Prefetcher() {
    {
        const std::lock_guard lock(mutex);
        stop = true;
    }
    wake.notify_all();
    if (thread.joinable())
        thread.join();
}

Place DataLoader::Prefetcher::after(const Place& place) const {
    if (place.index + 1 < maker->batches())
        return {place.epoch, place.index + 1};
    return {place.epoch + 1, 0};
}

/// Makes the thread begin anew at a place; without one it rests until a batch is asked for. Needs the lock.
void DataLoader::Prefetcher::restart(std::optional<Place> place) {
    ++generation;
    ready.clear();
    next = place;
    wake.notify_all();
}

/// Begins anew with the options as they are now.
void DataLoader::Prefetcher::renew(std::optional<Place> place) {
    const std::lock_guard lock(mutex);
    maker = std::make_shared<BatchMaker>(dataset, options);
    restart(ahead() ? place : std::nullopt);
}

/// Puts the batch of a place into `current`.
void DataLoader::Prefetcher::take(const Place& place) {
    if (!ahead()) {
        maker->make(place.epoch, place.index, current, pool);
        expected = after(place);
        return;
    }
    const auto begin = std::chrono::steady_clock::now();
    if (!thread.joinable())
        thread = std::thread([this] { work(); });
    std::unique_lock lock(mutex);
    if (expected != place)
        restart(place);
    expected.reset();
    made.wait(lock, [this] { return !ready.empty(); });
    Prepared prepared = std::move(ready.front());
    ready.pop_front();
    wake.notify_all();
    if (prepared.trouble) {
        restart(std::nullopt);
        std::rethrow_exception(prepared.trouble);
    }
    std::swap(current, prepared.batch);
    spares.push_back(std::move(prepared.batch));
    waited += std::chrono::steady_clock::now() - begin;
    expected = after(place);
}

void DataLoader::Prefetcher::work() {
    std::unique_lock lock(mutex);
    while (true) {
        wake.wait(lock, [this] { return stop || (next && ready.size() < kBatchesAhead); });
        if (stop)
            return;
        Prepared prepared{*next, {}, nullptr};
        const std::uint64_t mine = generation;
        const std::shared_ptr<BatchMaker> used = maker;
        next.reset();
        if (!spares.empty()) {
            prepared.batch = std::move(spares.back());
            spares.pop_back();
        }
        lock.unlock();
        try {
            used->make(prepared.place.epoch, prepared.place.index, prepared.batch);
        } catch (...) {
            prepared.trouble = std::current_exception();
        }
        lock.lock();
        if (mine != generation)
            continue;
        if (!prepared.trouble)
            next = after(prepared.place);
        ready.push_back(std::move(prepared));
        made.notify_all();
    }
}

DataLoader::DataLoader(std::shared_ptr<const Dataset> dataset, LoaderOptions options, ThreadPool* pool)
    : m_prefetcher(std::make_unique<Prefetcher>(std::move(dataset), options, pool)) {}

DataLoader::~DataLoader() = default;

std::int64_t DataLoader::batches() const {
    return m_prefetcher->maker->batches();
}

const Batch& DataLoader::batch(std::int64_t epoch, std::int64_t index) {
    if (index < 0 || index >= batches())
        throw Error(ProblemKind::Failure, "data",
                    explain("Problem", "Batch %1 was asked for, but an epoch has %2 batches",
                            {std::to_string(index), std::to_string(batches())}));
    m_prefetcher->take({epoch, index});
    return m_prefetcher->current;
}

double DataLoader::secondsWaited() {
    return std::chrono::duration<double>(waited).count();
}

void DataLoader::setAugmentation(const AugmentationOptions& augment) {
    m_prefetcher->options.augment = augment;
    m_prefetcher->renew(m_prefetcher->expected);
}

void DataLoader::setMislabel(const MislabelOptions& mislabel) {
    m_prefetcher->options.mislabel = mislabel;
    m_prefetcher->renew(m_prefetcher->expected);
}

void DataLoader::setBatchSize(std::int64_t batchSize) {
    m_prefetcher->options.batchSize = batchSize;
    m_prefetcher->expected.reset();
    m_prefetcher->renew(std::nullopt);
}

const LoaderOptions& DataLoader::options() const {
    return m_prefetcher->options;
}

std::vector<std::int64_t> DataLoader::order(std::int64_t epoch) const {
    return BatchMaker(m_prefetcher->dataset, m_prefetcher->options).order(epoch);
}

} // namespace neurarium
