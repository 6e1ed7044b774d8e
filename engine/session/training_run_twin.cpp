// SPDX-License-Identifier: GPL-3.0-or-later
// One change tried as a twin: two trainings from one checkpoint, in step with each other.
#include <algorithm>
#include <utility>

#include "session/branch_recipe.h"
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

Change knobChange(const LiveSettings& before, const LiveSettings& after) {
    const std::vector<Change> changes = describeChanges(before, after);
    if (changes.size() != 1)
        throw Error(ProblemKind::Refused, std::to_string(changes.size()),
                    explain("Problem", "A twin differs in exactly one thing"),
                    explain("Problem", "Change one knob, and leave the others as they were."));
    return changes.front();
}

/// While the dropout knob is in force, no layer's own rate is.
void refuseWithoutEffect(const Change& change, const LiveSettings& settings) {
    const bool isRate = change.knob.ends_with(".rate") || change.knob.ends_with(".dropout");
    if (isRate && (settings.dropout || !settings.dropoutOn))
        throw Error(ProblemKind::Refused, change.knob,
                    explain("Problem",
                            "The dropout knob sets every layer's rate there, so the layer's own has "
                            "no effect"),
                    explain("Problem", "Choose a checkpoint from before the knob was moved."));
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

/// A trainer that stands where the first twin does, with one change.
std::unique_ptr<Trainer> TrainingRun::changedTwin(const TwinRequest& request, const Trainer& same,
                                                  Change& change) const {
    if (const auto* settings = std::get_if<LiveSettings>(&request.change)) {
        change = knobChange(same.settings(), *settings);
        auto other = freshTrainer(same.experiment());
        other->restore(same.state());
        other->change(*settings);
        return other;
    }
    Experiment experiment = same.experiment();
    experiment.network = std::get<std::vector<LayerRecipe>>(request.change);
    change = layerChange(same.experiment().network, experiment.network);
    refuseWithoutEffect(change, same.settings());
    experiment = parseExperiment(experimentJson(experiment)); // refuses values that cannot be
    auto other = freshTrainer(experiment);
    try {
        other->restore(asStateOf(same.state(), experiment));
    } catch (const Error& error) {
        throw Error(
            ProblemKind::Refused, change.knob, error.problem().what,
            explain("Problem", "Change an option that leaves the shapes of all weights as they are."));
    }
    return other;
}

void TrainingRun::openTwin(Twin& twin, const CheckpointInfo& from) {
    Branch branch = branchFrom(from);
    branch.experiment = ownExperiment(m_experiment, twin.trainer->experiment());
    twin.branch = m_writer->with([&](RunStore& store) {
        const BranchId id = store.addBranch(branch);
        store.setCurrent(m_branch); // what is stood on stays
        return id;
    });
}

TwinStart TrainingRun::twinStart(CheckpointId from) {
    if (!from) {
        applyWaitingChange();
        finishSaving();
        const bool onlyWeights = m_nextBranch && m_nextBranch->weightsOnly;
        if (onlyWeights || m_stepsSinceCheckpoint > 0 || m_changedSinceCheckpoint || !m_lastCheckpoint)
            writeHere(CheckpointOrigin::Automatic, {});
        from = m_lastCheckpoint;
    }
    const RunRecord known = record();
    TwinStart start;
    start.from = known.checkpoint(from);
    const auto trainer = freshTrainer(experimentOfBranch(start.from.branch));
    trainer->restore(known.load(from));
    start.settings = trainer->settings();
    start.network = trainer->experiment().network;
    start.stepsPerEpoch = trainer->stepsPerEpoch();
    start.stepInEpoch = trainer->stepInEpoch();
    return start;
}

TwinReport TrainingRun::runTwin(const TwinRequest& request, const ReplayProgress& progress) {
    const RunRecord known = record();
    TwinReport report;
    report.from = known.checkpoint(request.from);
    Twin same{freshTrainer(experimentOfBranch(report.from.branch)), {}, {}, {}};
    same.trainer->restore(known.load(request.from));
    Twin other{changedTwin(request, *same.trainer, report.change), {}, {}, {}};
    openTwin(same, report.from);
    openTwin(other, report.from);
    report.same = same.branch;
    report.other = other.branch;
    markTwin(report);
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
