// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inspection_feed.h"

#include <algorithm>
#include <utility>

#include "session/picture_samples.h"

namespace neurarium {

namespace {

constexpr std::chrono::milliseconds kAttentionInterval{400};
constexpr std::chrono::milliseconds kEmbeddingsInterval{600};
constexpr std::chrono::milliseconds kEffectInterval{500};
constexpr int kShare = 50; // a look takes at most a fiftieth of the time
constexpr std::int64_t kMostPictures = 600;
constexpr std::int32_t kThumbnailLimit = 32;

} // namespace

void InspectionFeed::Pace::looked(std::int64_t step, Clock::time_point start,
                                  std::chrono::milliseconds least) {
    const Clock::time_point now = Clock::now();
    shownStep = step;
    next = now + std::max<Clock::duration>(least, kShare * (now - start));
    next -= next.time_since_epoch() % least; // what has the same interval is looked at together
}

void InspectionFeed::want(const Wanted& wanted) {
    if (wanted.sentence != m_wanted.sentence || wanted.headsOff != m_wanted.headsOff)
        m_refused = false;
    if (wanted.headsOff != m_wanted.headsOff)
        m_effectRefused = false;
    m_wanted = wanted;
    m_job.want(wanted.projection);
}

void InspectionFeed::restart(RunId run) {
    m_run = run;
    m_thumbnails.clear();
    m_job.restart();
    forget();
}

void InspectionFeed::forget() {
    m_attention = {};
    m_effect = {};
    m_embeddings = {};
    m_shownEpoch = -1;
    m_refused = m_effectRefused = false;
    m_job.forget();
}

InspectionContents InspectionFeed::collect(Trainer& trainer, bool all) {
    InspectionContents contents;
    if (!m_wanted.sentence.empty())
        lookAtAttention(trainer, all, contents);
    if (m_wanted.headEffect && !m_wanted.headsOff.empty())
        lookAtHeadEffect(trainer, all, contents);
    if (m_wanted.embeddings || m_wanted.projection)
        lookAtEmbeddings(trainer, all, contents);
    return contents;
}

void InspectionFeed::lookAtAttention(Trainer& trainer, bool all, InspectionContents& contents) {
    if (m_refused || !m_attention.isDue(trainer.stepsDone(), all))
        return;
    const Clock::time_point start = Clock::now();
    try {
        contents.attention =
            std::make_shared<const AttentionMaps>(trainer.attention(m_wanted.sentence, m_wanted.headsOff));
    } catch (const Error& error) {
        m_refused = true;
        contents.refused = error.problem();
    }
    m_attention.looked(trainer.stepsDone(), start, kAttentionInterval);
}

void InspectionFeed::lookAtHeadEffect(Trainer& trainer, bool all, InspectionContents& contents) {
    if (m_effectRefused || !m_effect.isDue(trainer.stepsDone(), all))
        return;
    const Clock::time_point start = Clock::now();
    try {
        contents.headEffect = std::make_shared<const HeadEffect>(trainer.headEffect(m_wanted.headsOff));
    } catch (const Error& error) {
        m_effectRefused = true;
        contents.refused = error.problem();
    }
    m_effect.looked(trainer.stepsDone(), start, kEffectInterval);
}

void InspectionFeed::lookAtEmbeddings(Trainer& trainer, bool all, InspectionContents& contents) {
    if (!m_embeddings.isDue(trainer.stepsDone(), all))
        return;
    const Clock::time_point start = Clock::now();
    std::optional<Embeddings> embeddings = trainer.tokenEmbeddings();
    if (!embeddings)
        embeddings = pictures(trainer, all);
    m_embeddings.looked(trainer.stepsDone(), start, kEmbeddingsInterval);
    if (!embeddings)
        return;
    contents.embeddings = std::make_shared<const Embeddings>(*std::move(embeddings));
    m_job.offer(m_run, contents.embeddings);
}

std::optional<Embeddings> InspectionFeed::pictures(Trainer& trainer, bool all) {
    if (!all && trainer.epochsDone() == m_shownEpoch)
        return std::nullopt;
    m_shownEpoch = trainer.epochsDone();
    std::optional<Embeddings> embeddings = trainer.pictureEmbeddings(kMostPictures);
    if (!embeddings)
        return std::nullopt;
    if (m_thumbnails.empty())
        m_thumbnails = pictureSet(*trainer.data().validation, kMostPictures, kThumbnailLimit).pictures;
    embeddings->pictures = m_thumbnails;
    return embeddings;
}

} // namespace neurarium
