// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embedding_history.h"

#include <algorithm>

namespace neurarium {

namespace {

/// Pictures stay the same from moment to moment and take more room than the numbers.
std::shared_ptr<const Embeddings> withoutPictures(const Embeddings& embeddings) {
    auto moment = std::make_shared<Embeddings>();
    moment->epoch = embeddings.epoch;
    moment->step = embeddings.step;
    moment->epochs = embeddings.epochs;
    moment->dimensions = embeddings.dimensions;
    moment->vectors = embeddings.vectors;
    return moment;
}

} // namespace

double lengthBetween(const Embeddings& embeddings, std::int64_t a, std::int64_t b, Nearness measure) {
    if (measure == Nearness::Euclidean)
        return euclideanDistance(embeddings, a, b);
    return std::max(0.0, 1 - cosineSimilarity(embeddings, a, b)); // rounding may take it below 0
}

void EmbeddingHistory::clear() {
    m_now.reset();
    m_moments.clear();
}

void EmbeddingHistory::add(std::shared_ptr<const Embeddings> embeddings) {
    if (!embeddings) {
        clear();
        return;
    }
    if (m_now && (m_now->labels != embeddings->labels || m_now->dimensions != embeddings->dimensions))
        clear();
    m_now = std::move(embeddings);
    const auto isReplaced = [this](const std::shared_ptr<const Embeddings>& last) {
        return last->step >= m_now->step || (last->epoch == m_now->epoch && last->step > 0);
    };
    while (!m_moments.empty() && isReplaced(m_moments.back()))
        m_moments.pop_back();
    m_moments.push_back(m_now->pictures.empty() ? m_now : withoutPictures(*m_now));
    thin();
}

void EmbeddingHistory::thin() {
    const std::size_t numbers = std::max<std::size_t>(1, m_now->vectors.size());
    const std::size_t most = std::clamp<std::size_t>(kMostNumbers / numbers, 2, kMostMoments);
    if (m_moments.size() <= most)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_moments.size(); ++i)
        if (i % 2 == 0 || i + 1 == m_moments.size())
            std::swap(m_moments[kept++], m_moments[i]);
    m_moments.resize(kept);
}

std::vector<PastLength> EmbeddingHistory::lengths(std::int64_t a, std::int64_t b, Nearness measure) const {
    std::vector<PastLength> lengths;
    for (const auto& each : m_moments)
        lengths.push_back({each->epochs, each->step, lengthBetween(*each, a, b, measure)});
    return lengths;
}

} // namespace neurarium
