// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <memory>
#include <string>

#include "checkpoint/run_store.h"
#include "report/step_history.h"
#include "tables.h"

namespace neurarium::growth {

namespace {

constexpr const char* kExperiment =
    R"({"neurarium":1,"name":"growth","data":{"source":"toy"},"network":[{"type":"linear","out_features":1}],)"
    R"("training":{"loss":"mse","optimizer":"adam","batch_size":10,"epochs":1}})";

std::vector<double> measureHistory(std::int64_t steps) {
    constexpr std::int64_t kFlushed = 4096, kColumns = 1000;
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "run";
    BranchId branch;
    const double recording = [&] {
        const auto store = RunStore::create(folder, kExperiment);
        branch = store->addBranch({});
        const double begin = processorSeconds();
        for (std::int64_t step = 1; step <= steps; ++step) {
            store->addStep(
                {branch, step, 1, static_cast<float>(1 / std::sqrt(static_cast<double>(step))), 0.001});
            if (step % kFlushed == 0)
                store->flush();
        }
        store->flush();
        return processorSeconds() - begin;
    }();
    StepHistory history;
    const double begin = processorSeconds();
    for (const StepReport& step : RunStore::open(folder, RunStore::Access::ReadOnly)->steps(branch))
        history.append(step.step, step.loss);
    const double opening = processorSeconds() - begin;
    float sum = 0;
    const double view = secondsOf(
        [&] {
            for (std::int64_t column = 0; column < kColumns; ++column)
                sum += history.range(column * steps / kColumns + 1, (column + 1) * steps / kColumns).highest;
        },
        processorSeconds, 0.05);
    const double each = 1e6 / static_cast<double>(steps);
    return {recording * each, opening * each, std::isfinite(sum) ? view * 1e6 : 0};
}

std::vector<double> measureCheckpoints(std::int64_t count) {
    constexpr std::int64_t kNumbers = 25'000, kLast = 10;
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "run";
    auto store = RunStore::create(folder, kExperiment);
    const BranchId branch = store->addBranch({});
    const std::vector<float> numbers(kNumbers, 0.5F);
    TrainingState state;
    state.tensors["0.weight"] = StoredTensor::fromFloats(Shape{kNumbers}, numbers.data());
    auto save = [&, step = std::int64_t{0}]() mutable {
        ++step;
        store->addStep({branch, step, step, 0.5F, 0.001});
        NewCheckpoint checkpoint;
        checkpoint.branch = branch;
        checkpoint.epoch = checkpoint.step = step;
        store->addCheckpoint(checkpoint, state);
    };
    for (std::int64_t i = 0; i < count - kLast; ++i)
        save();
    double begin = wallSeconds();
    const double computing = processorSeconds();
    for (std::int64_t i = 0; i < kLast; ++i)
        save();
    const double saving = (wallSeconds() - begin) / kLast;
    const double saved = (processorSeconds() - computing) / kLast;
    const double each = 1e6 / static_cast<double>(count);
    const double listing =
        secondsOf([&] { (void)store->timeline().checkpoints.size(); }, processorSeconds, 0.05);
    store.reset();
    begin = processorSeconds();
    store = RunStore::open(folder, RunStore::Access::ReadWrite);
    const double opening = processorSeconds() - begin;
    begin = wallSeconds();
    store->setBudget({store->timeline().bytes / 2});
    const auto removed = store->thin().size();
    const double thinning = (wallSeconds() - begin) / static_cast<double>(removed);
    return {saved * 1e3, saving * 1e3, listing * each, opening * each, thinning * 1e6};
}

} // namespace

std::vector<Table> runs() {
    Table steps{"Steps in the history",
                "steps",
                {"recording, us a step", "opening, us a step", "view of 1,000 columns, us"},
                {}};
    for (const std::int64_t count : {1'000, 10'000, 100'000, 1'000'000})
        steps.rows.push_back({std::to_string(count), [count] { return measureHistory(count); }});
    Table checkpoints{"Checkpoints of 100 kB",
                      "checkpoints",
                      {"saving one more, ms", "the same on the wall", "listing, us a checkpoint",
                       "opening, us a checkpoint", "thinning, us a checkpoint removed, on the wall"},
                      {}};
    for (const std::int64_t count : {10, 100, 300, 1000})
        checkpoints.rows.push_back({std::to_string(count), [count] { return measureCheckpoints(count); }});
    return {steps, checkpoints};
}

} // namespace neurarium::growth
