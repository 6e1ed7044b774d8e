// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/epoch_scale.h"

#include <algorithm>

namespace neurarium {

void EpochScale::setTimeline(const Timeline& timeline) {
    m_branches.clear();
    for (const Branch& branch : timeline.branches) {
        const bool known = branch.parent && m_branches.contains(branch.parent);
        Branch copy = branch;
        if (!known)
            copy.parent = {};
        m_branches[branch.id] = copy;
    }
    m_stepsPerEpoch = std::max<std::int64_t>(timeline.stepsPerEpoch, 1);
}

void EpochScale::addEpoch(const EpochReport& epoch) {
    std::vector<Anchor>& anchors = m_anchors[epoch.branch];
    if (anchors.empty() || (epoch.step > anchors.back().step && epoch.epoch > anchors.back().epoch))
        anchors.push_back({epoch.step, epoch.epoch});
}

const Branch* EpochScale::find(BranchId branch) const {
    const auto found = m_branches.find(branch);
    return found == m_branches.end() ? nullptr : &found->second;
}

double EpochScale::start(BranchId branch) const {
    const Branch* piece = find(branch);
    return piece == nullptr || !piece->parent ? 0 : at(piece->parent, piece->forkStep);
}

double EpochScale::shift(BranchId branch) const {
    const Branch* piece = find(branch);
    if (piece == nullptr || !piece->parent)
        return 0;
    return piece->weightsOnly ? start(branch) : shift(piece->parent);
}

double EpochScale::at(BranchId branch, std::int64_t step) const {
    const Branch* piece = find(branch);
    const bool forked = piece != nullptr && piece->parent;
    const std::int64_t origin = forked && !piece->weightsOnly ? piece->forkStep : 0;
    if (forked && step <= origin)
        return piece->weightsOnly ? start(branch) : at(piece->parent, step);
    double fromStep = static_cast<double>(origin);
    double fromEpoch = start(branch);
    const double wanted = static_cast<double>(step);
    const auto anchors = m_anchors.find(branch);
    if (anchors != m_anchors.end()) {
        const double added = shift(branch);
        const auto next = std::lower_bound(anchors->second.begin(), anchors->second.end(), step,
                                           [](const Anchor& each, std::int64_t s) { return each.step < s; });
        if (next != anchors->second.begin()) {
            fromStep = std::max(static_cast<double>(std::prev(next)->step), fromStep);
            fromEpoch = std::max(static_cast<double>(std::prev(next)->epoch) + added, fromEpoch);
        }
        if (next != anchors->second.end() && static_cast<double>(next->step) > fromStep) {
            const double toEpoch = static_cast<double>(next->epoch) + added;
            return fromEpoch +
                   (toEpoch - fromEpoch) * (wanted - fromStep) / (static_cast<double>(next->step) - fromStep);
        }
    }
    return fromEpoch + (wanted - fromStep) / static_cast<double>(m_stepsPerEpoch);
}

std::int64_t EpochScale::stepAt(BranchId branch, double epoch) const {
    constexpr double kRounding = 1e-9;
    std::int64_t low = 0;
    std::int64_t high = 1;
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    while (at(branch, high) < epoch - kRounding && high < kMost)
        high *= 2;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (at(branch, middle) < epoch - kRounding)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace neurarium
