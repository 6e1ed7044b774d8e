// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/found_checkpoints.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <system_error>

#include "checkpoint/run_recovery.h"
#include "checkpoint/run_tables.h"
#include "checkpoint/safetensors.h"
#include "session/live_changes.h"
#include "training/state_text.h"

namespace neurarium {

namespace {

std::vector<CheckpointId> idsOf(const std::filesystem::path& folder) {
    std::vector<CheckpointId> ids;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(folder / "checkpoints", failed), end;
         !failed && entry != end; entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        CheckpointId id;
        std::from_chars(name.data(), name.data() + name.size(), id.value);
        if (id && isCheckpointName(name) && entry->is_regular_file(failed))
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// When the file was written, in seconds since 1970.
std::int64_t changedAt(const std::filesystem::path& file) {
    using namespace std::chrono;
    const auto time = file_clock::to_sys(std::filesystem::last_write_time(file));
    return duration_cast<seconds>(time.time_since_epoch()).count();
}

FoundCheckpoint readFile(const std::filesystem::path& file, CheckpointInfo info,
                         const std::set<std::string>& experiments) {
    FoundCheckpoint found;
    TrainingState state = readSafetensors(file, &info.sha256);
    const StateText text(state.metadata);
    if (info.sha256.empty() || !experiments.contains(text.text("experiment_hash")))
        throw Error(ProblemKind::DamagedFile, file.string(),
                    explain("Problem", "the file does not belong to the experiment of this run"));
    info.epoch = text.integer("epoch");
    info.step = text.integer("step");
    found.settings = text.settings();
    found.bestStep = text.integer("best/step");
    found.bestLoss = text.number("best/loss");
    if (found.bestStep == info.step && info.step > 0)
        info.validationLoss = found.bestLoss;
    info.origin = CheckpointOrigin::Interrupted; // what is not known to be automatic is never thinned
    info.bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
    info.savedAt = changedAt(file);
    found.info = info;
    std::erase_if(state.metadata, [](const auto& entry) { return entry.first.starts_with("live/"); });
    found.hashButSettings = stateHash(state);
    return found;
}

/// `later` is the best state on the way to `before`, written after it.
bool isLateBest(const FoundCheckpoint& before, const FoundCheckpoint& later) {
    return later.info.step == later.bestStep && before.bestStep == later.bestStep &&
           before.bestLoss == later.bestLoss;
}

/// Training may have come from `before` to `later`: the best loss until then tells of the way.
bool mayFollow(const FoundCheckpoint& before, const FoundCheckpoint& later) {
    if (later.info.step < before.info.step)
        return false;
    if (later.info.step == before.info.step)
        return later.hashButSettings == before.hashButSettings;
    return later.bestStep > before.info.step
               ? later.bestLoss <= before.bestLoss
               : later.bestStep == before.bestStep && later.bestLoss == before.bestLoss;
}

/// The branch that a new one most likely left: that of the furthest checkpoint before its first step.
BranchId likelyParent(const Timeline& timeline, const CheckpointInfo& first) {
    const CheckpointInfo* nearest = nullptr;
    for (const CheckpointInfo& each : timeline.checkpoints)
        if (each.step < first.step && (nearest == nullptr || each.step >= nearest->step))
            nearest = &each;
    return nearest == nullptr ? timeline.branches.front().id : nearest->branch;
}

void addBranch(Timeline& timeline, const CheckpointInfo& first) {
    Branch branch;
    branch.id.value = static_cast<std::int64_t>(timeline.branches.size()) + 1;
    if (!timeline.branches.empty()) {
        branch.parent = likelyParent(timeline, first);
        branch.forkStep = first.step;
        branch.forkEpoch = first.epoch;
    }
    timeline.branches.push_back(branch);
}

void addMark(Timeline& timeline, const FoundCheckpoint& before, const FoundCheckpoint& after) {
    Mark mark;
    mark.id.value = static_cast<std::int64_t>(timeline.marks.size()) + 1;
    mark.number = mark.id.value;
    mark.branch = after.info.branch;
    mark.epoch = before.info.epoch + 1;
    mark.step = before.info.step;
    mark.before = before.info.id;
    mark.changes = describeChanges(before.settings, after.settings);
    timeline.marks.push_back(std::move(mark));
}

} // namespace

FoundCheckpoints findCheckpoints(const std::filesystem::path& folder,
                                 const std::set<std::string>& experiments) {
    FoundCheckpoints found;
    for (const CheckpointId id : idsOf(folder)) {
        CheckpointInfo info;
        info.id = id;
        info.path = checkpointPath(id);
        try {
            found.sound.push_back(readFile(folder / info.path, info, experiments));
        } catch (const Error& error) {
            found.damaged.push_back(info);
            found.problems.push_back(error.problem());
        }
    }
    return found;
}

Timeline inferTimeline(std::vector<FoundCheckpoint> found) {
    Timeline timeline;
    std::optional<FoundCheckpoint> last;
    for (FoundCheckpoint& each : found) {
        const bool follows = last && mayFollow(*last, each);
        const bool isBest = last && !follows && isLateBest(*last, each);
        if (!follows && !isBest)
            addBranch(timeline, each.info);
        Branch& branch = timeline.branches.back();
        each.info.branch = branch.id;
        branch.lastStep = std::max(branch.lastStep, each.info.step);
        branch.lastEpoch = std::max(branch.lastEpoch, each.info.epoch);
        if (last && last->info.branch == branch.id && !isBest && each.settings != last->settings)
            addMark(timeline, *last, each);
        timeline.checkpoints.push_back(each.info);
        if (!isBest)
            last = each;
    }
    if (!timeline.branches.empty())
        timeline.current = timeline.branches.back().id;
    return timeline;
}

} // namespace neurarium
