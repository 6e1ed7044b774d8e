// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/thinning.h"

#include <algorithm>
#include <limits>
#include <set>

#include "report/kept_checkpoints.h"

namespace neurarium {

namespace {

using Checkpoints = std::vector<CheckpointInfo>;

/// What may never go.
std::set<CheckpointId> needed(const Timeline& timeline, const std::vector<CheckpointId>& inUse) {
    std::set<CheckpointId> ids(inUse.begin(), inUse.end());
    for (const auto& [id, reason] : keptFor(timeline))
        if (reason != KeptFor::Older)
            ids.insert(id);
    return ids;
}

/// How much would be missed without the checkpoint at `place`: the gap that it would leave, measured by how
/// long ago that was. Ids are given in the order of time.
double worth(const Checkpoints& left, std::size_t place) {
    if (place == 0)
        return std::numeric_limits<double>::max();
    const auto time = [&left](std::size_t at) { return static_cast<double>(left[at].id.value); };
    const double now = time(left.size() - 1) + 1;
    const double next = place + 1 < left.size() ? time(place + 1) : now;
    return (next - time(place - 1)) / (now - time(place));
}

/// The place of the checkpoint that is missed least; the end when all are needed.
std::size_t leastMissed(const Checkpoints& left, const std::set<CheckpointId>& kept) {
    std::size_t least = left.size();
    double leastWorth = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (kept.contains(left[i].id))
            continue;
        const double each = worth(left, i);
        if (least == left.size() || each < leastWorth) {
            least = i;
            leastWorth = each;
        }
    }
    return least;
}

} // namespace

std::int64_t bytesOf(const std::vector<CheckpointInfo>& checkpoints) {
    std::int64_t bytes = 0;
    for (const CheckpointInfo& each : checkpoints)
        bytes += each.bytes;
    return bytes;
}

std::vector<CheckpointId> thinnable(const Timeline& timeline, const std::vector<CheckpointId>& inUse) {
    Checkpoints left = timeline.checkpoints;
    std::int64_t bytes = timeline.bytes - timeline.budget.bytes; // that have to go
    auto count = std::count_if(left.begin(), left.end(), [](const CheckpointInfo& each) {
        return each.origin == CheckpointOrigin::Automatic;
    });
    count -= static_cast<std::ptrdiff_t>(kMostAutomatic);
    std::vector<CheckpointId> removable;
    if (timeline.budget.bytes == 0 || (bytes <= 0 && count <= 0))
        return removable;
    const std::set<CheckpointId> kept = needed(timeline, inUse);
    for (; bytes > 0 || count > 0; --count) {
        const std::size_t place = leastMissed(left, kept);
        if (place == left.size())
            break;
        bytes -= left[place].bytes;
        removable.push_back(left[place].id);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(place));
    }
    std::sort(removable.begin(), removable.end());
    return removable;
}

} // namespace neurarium
