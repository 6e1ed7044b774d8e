// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/embeddings.h"

#include <algorithm>
#include <cmath>

namespace neurarium {

namespace {

const float* row(const Embeddings& embeddings, std::int64_t index) {
    return embeddings.vectors.data() + index * embeddings.dimensions;
}

double product(const float* a, const float* b, std::int64_t size) {
    double sum = 0;
    for (std::int64_t i = 0; i < size; ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

} // namespace

double cosineSimilarity(const Embeddings& embeddings, std::int64_t a, std::int64_t b) {
    const float *x = row(embeddings, a), *y = row(embeddings, b);
    const std::int64_t size = embeddings.dimensions;
    const double lengths = std::sqrt(product(x, x, size) * product(y, y, size));
    return lengths > 0 ? product(x, y, size) / lengths : 0;
}

double euclideanDistance(const Embeddings& embeddings, std::int64_t a, std::int64_t b) {
    const float *x = row(embeddings, a), *y = row(embeddings, b);
    double sum = 0;
    for (std::int64_t i = 0; i < embeddings.dimensions; ++i)
        sum += (double(x[i]) - double(y[i])) * (double(x[i]) - double(y[i]));
    return std::sqrt(sum);
}

std::vector<Neighbour> nearestNeighbours(const Embeddings& embeddings, std::int64_t of, Nearness measure,
                                         std::int64_t count) {
    std::vector<Neighbour> all;
    for (std::int64_t i = 0; i < embeddings.size(); ++i)
        if (i != of)
            all.push_back({i, measure == Nearness::Cosine ? cosineSimilarity(embeddings, of, i)
                                                          : euclideanDistance(embeddings, of, i)});
    std::stable_sort(all.begin(), all.end(), [measure](const Neighbour& a, const Neighbour& b) {
        return measure == Nearness::Cosine ? a.nearness > b.nearness : a.nearness < b.nearness;
    });
    all.resize(std::min(all.size(), static_cast<std::size_t>(std::max<std::int64_t>(count, 0))));
    return all;
}

} // namespace neurarium
