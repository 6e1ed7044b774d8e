// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "report/timeline.h"

namespace neurarium {

constexpr std::int64_t kExampleStepsPerEpoch = 15;

inline CheckpointInfo exampleCheckpoint(std::int64_t id, BranchId branch, const std::string& letter,
                                        std::int64_t epoch) {
    CheckpointInfo checkpoint;
    checkpoint.id = {id};
    checkpoint.branch = branch;
    checkpoint.letter = letter;
    checkpoint.name = letter.empty() ? "" : "slot " + letter;
    checkpoint.origin = letter.empty() ? CheckpointOrigin::Automatic : CheckpointOrigin::Person;
    checkpoint.epoch = epoch;
    checkpoint.step = epoch * kExampleStepsPerEpoch;
    checkpoint.validationLoss = 1.0 / static_cast<double>(epoch + 1);
    checkpoint.validationAccuracy = 0.5 + 0.01 * static_cast<double>(epoch % 40);
    checkpoint.sha256 = "7f3a91c2aa";
    checkpoint.bytes = 900'000;
    return checkpoint;
}

/// One branch of 24 epochs with the slots A, B, C and automatic checkpoints, and a change after B.
inline Timeline exampleTimeline() {
    Timeline timeline;
    timeline.stepsPerEpoch = kExampleStepsPerEpoch;
    timeline.plannedEpochs = 60;
    timeline.current = {1};
    Branch branch;
    branch.id = {1};
    branch.lastStep = 24 * kExampleStepsPerEpoch;
    branch.lastEpoch = 24;
    timeline.branches.push_back(branch);
    for (std::int64_t epoch = 1; epoch <= 24; ++epoch)
        timeline.checkpoints.push_back(exampleCheckpoint(100 + epoch, {1}, {}, epoch));
    timeline.checkpoints.push_back(exampleCheckpoint(1, {1}, "A", 5));
    timeline.checkpoints.push_back(exampleCheckpoint(2, {1}, "B", 12));
    timeline.checkpoints.push_back(exampleCheckpoint(3, {1}, "C", 18));
    Mark mark;
    mark.id = {1};
    mark.branch = {1};
    mark.number = 1;
    mark.epoch = 13;
    mark.step = 12 * kExampleStepsPerEpoch;
    mark.before = {2};
    mark.changes = {{ChangeKind::Dropout, "dropout", "off", "0.25"}};
    timeline.marks.push_back(mark);
    return timeline;
}

/// After going back from C (then at epoch 30) to B: branch 2 has its own slot D.
inline Timeline forkedTimeline() {
    Timeline timeline = exampleTimeline();
    timeline.branches[0].lastStep = 30 * kExampleStepsPerEpoch;
    Branch branch;
    branch.id = {2};
    branch.parent = {1};
    branch.forkedFrom = {2};
    branch.forkStep = 12 * kExampleStepsPerEpoch;
    branch.forkEpoch = 12;
    branch.lastStep = 27 * kExampleStepsPerEpoch;
    timeline.branches.push_back(branch);
    timeline.current = {2};
    timeline.marks[0].branch = {2};
    timeline.checkpoints.push_back(exampleCheckpoint(4, {2}, "D", 25));
    return timeline;
}

/// A tree as wild as a class can make it, the same for the same seed.
inline Timeline wildTimeline(unsigned seed, int branches, int checkpoints) {
    std::mt19937 random(seed);
    const auto below = [&](std::int64_t bound) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(bound));
    };
    Timeline timeline;
    timeline.stepsPerEpoch = kExampleStepsPerEpoch;
    timeline.plannedEpochs = 60;
    for (int i = 0; i < branches; ++i) {
        Branch branch;
        branch.id = {i + 1};
        if (i > 0) {
            const Branch& parent = timeline.branches[static_cast<std::size_t>(below(i))];
            branch.parent = parent.id;
            branch.forkStep = parent.forkStep + below(parent.lastStep - parent.forkStep + 1);
        }
        branch.lastStep = branch.forkStep + 1 + below(40 * kExampleStepsPerEpoch);
        timeline.branches.push_back(branch);
    }
    timeline.current = timeline.branches.back().id;
    for (int i = 0; i < checkpoints; ++i) {
        const Branch& branch = timeline.branches[static_cast<std::size_t>(below(branches))];
        const std::string letter =
            i % 3 == 0 ? std::string(1, static_cast<char>('A' + i / 3 % 26)) : std::string();
        CheckpointInfo checkpoint = exampleCheckpoint(i + 1, branch.id, letter, 0);
        checkpoint.step = branch.forkStep + 1 + below(branch.lastStep - branch.forkStep);
        checkpoint.epoch = checkpoint.step / kExampleStepsPerEpoch;
        timeline.checkpoints.push_back(checkpoint);
    }
    return timeline;
}

} // namespace neurarium
