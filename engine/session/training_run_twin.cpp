// SPDX-License-Identifier: GPL-3.0-or-later
// One change tried as a twin: two trainings from one checkpoint, in step with each other.
#include <algorithm>
#include <utility>

#include "session/live_changes.h"
#include "session/state_check.h"
#include "session/training_run.h"

namespace neurarium {

namespace {

constexpr std::size_t kStepsHandedOver = 64;

Branch branchFrom(const CheckpointInfo& from) {
    Branch branch;
    branch.parent = from.branch;
    branch.forkedFrom = from.id;
    branch.forkStep = from.step;
    branch.forkEpoch = from.epoch;
    return branch;
}

} // namespace

/// One of the two, on a branch of its own.
struct TrainingRun::Twin {
    std::unique_ptr<Trainer> trainer;
    BranchId branch;
    std::vector<StepReport> steps; ///< not handed over yet
    std::vector<EpochReport> epochs;
    std::size_t epochsHanded = 0;
    bool finite = true;

    float step() {
        StepResult result = trainer->step();
        finite = result.finite;
        if (!finite)
            return result.report.loss;
        result.report.branch = branch;
        steps.push_back(result.report);
        if (result.epochFinished) {
            epochs.push_back(trainer->finishEpoch());
            epochs.back().branch = branch;
        }
        return result.report.loss;
    }
};

TrainingRun::Twin TrainingRun::makeTwin(const CheckpointInfo& from, const TrainingState& state) {
    Twin twin{freshTrainer(), {}, {}, {}};
    twin.trainer->restore(state);
    twin.branch = m_writer->with([&](RunStore& store) {
        const BranchId branch = store.addBranch(branchFrom(from));
        store.setCurrent(m_branch); // what is stood on stays
        return branch;
    });
    return twin;
}

TwinReport TrainingRun::runTwin(const TwinRequest& request, const ReplayProgress& progress) {
    const RunRecord known = record();
    TwinReport report;
    report.from = known.checkpoint(request.from);
    const TrainingState state = known.load(request.from);
    const auto* settings = std::get_if<LiveSettings>(&request.change);
    {
        const auto trainer = freshTrainer();
        trainer->restore(state);
        const std::vector<Change> changes =
            settings != nullptr ? describeChanges(trainer->settings(), *settings) : std::vector<Change>();
        if (changes.size() != 1)
            throw Error(ProblemKind::Refused, std::to_string(changes.size()),
                        explain("Problem", "A twin differs in exactly one thing"),
                        explain("Problem", "Change one knob, and leave the others as they were."));
        report.change = changes.front();
    }
    Twin same = makeTwin(report.from, state);
    Twin other = makeTwin(report.from, state);
    report.same = same.branch;
    report.other = other.branch;
    markTwin(report);
    other.trainer->change(*settings);
    for (std::int64_t done = 0; done < request.steps && !report.diverged; ++done) {
        const float loss = same.step();
        report.steps.push_back({report.from.step + done + 1, loss, other.step()});
        report.diverged = !same.finite || !other.finite;
        if (same.steps.size() >= kStepsHandedOver || same.epochs.size() > same.epochsHanded) {
            handTwin(same);
            handTwin(other);
        }
        if (progress && !progress(done + 1, request.steps))
            break;
    }
    endTwin(same);
    endTwin(other);
    report.sameEpochs = std::move(same.epochs);
    report.otherEpochs = std::move(other.epochs);
    m_listener.onTimeline();
    return report;
}

/// The change stands where the branch begins.
void TrainingRun::markTwin(const TwinReport& report) {
    Mark mark;
    mark.branch = report.other;
    mark.epoch = report.from.epoch + 1;
    mark.step = report.from.step;
    mark.before = report.from.id;
    mark.changes = {report.change};
    mark.id = m_writer->with([&](RunStore& store) { return store.addMark(mark); });
    m_listener.onMark(mark);
    m_listener.onTimeline();
}

void TrainingRun::handTwin(Twin& twin) {
    handSteps();
    m_steps = std::exchange(twin.steps, {});
    handSteps();
    for (; twin.epochsHanded < twin.epochs.size(); ++twin.epochsHanded) {
        m_writer->addEpoch(twin.epochs[twin.epochsHanded]);
        m_listener.onEpoch(twin.epochs[twin.epochsHanded]);
    }
}

/// The last state of a twin stays, so that it can be gone to.
void TrainingRun::endTwin(Twin& twin) {
    handTwin(twin);
    const TrainingState state = twin.trainer->state();
    if (!isFinite(state))
        return;
    NewCheckpoint last{twin.branch,
                       CheckpointOrigin::Automatic,
                       {},
                       twin.trainer->epochsDone(),
                       twin.trainer->stepsDone(),
                       {},
                       {}};
    if (!twin.epochs.empty() && twin.epochs.back().step == last.step) {
        last.validationLoss = twin.epochs.back().validationLoss;
        last.validationAccuracy = twin.epochs.back().validationAccuracy;
    }
    write(last, state);
}

} // namespace neurarium
