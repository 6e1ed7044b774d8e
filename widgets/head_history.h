// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/attention_maps.h"

namespace neurarium {

/// How one head looked at a text at one step.
struct HeadMoment {
    std::int64_t step = 0;
    double entropy = 0;  ///< bits
    double distance = 0; ///< tokens
    bool operator==(const HeadMoment&) const = default;
};

/// Entropy and distance of every head over the steps, for one text. It keeps a bounded number of moments:
/// when there are more, every other one goes.
class HeadHistory {
public:
    /// Another text, or another number of heads, begins anew. A step that is known is replaced.
    void add(const AttentionMaps& maps);
    /// What lies after that step belongs to a way that was left.
    void cutAfter(std::int64_t step);
    /// In the order of `AttentionMaps::heads`; by step.
    const std::vector<HeadMoment>& of(std::size_t head) const { return m_heads[head]; }
    std::size_t heads() const { return m_heads.size(); }

private:
    void thin();

    std::vector<std::string> m_tokens;
    std::vector<std::vector<HeadMoment>> m_heads;
};

} // namespace neurarium
