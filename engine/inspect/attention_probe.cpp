// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/attention_probe.h"

#include <algorithm>
#include <string>

#include "inspect/attention_measures.h"
#include "layers/transformer_block.h"
#include "report/error.h"

namespace neurarium {

namespace {

[[noreturn]] void refuse(Message what, Message advice = {}) {
    throw Error(ProblemKind::Refused, "attention", std::move(what), std::move(advice));
}

/// Texts as long as the network can read; what is wrong is said of the sentence, not of the layers.
const DatasetDescription& checkedData(const DatasetDescription& data, std::int64_t tokens) {
    if (!data.tokenInputs)
        refuse(explain("Problem", "This network does not read text: there is no attention to look at"));
    if (tokens < 1)
        refuse(explain("Problem", "The sentence is empty"),
               explain("Problem", "Write a sentence of at least one token."));
    if (tokens > data.inputShape.last())
        refuse(explain("Problem", "The sentence has %1 tokens; the network reads at most %2",
                       {std::to_string(tokens), std::to_string(data.inputShape.last())}),
               explain("Problem", "Shorten the sentence."));
    return data;
}

} // namespace

std::vector<BlockPlace> transformerBlocks(const Network& network) {
    std::vector<BlockPlace> blocks;
    for (std::size_t i = 0; i < network.nodes().size(); ++i)
        if (const auto* block = dynamic_cast<const TransformerBlock*>(network.nodes()[i].layer.get()))
            blocks.push_back({i, block});
    return blocks;
}

HeadSwitches::HeadSwitches(const Network& network, const std::vector<HeadPlace>& off)
    : m_lenses(network.nodes().size()) {
    const std::vector<BlockPlace> blocks = transformerBlocks(network);
    for (const BlockPlace& place : blocks) {
        m_off.push_back(std::make_unique<bool[]>(static_cast<std::size_t>(place.block->heads())));
        m_lenses[place.node].headsOff = m_off.back().get();
    }
    for (const HeadPlace& place : off) {
        if (place.block < 0 || place.block >= std::ssize(blocks) || place.head < 0 ||
            place.head >= blocks[block(place)].block->heads())
            refuse(explain("Problem", "There is no head %1 in block %2",
                           {std::to_string(place.head + 1), std::to_string(place.block + 1)}));
        m_off[block(place)][static_cast<std::size_t>(place.head)] = true;
    }
}

AttentionProbe::AttentionProbe(const Experiment& experiment, const DatasetDescription& data,
                               std::int64_t tokens)
    : m_probe(experiment, checkedData(data, tokens), tokens) {
    if (transformerBlocks(m_probe.network()).empty())
        refuse(explain("Problem", "This network has no transformer block: there is no attention to look at"));
}

AttentionMaps AttentionProbe::look(const Network& trained, std::span<const std::int64_t> tokens,
                                   const std::vector<HeadPlace>& off) {
    std::vector<float> inputs;
    for (const std::int64_t token : tokens) {
        if (token < 0 || token >= m_probe.data().tokens)
            refuse(explain("Problem", "There is no token %1: they are numbered from 0 to %2",
                           {std::to_string(token), std::to_string(m_probe.data().tokens - 1)}));
        inputs.push_back(static_cast<float>(token));
    }
    m_probe.borrowWeights(trained);
    Network& network = m_probe.network();
    HeadSwitches switches(network, off);
    const std::size_t square = tokens.size() * tokens.size();
    const std::vector<BlockPlace> blocks = transformerBlocks(network);
    std::vector<std::vector<float>> weights;
    for (const BlockPlace& place : blocks) {
        weights.emplace_back(static_cast<std::size_t>(place.block->heads()) * square);
        switches.lenses()[place.node].weights = weights.back().data();
    }
    std::vector<float> outputs(static_cast<std::size_t>(network.outputShape().elements()));
    m_probe.executor().forward(inputs.data(), 1, outputs.data(), {.lenses = switches.lenses()});

    AttentionMaps maps;
    maps.blocks = static_cast<std::int32_t>(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const auto heads = static_cast<std::int32_t>(blocks[b].block->heads());
        maps.headsPerBlock = std::max(maps.headsPerBlock, heads);
        maps.causal = maps.causal && blocks[b].block->isCausal();
        for (std::int32_t h = 0; h < heads; ++h) {
            const auto from =
                weights[b].begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(h) * square);
            AttentionHead head;
            head.place = {static_cast<std::int32_t>(b), h};
            head.off = switches.isOff(head.place);
            head.weights.assign(from, from + static_cast<std::ptrdiff_t>(square));
            head.entropy = attentionEntropy(head.weights, std::ssize(tokens));
            head.distance = attentionDistance(head.weights, std::ssize(tokens));
            maps.heads.push_back(std::move(head));
        }
    }
    return maps;
}

} // namespace neurarium
