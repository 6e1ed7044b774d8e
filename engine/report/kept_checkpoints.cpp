// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kept_checkpoints.h"

#include <cmath>

namespace neurarium {

namespace {

std::vector<CheckpointId> lastOfBranches(const std::vector<CheckpointInfo>& checkpoints) {
    std::map<BranchId, const CheckpointInfo*> last;
    for (const CheckpointInfo& each : checkpoints) { // in the order of their ids
        const CheckpointInfo*& known = last[each.branch];
        if (known == nullptr || each.step >= known->step)
            known = &each;
    }
    std::vector<CheckpointId> ids;
    for (const auto& [branch, checkpoint] : last)
        ids.push_back(checkpoint->id);
    return ids;
}

/// What it was made for, the place in the tree aside.
KeptFor ownReason(const CheckpointInfo& checkpoint) {
    switch (checkpoint.origin) {
    case CheckpointOrigin::Person:
        return KeptFor::Person;
    case CheckpointOrigin::BeforeChange:
        return KeptFor::BeforeChange;
    case CheckpointOrigin::Interrupted:
        return checkpoint.name.empty() ? KeptFor::Last : KeptFor::Person;
    case CheckpointOrigin::Automatic:
        break;
    }
    return checkpoint.name.empty() ? KeptFor::Older : KeptFor::Person;
}

} // namespace

const CheckpointInfo* bestOf(const std::vector<CheckpointInfo>& checkpoints) {
    const CheckpointInfo* best = nullptr;
    for (const CheckpointInfo& each : checkpoints)
        if (each.validationLoss && !std::isnan(*each.validationLoss) &&
            (best == nullptr || *each.validationLoss < *best->validationLoss))
            best = &each;
    return best;
}

std::map<CheckpointId, KeptFor> keptFor(const Timeline& timeline) {
    std::map<CheckpointId, KeptFor> reasons;
    for (const CheckpointInfo& each : timeline.checkpoints)
        reasons[each.id] = ownReason(each);
    const auto give = [&reasons](CheckpointId id, KeptFor reason) {
        if (const auto found = reasons.find(id); found != reasons.end())
            found->second = std::min(found->second, reason);
    };
    for (const Mark& mark : timeline.marks)
        give(mark.before, KeptFor::BeforeChange);
    if (const CheckpointInfo* best = bestOf(timeline.checkpoints))
        give(best->id, KeptFor::Best);
    for (const CheckpointId last : lastOfBranches(timeline.checkpoints))
        give(last, KeptFor::Last);
    for (const Branch& branch : timeline.branches)
        give(branch.forkedFrom, KeptFor::Fork);
    return reasons;
}

} // namespace neurarium
