// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "report/embeddings.h"

namespace neurarium {

/// How far two things are from each other in the full space: the Euclidean distance, or 1 − cosine (0: same
/// direction, 1: nothing in common, 2: opposite). Small is near for both.
double lengthBetween(const Embeddings& embeddings, std::int64_t a, std::int64_t b, Nearness measure);

/// A length at one moment of the training.
struct PastLength {
    double epoch = 0; ///< epochs done, with the share of the one under way
    std::int64_t step = 0;
    double length = 0;
    bool operator==(const PastLength&) const = default;
};

/// The vectors as they were in the course of the training, so that any two words can be measured over the
/// epochs. It keeps a bounded number of moments: when there are too many, every second one goes.
class EmbeddingHistory {
public:
    static constexpr std::size_t kMostMoments = 256;
    static constexpr std::size_t kMostNumbers = 8'000'000; ///< of all moments together: 32 MB

    /// Of one epoch the last is kept, and the very beginning (step 0). Other labels begin a new history; an
    /// earlier step than the last one (training went back) ends what lay behind it.
    void add(std::shared_ptr<const Embeddings> embeddings);
    void clear();

    /// Null before the first ones.
    const std::shared_ptr<const Embeddings>& now() const { return m_now; }
    std::size_t moments() const { return m_moments.size(); }
    /// From the first moment to now.
    std::vector<PastLength> lengths(std::int64_t a, std::int64_t b, Nearness measure) const;

private:
    void thin();

    std::shared_ptr<const Embeddings> m_now;
    std::vector<std::shared_ptr<const Embeddings>> m_moments; ///< in order, the last is now; without pictures
};

} // namespace neurarium
