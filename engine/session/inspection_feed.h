// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "report/attention_maps.h"
#include "report/head_effect.h"
#include "session/projection_job.h"
#include "training/trainer.h"

namespace neurarium {

/// What is new inside the network for the views that look there; null where nobody does.
struct InspectionContents {
    std::shared_ptr<const AttentionMaps> attention;
    std::shared_ptr<const HeadEffect> headEffect;
    std::shared_ptr<const Embeddings> embeddings;
    std::optional<Problem> refused; ///< why one of them is missing; once for each wish
};

/// Looks inside the network between two steps, as often as the views want and as training allows: attention
/// at most five times a second, embeddings and what heads do twice, and never more than a small share of the
/// time.
/// Pictures pass through the network once an epoch. Maps of the embeddings are made beside the training.
class InspectionFeed {
public:
    explicit InspectionFeed(ProjectionJob::Listener listener)
        : m_job(std::move(listener)) {}

    void want(const Wanted& wanted);
    /// Another run.
    void restart(RunId run);
    /// The state was replaced.
    void forget();
    /// What is new since the last call; with `all` also what was shown before.
    InspectionContents collect(Trainer& trainer, bool all);

private:
    using Clock = std::chrono::steady_clock;
    /// When a look may be taken again.
    struct Pace {
        std::int64_t shownStep = -1;
        Clock::time_point next;

        bool isDue(std::int64_t step, bool all) const {
            return all || (step != shownStep && Clock::now() >= next);
        }
        void looked(std::int64_t step, Clock::time_point start, std::chrono::milliseconds least);
    };

    void lookAtAttention(Trainer& trainer, bool all, InspectionContents& contents);
    void lookAtHeadEffect(Trainer& trainer, bool all, InspectionContents& contents);
    void lookAtEmbeddings(Trainer& trainer, bool all, InspectionContents& contents);
    std::optional<Embeddings> pictures(Trainer& trainer, bool all);

    Wanted m_wanted;
    RunId m_run;
    Pace m_attention, m_effect, m_embeddings;
    std::int64_t m_shownEpoch = -1; ///< of the pictures
    bool m_refused = false;         ///< the sentence that is wanted
    bool m_effectRefused = false;   ///< ... and what the heads that are off do
    std::vector<Picture> m_thumbnails;
    ProjectionJob m_job;
};

} // namespace neurarium
