// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view_feed.h"

#include <utility>

#include "session/picture_samples.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMostPictures = 600;
constexpr std::int64_t kMostBatchPictures = 32;
constexpr std::int32_t kThumbnailLimit = 96;
constexpr std::chrono::milliseconds kBatchInterval{125}; // longer than it takes to look at one picture

} // namespace

void ViewFeed::restart() {
    m_picturesShown = false;
    forget();
}

void ViewFeed::forget() {
    m_shownStep = -1;
    m_shownBatch = -1;
    m_shownEpoch = -1;
}

ViewContents ViewFeed::collect(Trainer& trainer, bool all) {
    ViewContents contents;
    if (m_wanted == Wanted{})
        return contents;
    const DatasetDescription& data = trainer.data().training->description();
    const auto& validation = trainer.data().validation;
    const std::int64_t epoch = trainer.epochsDone();
    const std::int64_t step = trainer.stepsDone();
    if (validation && data.pictures && !std::exchange(m_picturesShown, true))
        contents.pictures =
            std::make_shared<const PictureSet>(pictureSet(*validation, kMostPictures, kThumbnailLimit));
    if (m_wanted.predictions && validation && data.targetKind == TargetKind::Classes &&
        (all || epoch != m_shownEpoch))
        contents.predictions = std::make_shared<const Predictions>(trainer.predictions());
    const auto now = std::chrono::steady_clock::now();
    if (m_wanted.batchPictures && data.pictures && step != m_shownBatch && (all || now >= m_nextBatch) &&
        !trainer.lastSamples().empty()) {
        contents.batch = std::make_shared<const BatchPictures>(batchPictures(trainer, kMostBatchPictures));
        m_shownBatch = step;
        m_nextBatch = now + kBatchInterval;
    }
    if (m_wanted.playgroundSize > 0 && isPlane(data) && (all || step != m_shownStep))
        contents.playground =
            std::make_shared<const PlaygroundSnapshot>(trainer.playground(m_wanted.playgroundSize));
    m_shownEpoch = epoch;
    m_shownStep = step;
    return contents;
}

} // namespace neurarium
