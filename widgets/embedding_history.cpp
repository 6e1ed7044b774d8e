// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embedding_history.h"

#include <algorithm>

namespace neurarium {

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
    const auto isReplaced = [this](const Embeddings& last) {
        return last.step >= m_now->step || (last.epoch == m_now->epoch && last.step > 0);
    };
    while (!m_moments.empty() && isReplaced(m_moments.back()))
        m_moments.pop_back();
    Embeddings moment;
    moment.epoch = m_now->epoch;
    moment.step = m_now->step;
    moment.dimensions = m_now->dimensions;
    moment.vectors = m_now->vectors;
    m_moments.push_back(std::move(moment));
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
    for (const Embeddings& each : m_moments)
        lengths.push_back({each.epoch, each.step, lengthBetween(each, a, b, measure)});
    return lengths;
}

} // namespace neurarium
