// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <cstdlib>
#include <new>

#include <QtTest>

#include "training_samples.h"

namespace {

std::atomic<bool> counting{false};
std::atomic<int> allocations{0};

void* allocate(std::size_t size, std::size_t alignment) {
    if (counting)
        ++allocations;
    if (void* memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment))
        return memory;
    throw std::bad_alloc();
}

} // namespace

void* operator new(std::size_t size) {
    return allocate(size, alignof(std::max_align_t));
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    return allocate(size, static_cast<std::size_t>(alignment));
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    try {
        return allocate(size, alignof(std::max_align_t));
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

using namespace neurarium;

/// A step takes all its memory from what the first ones left, on every thread.
class AllocationTest : public QObject {
    Q_OBJECT
private slots:
    void aStepAllocatesNothing_data();
    void aStepAllocatesNothing();
};

void AllocationTest::aStepAllocatesNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("threads");
    for (const std::string& name : sampleNames())
        for (const int threads : {1, 2})
            QTest::addRow("%s, %d threads", name.c_str(), threads) << QString::fromStdString(name) << threads;
}

void AllocationTest::aStepAllocatesNothing() {
    QFETCH(QString, name);
    QFETCH(int, threads);
    const std::string sample = name.toStdString();
    Trainer trainer(sampleExperiment(sample), sampleData(sample), {.threads = threads, .prefetch = false});
    while (trainer.epochsDone() < 2)
        advance(trainer);
    trainer.step(); // brings the samples into a new order
    for (bool finished = false; !finished;) {
        allocations = 0;
        counting = true;
        const StepResult result = trainer.step();
        counting = false;
        finished = result.epochFinished;
        QVERIFY(result.finite);
        const bool lastAndSmaller = finished; // its tensors are made anew
        QVERIFY2(lastAndSmaller || allocations == 0, qPrintable(QString::number(allocations.load())));
    }
}

QTEST_GUILESS_MAIN(AllocationTest)
#include "allocation_test.moc"
