// SPDX-License-Identifier: GPL-3.0-or-later
// Records steps and makes checkpoints as fast as the disk allows, until it is killed. Prints a line for each
// one that was announced: its id and hash.
#include <cstdio>
#include <exception>

#include "checkpoint/run_store.h"
#include "sample_states.h"

using namespace neurarium;

namespace {

void record(RunStore& store, BranchId branch) {
    std::int64_t step = store.timeline().branches.back().lastStep;
    for (std::int64_t count = 0;; ++count) {
        for (int i = 0; i < 50; ++i) {
            ++step;
            store.addStep({branch, step, 1, static_cast<float>(step), 0.1});
        }
        const CheckpointOrigin origin =
            count % 3 == 0 ? CheckpointOrigin::Person : CheckpointOrigin::Automatic;
        const TrainingState state = sampleState(static_cast<std::uint64_t>(step), 64);
        const CheckpointInfo info = store.addCheckpoint({branch, origin, "", 1, step, {}, {}}, state);
        std::printf("%lld %lld %s\n", static_cast<long long>(info.id.value), static_cast<long long>(step),
                    info.sha256.c_str());
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    try {
        const std::filesystem::path folder = argv[1];
        if (!std::filesystem::exists(folder))
            RunStore::create(folder, "{}");
        const std::unique_ptr<RunStore> store = RunStore::open(folder, RunStore::Access::ReadWrite);
        const Timeline timeline = store->timeline();
        record(*store, timeline.branches.empty() ? store->addBranch({}) : timeline.current);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}
