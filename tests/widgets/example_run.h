// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "report/epoch_report.h"
#include "report/step_report.h"
#include "report/timeline.h"

/// A small run made up for tests of views: two branches, three slots, one change of dropout.
struct ExampleRun {
    static constexpr std::int64_t kStepsPerEpoch = 15;
    neurarium::Timeline timeline;
    std::vector<neurarium::StepReport> steps;
    std::vector<neurarium::EpochReport> epochs;

    /// `branches` is 1 or 2.
    explicit ExampleRun(int branches) {
        using namespace neurarium;
        timeline.stepsPerEpoch = kStepsPerEpoch;
        timeline.plannedEpochs = 60;
        addBranch(1, 0, 0, branches == 1 ? 24 : 30);
        addSlot(1, "first cats", 1, 5);
        addSlot(2, "before dropout", 1, 12);
        addSlot(3, branches == 1 ? "with dropout" : "knows the photos", 1, branches == 1 ? 18 : 30);
        if (branches > 1)
            addBranch(2, 1, 12, 27);
        Mark mark;
        mark.id = {1};
        mark.branch = {branches};
        mark.number = 1;
        mark.epoch = 12;
        mark.step = 12 * kStepsPerEpoch;
        mark.changes = {{ChangeKind::Dropout, "dropout", "off", "0.25"}};
        timeline.marks.push_back(mark);
        timeline.current = {branches};
    }

private:
    /// A save by a person; the first is A.
    void addSlot(std::int64_t id, const std::string& name, std::int64_t branch, std::int64_t epoch) {
        neurarium::CheckpointInfo slot;
        slot.id = {id};
        slot.branch = {branch};
        slot.origin = neurarium::CheckpointOrigin::Person;
        slot.letter = static_cast<char>('A' + id - 1);
        slot.name = name;
        slot.epoch = epoch;
        slot.step = epoch * kStepsPerEpoch;
        timeline.checkpoints.push_back(slot);
    }

    void addBranch(std::int64_t id, std::int64_t parent, std::int64_t from, std::int64_t to) {
        using namespace neurarium;
        std::mt19937 random(static_cast<unsigned>(id));
        std::normal_distribution<double> noise(0, 1);
        Branch branch;
        branch.id = {id};
        branch.parent = {parent};
        branch.forkEpoch = from;
        branch.forkStep = from * kStepsPerEpoch;
        branch.lastEpoch = to;
        branch.lastStep = to * kStepsPerEpoch;
        timeline.branches.push_back(branch);
        for (std::int64_t step = branch.forkStep + 1; step <= branch.lastStep; ++step) {
            const double t = static_cast<double>(step) / kStepsPerEpoch;
            const double loss =
                id == 1 ? 0.03 + 0.67 * std::exp(-t / 12) : 0.30 + 0.04 * std::exp(-(t - 12) / 6);
            steps.push_back({{id},
                             step,
                             (step - 1) / kStepsPerEpoch + 1,
                             static_cast<float>(loss * (1 + 0.07 * noise(random))),
                             0.001});
        }
        for (std::int64_t epoch = from + 1; epoch <= to; ++epoch) {
            const auto t = static_cast<double>(epoch);
            EpochReport report;
            report.branch = {id};
            report.epoch = epoch;
            report.step = epoch * kStepsPerEpoch;
            report.trainLoss = id == 1 ? 0.03 + 0.67 * std::exp(-t / 12) : 0.30;
            report.trainAccuracy = 1 - 0.45 * std::exp(-t / 10);
            report.validationLoss = id == 1 ? 0.43 + 0.26 * std::exp(-t / 5) + 0.00025 * t * t
                                            : 0.37 + 0.12 * std::exp(-(t - 12) / 8);
            report.validationAccuracy =
                id == 1 ? 0.76 - 0.26 * std::exp(-t / 4) : 0.85 - 0.09 * std::exp(-(t - 12) / 5);
            report.learningRate = 0.001;
            report.seconds = 1.5;
            report.samplesPerSecond = 320;
            epochs.push_back(report);
        }
    }
};
