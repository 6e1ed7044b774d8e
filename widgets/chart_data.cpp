// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_data.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

double valueOf(const ChartAnchor& anchor, ChartUnit unit) {
    switch (unit) {
    case ChartUnit::Epochs:
        return anchor.epoch;
    case ChartUnit::Seconds:
        return anchor.seconds;
    case ChartUnit::Steps:
        break;
    }
    return anchor.step;
}

/// How much of the unit passes in one step after the last anchor.
double pace(const ChartBranch& branch, ChartUnit unit) {
    if (unit == ChartUnit::Epochs)
        return 1 / branch.stepsPerEpoch;
    if (unit == ChartUnit::Steps)
        return 1;
    const std::size_t count = branch.anchors.size();
    if (count < 2)
        return 0;
    const ChartAnchor& last = branch.anchors[count - 1];
    const ChartAnchor& before = branch.anchors[count - 2];
    return (last.seconds - before.seconds) / std::max(1.0, last.step - before.step);
}

} // namespace

double ChartBranch::at(double step, ChartUnit unit) const {
    if (unit == ChartUnit::Steps || anchors.empty())
        return step;
    const auto above = std::upper_bound(anchors.begin(), anchors.end(), step,
                                        [](double s, const ChartAnchor& anchor) { return s < anchor.step; });
    if (above == anchors.begin())
        return valueOf(anchors.front(), unit);
    const ChartAnchor& from = *std::prev(above);
    if (above == anchors.end())
        return valueOf(from, unit) + (step - from.step) * pace(*this, unit);
    const double share = (step - from.step) / (above->step - from.step);
    return valueOf(from, unit) + share * (valueOf(*above, unit) - valueOf(from, unit));
}

double ChartBranch::stepAt(double x, ChartUnit unit) const {
    if (unit == ChartUnit::Steps || anchors.empty())
        return x;
    const auto above =
        std::upper_bound(anchors.begin(), anchors.end(), x,
                         [unit](double v, const ChartAnchor& a) { return v < valueOf(a, unit); });
    if (above == anchors.begin())
        return anchors.front().step;
    const ChartAnchor& from = *std::prev(above);
    const double begin = valueOf(from, unit);
    if (above == anchors.end()) {
        const double perStep = pace(*this, unit);
        return perStep > 0 ? from.step + (x - begin) / perStep : lastStep();
    }
    return from.step + (x - begin) / (valueOf(*above, unit) - begin) * (above->step - from.step);
}

double ChartBranch::lastStep() const {
    std::int64_t last = branch.forkStep;
    if (!steps.empty())
        last = std::max(last, steps.lastStep());
    if (!epochs.empty())
        last = std::max(last, epochs.back().step);
    return static_cast<double>(last);
}

std::optional<double> ChartBranch::trainingLossAt(std::int64_t step) const {
    constexpr std::int64_t kMostPlaces = 20;
    const auto epoch = epochs.lastUntil(static_cast<double>(step));
    const bool isWithin = epoch == epochs.end() || epoch->step < step;
    if (!isWithin)
        return std::isfinite(epoch->trainLoss) ? std::optional(epoch->trainLoss) : std::nullopt;
    const std::int64_t epochEnd = epoch == epochs.end() ? 0 : epoch->step;
    const std::int64_t stride = steps.stepsPerPlace();
    const std::int64_t begin = std::max({epochEnd + 1, steps.firstStep(), step + 1 - kMostPlaces * stride});
    double sum = 0;
    int places = 0;
    for (std::int64_t each = begin; each <= step; each += stride) {
        const LossRange loss = steps.range(each, each);
        if (loss.empty())
            continue;
        sum += static_cast<double>(loss.lowest + loss.highest) / 2;
        ++places;
    }
    return places > 0 ? std::optional(sum / places) : std::nullopt;
}

void ChartData::setTimeline(const Timeline& timeline) {
    m_timeline = timeline;
    int number = 0;
    for (const Branch& branch : timeline.branches) {
        ChartBranch& known = record(branch.id);
        known.branch = branch;
        known.number = ++number;
    }
    renewAnchors();
}

ChartBranch& ChartData::record(BranchId id) {
    const auto [place, isNew] = m_branches.try_emplace(id);
    if (isNew) {
        place->second.branch.id = id;
        place->second.number = static_cast<int>(m_branches.size());
        place->second.anchors.push_back({});
    }
    return place->second;
}

void ChartData::addSteps(const std::vector<StepReport>& steps) {
    ChartBranch* branch = nullptr;
    for (const StepReport& step : steps) {
        if (!branch || branch->branch.id != step.branch) {
            branch = &record(step.branch);
            if (branch->steps.empty() && branch->branch.weightsOnly && step.step <= branch->branch.forkStep) {
                branch->offset = branch->branch.forkStep;
                branch->epochOffset = branch->branch.forkEpoch;
            }
        }
        branch->steps.append(step.step + branch->offset, step.loss);
        const auto smoothed = m_smoothed.find(step.branch);
        if (smoothed != m_smoothed.end())
            appendSmoothed(smoothed->second, *branch, step.step + branch->offset);
    }
}

EpochReport ChartData::addEpoch(const EpochReport& epoch) {
    ChartBranch& branch = record(epoch.branch);
    EpochReport placed = epoch;
    placed.step += branch.offset;
    placed.epoch += branch.epochOffset;
    const std::size_t before = branch.epochs.size();
    branch.epochs.append(placed);
    if (branch.epochs.size() == before + 1)
        addAnchor(branch, placed);
    else if (branch.epochs.size() < before)
        renewAnchors(); // older epochs were thinned out
    return placed;
}

void ChartData::addAnchor(ChartBranch& branch, const EpochReport& epoch) const {
    const ChartAnchor before = branch.anchors.back();
    const auto step = static_cast<double>(epoch.step);
    if (step > before.step)
        branch.anchors.push_back({step, std::max(before.epoch, static_cast<double>(epoch.epoch)),
                                  before.seconds + std::max(0.0, epoch.seconds)});
}

void ChartData::clear() {
    *this = ChartData();
}

bool ChartData::empty() const {
    return std::all_of(m_branches.begin(), m_branches.end(), [](const auto& entry) {
        return entry.second.steps.empty() && entry.second.epochs.empty();
    });
}

void ChartData::renewAnchors() {
    // A parent's id is always smaller than its child's, so the map's order is that of the tree.
    for (auto& [id, branch] : m_branches) {
        branch.stepsPerEpoch = static_cast<double>(std::max<std::int64_t>(1, m_timeline.stepsPerEpoch));
        branch.anchors.assign(1, {});
        const ChartBranch* parent = this->branch(branch.branch.parent);
        if (parent && branch.branch.parent < id) {
            const auto fork = static_cast<double>(branch.branch.forkStep);
            for (const ChartAnchor& anchor : parent->anchors)
                if (anchor.step < fork && anchor.step > 0)
                    branch.anchors.push_back(anchor);
            if (fork > 0)
                branch.anchors.push_back(
                    {fork, parent->at(fork, ChartUnit::Epochs), parent->at(fork, ChartUnit::Seconds)});
        }
        for (const EpochReport& epoch : branch.epochs)
            addAnchor(branch, epoch);
    }
}

std::vector<const ChartBranch*> ChartData::branches() const {
    std::vector<const ChartBranch*> list;
    for (const auto& entry : m_branches)
        list.push_back(&entry.second);
    std::sort(list.begin(), list.end(),
              [](const ChartBranch* a, const ChartBranch* b) { return a->number < b->number; });
    return list;
}

const ChartBranch* ChartData::branch(BranchId id) const {
    const auto place = m_branches.find(id);
    return place == m_branches.end() ? nullptr : &place->second;
}

const ChartBranch* ChartData::current() const {
    if (const ChartBranch* known = branch(m_timeline.current))
        return known;
    return m_branches.empty() ? nullptr : &m_branches.rbegin()->second;
}

std::vector<EpochReport> ChartData::epochsAlong(BranchId id) const {
    const ChartBranch* known = branch(id);
    if (!known)
        return {};
    std::vector<EpochReport> path;
    if (known->branch.parent < id) {
        path = epochsAlong(known->branch.parent);
        std::erase_if(path,
                      [known](const EpochReport& epoch) { return epoch.step > known->branch.forkStep; });
    }
    path.insert(path.end(), known->epochs.begin(), known->epochs.end());
    return path;
}

std::optional<double> ChartData::trainingLossAt(BranchId id, std::int64_t step) const {
    const ChartBranch* known = branch(id);
    if (known && known->branch.parent < id && step <= known->branch.forkStep)
        return trainingLossAt(known->branch.parent, step);
    return known ? known->trainingLossAt(step) : std::nullopt;
}

double ChartData::lastPlace(ChartUnit unit) const {
    double last = 0;
    for (const auto& entry : m_branches)
        last = std::max(last, entry.second.at(entry.second.lastStep(), unit));
    return last;
}

std::optional<EpochReport> ChartData::best() const {
    std::optional<EpochReport> best;
    for (const auto& entry : m_branches) {
        const std::optional<EpochReport>& own = entry.second.epochs.best();
        if (own && (!best || *own->validationLoss < *best->validationLoss))
            best = own;
    }
    return best;
}

ChartData::Smoothing& ChartData::smoothing(BranchId id) {
    const auto [place, isNew] = m_smoothed.try_emplace(id);
    if (!isNew)
        return place->second;
    const ChartBranch* known = branch(id);
    if (!known)
        return place->second;
    Smoothing& made = place->second;
    if (branch(known->branch.parent) && known->branch.parent < id) {
        const std::optional<float> parent = smoothing(known->branch.parent).steps.at(known->branch.forkStep);
        made.begun = parent.has_value();
        made.mean = static_cast<double>(parent.value_or(0));
    }
    const std::int64_t stride = known->steps.stepsPerPlace();
    for (std::int64_t step = known->steps.firstStep();
         !known->steps.empty() && step <= known->steps.lastStep(); step += stride)
        appendSmoothed(made, *known, step);
    return made;
}

void ChartData::appendSmoothed(Smoothing& smoothing, const ChartBranch& branch, std::int64_t step) {
    const std::optional<float> loss = branch.steps.at(step);
    if (!loss)
        return;
    const auto value = static_cast<double>(*loss);
    smoothing.mean = smoothing.begun ? m_factor * smoothing.mean + (1 - m_factor) * value : value;
    smoothing.begun = true;
    smoothing.steps.append(step, static_cast<float>(smoothing.mean));
}

const StepHistory& ChartData::smoothed(BranchId id, double factor) {
    if (factor != m_factor) {
        m_smoothed.clear();
        m_factor = factor;
    }
    return smoothing(id).steps;
}

} // namespace neurarium
