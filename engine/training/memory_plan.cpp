// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/memory_plan.h"

#include <algorithm>

namespace neurarium {

namespace {

/// A region in use from time `first` to time `last`, both included.
struct Region {
    std::int64_t size = 0;
    int first = 0;
    int last = 0;
    std::int64_t* offset = nullptr;
};

/// Gives each region the lowest place that is free for as long as it is used, the largest ones first.
std::int64_t place(std::vector<Region>& regions) {
    constexpr std::int64_t kAlignment = 16; // floats: one cache line
    std::vector<const Region*> placed;
    std::int64_t total = 0;
    std::stable_sort(regions.begin(), regions.end(),
                     [](const Region& a, const Region& b) { return a.size > b.size; });
    for (Region& region : regions) {
        std::int64_t at = 0;
        for (const Region* other : placed) { // sorted by offset
            const bool together = other->first <= region.last && region.first <= other->last;
            if (together && *other->offset < at + region.size && at < *other->offset + other->size)
                at = *other->offset + other->size;
        }
        *region.offset = at;
        region.size = (region.size + kAlignment - 1) / kAlignment * kAlignment;
        total = std::max(total, at + region.size);
        const auto behind =
            std::upper_bound(placed.begin(), placed.end(), at,
                             [](std::int64_t offset, const Region* r) { return offset < *r->offset; });
        placed.insert(behind, &region);
    }
    return total;
}

/// Collects the regions of one network. Time i is the forward of node i, time 2n − i its backward, n the
/// loss.
class Planner {
public:
    Planner(const Network& network, MemoryUse use)
        : m_network(network)
        , m_training(use != MemoryUse::Evaluation)
        , m_sharing(use != MemoryUse::WholeBatch)
        , m_nodes(static_cast<int>(network.nodes().size()))
        , m_lastConsumer(lastConsumers(network)) {
        const std::size_t values = network.values().size(), nodes = network.nodes().size();
        m_plan.values.assign(values, -1);
        m_plan.gradients.assign(values, -1);
        m_plan.kept.assign(nodes, -1);
        m_plan.scratch.assign(nodes, -1);
        m_plan.backwardScratch.assign(nodes, -1);
        m_plan.added.assign(nodes, -1);
        m_plan.workspaces.resize(nodes);
    }

    MemoryPlan plan() {
        m_regions.reserve(m_plan.values.size() * 2 + m_plan.kept.size() * 5);
        std::vector<int> sharedWith = valueRegions();
        if (m_training)
            gradientRegions();
        for (int i = 0; i < m_nodes; ++i)
            nodeRegions(i);
        m_plan.size = place(m_regions);
        for (std::size_t v = 0; v < sharedWith.size(); ++v)
            if (sharedWith[v] >= 0)
                m_plan.values[v] = m_plan.values[static_cast<std::size_t>(sharedWith[v])];
        return std::move(m_plan);
    }

private:
    int backwardTime(int node) const { return 2 * m_nodes - node; }
    const Node& node(int index) const { return m_network.nodes()[static_cast<std::size_t>(index)]; }
    const Value& value(std::size_t index) const { return m_network.values()[index]; }

    BackwardNeeds needs(const Node& of) const {
        return of.kind == Node::Kind::Layer ? of.layer->backwardNeeds()
                                            : BackwardNeeds{.input = false, .output = false};
    }

    /// The last time each value is read.
    std::vector<int> lastReads() const {
        std::vector<int> last(m_plan.values.size(), 0);
        for (int i = 0; i < m_nodes; ++i) {
            const Node& each = node(i);
            const bool whole =
                m_training && each.kind == Node::Kind::Layer &&
                each.layer->statisticsSize(value(static_cast<std::size_t>(each.input)).shape) > 0;
            const int inputRead = m_training && (needs(each).input || whole) ? backwardTime(i) : i;
            auto& lastInput = last[static_cast<std::size_t>(each.input)];
            lastInput = std::max(lastInput, inputRead);
            if (each.other >= 0)
                last[static_cast<std::size_t>(each.other)] =
                    std::max(last[static_cast<std::size_t>(each.other)], i);
            auto& lastOutput = last[static_cast<std::size_t>(each.output)];
            lastOutput = std::max(lastOutput, m_training && needs(each).output ? backwardTime(i) : i);
        }
        last[static_cast<std::size_t>(m_network.outputValue())] =
            std::max(last[static_cast<std::size_t>(m_network.outputValue())], m_nodes);
        return last;
    }

    /// Regions of the values; a layer that works in place shares the region of an input that nobody reads
    /// later.
    std::vector<int> valueRegions() {
        const std::vector<int> last = lastReads();
        std::vector<int> sharedWith(last.size(), -1);
        std::vector<std::size_t> regionOf(last.size(), 0);
        for (int i = 0; i < m_nodes; ++i) {
            const Node& each = node(i);
            const auto input = static_cast<std::size_t>(each.input),
                       output = static_cast<std::size_t>(each.output);
            const bool inPlace = each.kind == Node::Kind::Layer && each.layer->worksInPlace() && input != 0 &&
                                 last[input] == i;
            if (inPlace) {
                sharedWith[output] = sharedWith[input] >= 0 ? sharedWith[input] : each.input;
                Region& region = m_regions[regionOf[input]];
                region.last = std::max(region.last, last[output]);
                regionOf[output] = regionOf[input];
            } else {
                regionOf[output] = m_regions.size();
                add(value(output).shape.elements(), i, last[output], m_plan.values[output]);
            }
        }
        return sharedWith;
    }

    void gradientRegions() {
        for (std::size_t v = 1; v < m_lastConsumer.size(); ++v) {
            if (value(v).producer < 0)
                continue;
            const int first = m_lastConsumer[v] < 0 ? m_nodes : backwardTime(m_lastConsumer[v]);
            add(value(v).shape.elements(), first, backwardTime(value(v).producer), m_plan.gradients[v]);
        }
    }

    void nodeRegions(int index) {
        const Node& each = node(index);
        const auto at = static_cast<std::size_t>(index);
        const Shape& input = value(static_cast<std::size_t>(each.input)).shape;
        if (m_training && each.kind != Node::Kind::Add &&
            m_lastConsumer[static_cast<std::size_t>(each.input)] != index)
            add(input.elements(), backwardTime(index), backwardTime(index), m_plan.added[at]);
        if (each.kind != Node::Kind::Layer)
            return;
        const WorkspaceSize workspace = m_plan.workspaces[at] = each.layer->workspace(input);
        const int last = m_training ? backwardTime(index) : index;
        if (workspace.kept > 0)
            add(workspace.kept, index, last, m_plan.kept[at]);
        if (workspace.scratch > 0)
            add(workspace.scratch, index, index, m_plan.scratch[at]);
        if (workspace.inBackward() > 0 && m_training)
            add(workspace.inBackward(), last, last, m_plan.backwardScratch[at]);
    }

    void add(std::int64_t size, int first, int last, std::int64_t& offset) {
        m_regions.push_back({size, m_sharing ? first : 0, m_sharing ? last : 2 * m_nodes, &offset});
    }

    const Network& m_network;
    bool m_training;
    bool m_sharing; ///< regions whose times do not overlap
    int m_nodes;
    std::vector<int> m_lastConsumer;
    MemoryPlan m_plan;
    std::vector<Region> m_regions;
};

} // namespace

std::vector<bool> learntValues(const Network& network) {
    std::vector<bool> learnt(network.values().size(), false);
    for (const Node& node : network.nodes()) {
        const bool hasOwn = node.kind == Node::Kind::Layer && !node.layer->parameters().empty();
        const bool hasOther = node.kind == Node::Kind::Add && learnt[static_cast<std::size_t>(node.other)];
        learnt[static_cast<std::size_t>(node.output)] =
            hasOwn || hasOther || learnt[static_cast<std::size_t>(node.input)];
    }
    return learnt;
}

std::vector<int> lastConsumers(const Network& network) {
    std::vector<int> last(network.values().size(), -1);
    for (std::size_t i = 0; i < network.nodes().size(); ++i) {
        const Node& node = network.nodes()[i];
        last[static_cast<std::size_t>(node.input)] = static_cast<int>(i);
        if (node.other >= 0)
            last[static_cast<std::size_t>(node.other)] = static_cast<int>(i);
    }
    return last;
}

MemoryPlan planMemory(const Network& network, MemoryUse use) {
    return Planner(network, use).plan();
}

} // namespace neurarium
