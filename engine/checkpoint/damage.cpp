// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/damage.h"

#include <algorithm>

#include "checkpoint/x_ray_file.h"

namespace neurarium {

namespace {

Message readablePart(const std::filesystem::path& file) {
    const XRay seen = xRay(file);
    const std::string whole = std::to_string(seen.wholeTensors());
    if (seen.wholeTensors() == 0)
        return explain("Problem", "Nothing in the file can be read any more");
    if (seen.wholeTensors() < seen.tensors.size())
        return explain("Problem", "%1 of its %2 tensors lie whole in the file and can be looked into",
                       {whole, std::to_string(seen.tensors.size())});
    return explain("Problem",
                   "All of its %1 tensors can be looked into, but some byte of the file is no longer the one "
                   "that was saved",
                   {whole});
}

const Branch* branchOf(const Timeline& timeline, BranchId id) {
    const auto found = std::find_if(timeline.branches.begin(), timeline.branches.end(),
                                    [id](const Branch& branch) { return branch.id == id; });
    return found == timeline.branches.end() ? nullptr : &*found;
}

} // namespace

const CheckpointInfo* nearestBefore(const Timeline& timeline, BranchId branch, std::int64_t step) {
    const CheckpointInfo* nearest = nullptr;
    std::size_t left = timeline.branches.size(); // a damaged history may go round in circles
    for (const Branch* line = branchOf(timeline, branch); line != nullptr && left > 0; --left) {
        for (const CheckpointInfo& each : timeline.checkpoints)
            if (each.branch == line->id && each.step <= step &&
                (nearest == nullptr || each.step > nearest->step))
                nearest = &each;
        if (nearest != nullptr || line->weightsOnly)
            return nearest;
        step = std::min(step, line->forkStep);
        line = branchOf(timeline, line->parent);
    }
    return nullptr;
}

std::vector<Message> stillUsable(const std::filesystem::path& folder, const CheckpointInfo& damaged,
                                 const Timeline& timeline) {
    std::vector<Message> sentences;
    try {
        sentences.push_back(readablePart(folder / damaged.path));
    } catch (const Error& error) {
        sentences.push_back(error.problem().what);
    }
    if (const CheckpointInfo* nearest = nearestBefore(timeline, damaged.branch, damaged.step))
        sentences.push_back(explain(
            "Problem", "Checkpoint %1 (step %2) is whole; training from there comes to the same state again",
            {std::to_string(nearest->id.value), std::to_string(nearest->step)}));
    return sentences;
}

} // namespace neurarium
