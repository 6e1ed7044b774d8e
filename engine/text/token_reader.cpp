// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/token_reader.h"

#include <algorithm>

#include "report/error.h"
#include "tensor/thread_pool.h"

namespace neurarium {

namespace {

std::size_t index(int value) {
    return static_cast<std::size_t>(value);
}

bool readsTokenByToken(const Node& node) {
    return node.kind != Node::Kind::Permute &&
           (node.kind != Node::Kind::Layer || node.layer->readsTokenByToken());
}

void checkReadable(const Network& network) {
    for (const Node& node : network.nodes())
        if (!readsTokenByToken(node))
            throw Error(ProblemKind::Refused, node.place,
                        explain("Problem", "needs the whole text at once and cannot go on token by token"));
}

} // namespace

bool TokenReader::canRead(const Network& network) {
    return std::ranges::all_of(network.nodes(), readsTokenByToken);
}

TokenReader::TokenReader(Network& network)
    : m_network(network) {
    checkReadable(network);
    std::int64_t values = 0, memory = 0, kept = 0, scratch = 0;
    for (const Value& value : network.values()) {
        const Shape row = value.shape.rank() == 1 ? Shape{1} : Shape{1, value.shape.last()};
        m_rows.push_back(values);
        values += (row.elements() + 15) / 16 * 16;
        m_shapes.push_back(row);
    }
    for (Node& node : network.nodes()) {
        m_memories.push_back(memory);
        if (node.kind != Node::Kind::Layer)
            continue;
        const Shape& input = network.values()[index(node.input)].shape;
        const WorkspaceSize workspace = node.layer->workspace(input);
        memory += node.layer->memorySize(input);
        kept = std::max(kept, workspace.kept);
        scratch = std::max(scratch, workspace.scratch);
        node.layer->prepare();
    }
    m_values = FloatBuffer(values);
    m_memory = FloatBuffer(memory);
    m_kept = FloatBuffer(kept);
    m_scratch = FloatBuffer(scratch);
}

Slice TokenReader::row(int value) {
    const Shape& shape = m_shapes[index(value)];
    return {value == 0 ? &m_token : m_values.data() + m_rows[index(value)], 1, &shape, shape.last()};
}

void TokenReader::forwardNode(const Node& node, std::size_t at) {
    const Slice x = row(node.input), y = row(node.output);
    if (node.kind == Node::Kind::Add) {
        const Slice other = row(node.other);
        for (std::int64_t i = 0; i < y.size(); ++i)
            y.data[i] = x.data[i] + other.data[i];
        return;
    }
    const NextToken next{.pass = {.layer = node.number, .kept = m_kept.data(), .scratch = m_scratch.data()},
                         .place = m_place,
                         .memory = m_memory.data() + m_memories[at]};
    node.layer->forwardNext(next, x, y);
}

std::span<const float> TokenReader::read(std::int64_t token) {
    const DenormalsFlushed flushed;
    m_token = static_cast<float>(token);
    const auto& nodes = m_network.nodes();
    for (std::size_t at = 0; at < nodes.size(); ++at)
        forwardNode(nodes[at], at);
    ++m_place;
    const Slice logits = row(m_network.outputValue());
    return {logits.data, static_cast<std::size_t>(logits.size())};
}

} // namespace neurarium
