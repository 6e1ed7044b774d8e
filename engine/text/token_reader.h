// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layers/network.h"
#include "tensor/buffer.h"

namespace neurarium {

/// Takes one text through a network token by token. Blocks remember keys and values of the tokens before, so
/// that one more token costs one row of work, not the whole text again. Used from one thread; nothing is
/// allocated by `read`.
class TokenReader {
public:
    /// Begins an empty text; prepares the weights as they are now. Throws Error (Refused) naming the layer
    /// that needs the whole text at once. The network must outlive the reader and must not be trained
    /// meanwhile.
    explicit TokenReader(Network& network);
    /// No layer needs the whole text at once.
    static bool canRead(const Network& network);

    /// What the network gives behind this token: one logit for each token that may be next. Call at most
    /// length() times.
    std::span<const float> read(std::int64_t token);
    /// Begins another text.
    void restart() { m_place = 0; }

    std::int64_t place() const { return m_place; }
    /// The longest text.
    std::int64_t length() const { return m_network.inputShape()[0]; }

private:
    Slice row(int value);
    void forwardNode(const Node& node, std::size_t at);

    Network& m_network;
    std::int64_t m_place = 0;
    float m_token = 0;
    std::vector<Shape> m_shapes;          ///< of one row of each value
    std::vector<std::int64_t> m_rows;     ///< where the row of each value begins
    std::vector<std::int64_t> m_memories; ///< where the memory of each node begins
    FloatBuffer m_values, m_memory, m_kept, m_scratch;
};

} // namespace neurarium
