// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>

#include "report/embeddings.h"

namespace neurarium {

/// The map as it is, and as it was in the last ten epochs: one place of each thing an epoch.
class ProjectionTrail {
public:
    static constexpr std::size_t kEpochs = 10;

    /// A map of another method, or of another number of dimensions or things, begins a new trail. An earlier
    /// epoch than the last one (training went back) ends what lay behind it.
    void add(std::shared_ptr<const Projection> projection);
    void clear();

    /// Null before the first one.
    const std::shared_ptr<const Projection>& now() const { return m_now; }
    /// Finished maps of earlier epochs, the oldest first.
    const std::deque<std::shared_ptr<const Projection>>& past() const { return m_past; }

private:
    std::shared_ptr<const Projection> m_now;
    std::shared_ptr<const Projection> m_finished; ///< the last finished one; becomes the past with the next
    std::deque<std::shared_ptr<const Projection>> m_past;
};

} // namespace neurarium
