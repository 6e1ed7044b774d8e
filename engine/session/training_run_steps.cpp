// SPDX-License-Identifier: GPL-3.0-or-later
// Any step of a training run's history, not only those that were saved.
#include <algorithm>
#include <charconv>
#include <utility>

#include "checkpoint/damage.h"
#include "session/branch_recipe.h"
#include "session/live_changes.h"
#include "session/picture_samples.h"
#include "session/proof.h"
#include "session/repetition.h"
#include "session/training_run.h"
#include "training/comparison.h"

namespace neurarium {

RunRecord TrainingRun::record() {
    finishSaving();
    RunRecord record = m_writer->with([](RunStore& store) { return RunRecord::of(store); });
    record.load = [this](CheckpointId id) {
        return m_writer->with([id](RunStore& store) { return store.load(id); });
    };
    record.steps = [this](BranchId branch, const StepRange& range) {
        handSteps();
        return m_writer->with([&](RunStore& store) { return store.steps(branch, range); });
    };
    return record;
}

std::optional<Proof> TrainingRun::proveFrom(CheckpointId checkpoint, const ReplayProgress& progress) {
    return prove(record(), checkpoint, trainerMaker(), progress);
}

std::optional<Repetition> TrainingRun::repeat(const RepeatRequest& request, const ReplayProgress& progress) {
    return repeatSteps(record(), request, trainerMaker(), progress);
}

namespace {

/// The pictures of the first flips of both lists; null when samples are no pictures.
std::shared_ptr<const PictureSet> picturesOf(const Comparison& comparison, const DataSplit& data) {
    constexpr std::size_t kMostPictures = 240; // of each list
    constexpr std::int32_t kSide = 96;
    if (data.validation == nullptr || !data.training->description().pictures)
        return nullptr;
    std::vector<std::int64_t> samples;
    for (const std::vector<Flip>* flips : {&comparison.lost, &comparison.gained})
        for (std::size_t i = 0; i < std::min(flips->size(), kMostPictures); ++i)
            samples.push_back((*flips)[i].sample);
    return std::make_shared<const PictureSet>(picturesOf(*data.validation, samples, kSide));
}

} // namespace

Comparison TrainingRun::compare(CheckpointId before, CheckpointId after) {
    const RunRecord known = record();
    const auto stateOf = [&](CheckpointId id) { return id ? known.load(id) : m_trainer->state(); };
    const auto infoOf = [&](CheckpointId id) {
        CheckpointInfo here;
        here.branch = m_branch;
        here.epoch = m_trainer->epochsDone();
        here.step = m_trainer->stepsDone();
        return id ? known.checkpoint(id) : here;
    };
    const auto experimentAt = [&](CheckpointId id) {
        return id ? experimentOfBranch(known.checkpoint(id).branch) : m_trainer->experiment();
    };
    const TrainingState then = stateOf(before), now = stateOf(after);
    const auto trainer = freshTrainer(experimentAt(before));
    const Experiment later = experimentAt(after);
    const auto other = later == trainer->experiment() ? nullptr : freshTrainer(later);
    Comparison comparison = compareStates({*trainer, then}, {other ? *other : *trainer, now});
    comparison.before = infoOf(before);
    comparison.after = infoOf(after);
    comparison.pictures = picturesOf(comparison, trainer->data());
    return comparison;
}

TrainingRun::Undone TrainingRun::undo(MarkId id) {
    const RunRecord known = record();
    const auto& marks = known.timeline.marks;
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [id](const Mark& each) { return each.id == id; });
    if (mark == marks.end())
        throw Error(ProblemKind::Refused, std::to_string(id.value),
                    explain("Problem", "This run has no such change"));
    keepLeftEnd();
    Undone undone{{mark->branch, mark->step, 0, mark->before}, m_lastCheckpoint};
    std::vector<Change> earlier; // made at the same step before this one, with no checkpoint between
    const auto& sound = known.timeline.checkpoints;
    if (std::ranges::any_of(sound, [&](const CheckpointInfo& each) { return each.id == mark->before; })) {
        const CheckpointInfo reached = goBackTo(mark->before, false);
        undone.place = {reached.branch, reached.step, reached.epoch, reached.id};
    } else {
        goToStep(undone.place, {});
        for (const Mark& each : marks)
            if (each.branch == mark->branch && each.step == mark->step && each.id < id)
                earlier.insert(earlier.end(), each.changes.begin(), each.changes.end());
    }
    if (!earlier.empty())
        change(withChanges(m_trainer->settings(), earlier));
    for (const Change& each : mark->changes) {
        std::int64_t epochs = 0; // stays where the history does not tell a number
        std::from_chars(each.before.data(), each.before.data() + each.before.size(), epochs);
        if (each.kind == ChangeKind::Epochs && epochs > 0)
            setEpochs(epochs);
    }
    return undone;
}

bool TrainingRun::goToStep(StepPlace& place, const ReplayProgress& progress) {
    const RunRecord known = record();
    BranchWalk walk(known, trainerMaker(), progress);
    if (!walk.goTo(place))
        return false;
    keepLeftEnd();
    m_trainer = walk.takeTrainer();
    const auto info = m_writer->with([&](RunStore& store) { return store.checkpoint(place.checkpoint); });
    if (info)
        adopt(*info, false);
    else
        adoptStep(place);
    m_listener.onSettings(m_trainer->settings());
    m_listener.onTimeline();
    return true;
}

/// Stands at a step that no checkpoint was made of. One is made of it when a branch leaves from there.
void TrainingRun::adoptStep(const StepPlace& place) {
    forget();
    standOn(place.branch);
    m_lastCheckpoint = {};
    const Timeline history = m_writer->with([](RunStore& store) { return store.timeline(); });
    const CheckpointInfo* nearest = nearestBefore(history, place.branch, place.step);
    m_lastGood = nearest == nullptr ? CheckpointId{} : nearest->id;
    const bool isLast =
        std::none_of(history.branches.begin(), history.branches.end(), [&](const Branch& branch) {
            return branch.id == place.branch && branch.lastStep > place.step;
        });
    const bool changed = std::any_of(history.marks.begin(), history.marks.end(), [&](const Mark& mark) {
        return mark.branch == place.branch && mark.step >= place.step;
    });
    if (isLast && !changed)
        return;
    Branch branch;
    branch.parent = place.branch;
    branch.forkStep = place.step;
    branch.forkEpoch = place.epoch;
    m_nextBranch = branch;
    m_forkUnsaved = true;
}

void TrainingRun::saveFork() {
    writeCurrent(describe(CheckpointOrigin::Automatic, {}), m_trainer->state());
}

} // namespace neurarium
