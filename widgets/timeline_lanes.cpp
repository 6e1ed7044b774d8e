// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_lanes.h"

#include <algorithm>
#include <map>

namespace neurarium {

namespace {

/// Lanes are filled with branches (level pieces) and forks (upright pieces).
class LaneMap {
public:
    bool isFree(int lane, double from, double to) const {
        const auto overlaps = [=](const Level& level) {
            return level.lane == lane && level.from < to && from < level.to;
        };
        const auto crosses = [=](const Upright& fork) {
            return fork.above < lane && lane < fork.below && from < fork.at && fork.at < to;
        };
        return std::none_of(m_levels.begin(), m_levels.end(), overlaps) &&
               std::none_of(m_forks.begin(), m_forks.end(), crosses);
    }

    bool isForkFree(int above, int below, double at) const {
        return std::none_of(m_levels.begin(), m_levels.end(), [=](const Level& level) {
            return above < level.lane && level.lane < below && level.from < at && at < level.to;
        });
    }

    void add(int lane, double from, double to) { m_levels.push_back({lane, from, to}); }
    void addFork(int above, int below, double at) { m_forks.push_back({above, below, at}); }

    int lanes() const {
        int last = -1;
        for (const Level& level : m_levels)
            last = std::max(last, level.lane);
        return last + 1;
    }

private:
    struct Level {
        int lane;
        double from, to;
    };
    struct Upright {
        int above, below;
        double at;
    };
    std::vector<Level> m_levels;
    std::vector<Upright> m_forks;
};

class LaneAssignment {
public:
    LaneAssignment(const Timeline& timeline, const EpochScale& epochs, double span)
        : m_timeline(timeline)
        , m_epochs(epochs)
        , m_span(span)
        , m_lanes(timeline.branches.size(), 0) {
        for (std::size_t i = 0; i < timeline.branches.size(); ++i)
            m_index[timeline.branches[i].id] = i;
        for (std::size_t i = 0; i < timeline.branches.size(); ++i) {
            const auto parent = m_index.find(timeline.branches[i].parent);
            if (parent != m_index.end() && parent->second < i)
                m_children[parent->second].push_back(i);
            else
                m_roots.push_back(i);
        }
    }

    std::vector<int> run() {
        for (const std::size_t root : m_roots) {
            const int lane = m_map.lanes();
            m_lanes[root] = lane;
            m_map.add(lane, start(root), end(root));
            placeChildren(root);
        }
        return m_lanes;
    }

private:
    double start(std::size_t branch) const { return m_epochs.start(m_timeline.branches[branch].id); }

    double end(std::size_t branch) const {
        constexpr double kGap = 0.06;
        const Branch& piece = m_timeline.branches[branch];
        double last = m_epochs.at(piece.id, piece.lastStep);
        if (piece.id == m_timeline.current)
            last = std::max(last, std::min(static_cast<double>(m_timeline.plannedEpochs), m_span));
        return std::max(last, start(branch)) + kGap * m_span;
    }

    void placeChildren(std::size_t parent) {
        std::vector<std::size_t> children = m_children[parent];
        std::stable_sort(children.begin(), children.end(),
                         [this](std::size_t a, std::size_t b) { return start(a) > start(b); });
        for (const std::size_t child : children) {
            const int lane = firstFreeLane(child, m_lanes[parent]);
            m_lanes[child] = lane;
            m_map.add(lane, start(child), end(child));
            m_map.addFork(m_lanes[parent], lane, start(child));
            placeChildren(child);
        }
    }

    int firstFreeLane(std::size_t child, int above) const {
        int lane = above + 1;
        for (; lane < m_map.lanes(); ++lane)
            if (m_map.isFree(lane, start(child), end(child)) && m_map.isForkFree(above, lane, start(child)))
                break;
        return lane;
    }

    const Timeline& m_timeline;
    const EpochScale& m_epochs;
    double m_span;
    std::vector<int> m_lanes;
    std::map<BranchId, std::size_t> m_index;
    std::map<std::size_t, std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_roots;
    LaneMap m_map;
};

} // namespace

std::vector<int> assignLanes(const Timeline& timeline, const EpochScale& epochs, double span) {
    return LaneAssignment(timeline, epochs, span).run();
}

} // namespace neurarium
