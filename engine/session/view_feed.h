// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

#include "report/picture.h"
#include "report/playground.h"
#include "report/predictions.h"
#include "session/training_session.h"

namespace neurarium {

/// What visible views are to be shown; null where nothing is new or nobody looks.
struct ViewContents {
    std::shared_ptr<const PictureSet> pictures;
    std::shared_ptr<const BatchPictures> batch;
    std::shared_ptr<const Predictions> predictions;
    std::shared_ptr<const PlaygroundSnapshot> playground;
};

/// Knows what the views want and what they have seen, so that hidden views cost nothing and nothing is sent
/// twice.
class ViewFeed {
public:
    void want(const Wanted& wanted) { m_wanted = wanted; }
    const Wanted& wanted() const { return m_wanted; }
    /// Another run: nothing of it was shown yet.
    void restart();
    /// The state was replaced: what was shown is no longer true.
    void forget();
    /// What is new since the last call; with `all` also what was shown before, for views that have just
    /// appeared. Batches that nobody could look at come and go unseen: a few a second are shown, and those
    /// asked for with `all`.
    ViewContents collect(Trainer& trainer, bool all);

private:
    Wanted m_wanted;
    bool m_picturesShown = false;
    std::int64_t m_shownStep = -1;  ///< of the playground
    std::int64_t m_shownBatch = -1; ///< its step
    std::chrono::steady_clock::time_point m_nextBatch;
    std::int64_t m_shownEpoch = -1;
};

} // namespace neurarium
