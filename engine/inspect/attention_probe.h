// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "inspect/network_probe.h"
#include "report/attention_maps.h"

namespace neurarium {

class TransformerBlock;

/// One transformer block of a network, and the node that it is.
struct BlockPlace {
    std::size_t node = 0;
    const TransformerBlock* block = nullptr;
};

/// The transformer blocks of a network, in order.
std::vector<BlockPlace> transformerBlocks(const Network& network);

/// Switches heads of a network off, for evaluations that are given its lenses.
class HeadSwitches {
public:
    /// Throws Error (Refused) when there is no such head.
    HeadSwitches(const Network& network, const std::vector<HeadPlace>& off);

    bool isOff(const HeadPlace& place) const {
        return m_off[block(place)][static_cast<std::size_t>(place.head)];
    }
    std::vector<AttentionLens>& lenses() { return m_lenses; }

private:
    static std::size_t block(const HeadPlace& place) { return static_cast<std::size_t>(place.block); }

    std::vector<std::unique_ptr<bool[]>> m_off; ///< of each block, a flag a head
    std::vector<AttentionLens> m_lenses;        ///< of each node
};

/// Looks how the heads of a network attend to texts of one length, with the weights that it has in training.
class AttentionProbe {
public:
    /// Throws Error (Refused) when the network has no transformer block, or cannot read so many tokens.
    AttentionProbe(const Experiment& experiment, const DatasetDescription& data, std::int64_t tokens);

    std::int64_t tokens() const { return m_probe.data().inputShape.last(); }
    /// The attention while the network reads these tokens, as in evaluation; the heads in `off` count as
    /// zero. Everything is filled but the place in the training and the text. Throws Error (Refused) when a
    /// token is not in the vocabulary, or there is no such head.
    AttentionMaps look(const Network& trained, std::span<const std::int64_t> tokens,
                       const std::vector<HeadPlace>& off);

private:
    NetworkProbe m_probe;
};

} // namespace neurarium
