// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/picture.h"

namespace neurarium {

enum class ProjectionMethod { Pca, TSne, Umap };

/// Vectors of named things as the network was at one step: one for each token, or for each validation
/// picture.
struct Embeddings {
    std::int64_t epoch = 0; ///< the one under way, or the one that ended right there
    std::int64_t step = 0;
    double epochs = 0;                  ///< done, with the share of the one under way
    std::int64_t dimensions = 0;        ///< numbers of one vector
    std::vector<std::string> labels{};  ///< N texts as they are shown; for pictures the name of the class
    std::vector<std::int32_t> groups{}; ///< N numbers: colour and shape of the points; empty: all alike
    std::vector<std::string> groupNames{};
    std::vector<float> vectors{};    ///< N×dimensions, row by row
    std::vector<Picture> pictures{}; ///< N thumbnails, or none
    /// N numbers: how often each stands in the training data; empty: not known. The names of frequent things
    /// are shown first where there is no room for all.
    std::vector<std::int64_t> counts{};

    std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
    bool operator==(const Embeddings&) const = default;
};

/// Two measures between the vectors with the numbers `a` and `b` in the full space, not on a map.
double cosineSimilarity(const Embeddings& embeddings, std::int64_t a, std::int64_t b);
double euclideanDistance(const Embeddings& embeddings, std::int64_t a, std::int64_t b);

enum class Nearness { Cosine, Euclidean };

struct Neighbour {
    std::int64_t index = 0;
    double nearness = 0; ///< the cosine (1: same direction) or the distance (0: same place)
    bool operator==(const Neighbour&) const = default;
};

/// The nearest others in the full space, the nearest first; of equals the smaller number first.
std::vector<Neighbour> nearestNeighbours(const Embeddings& embeddings, std::int64_t of, Nearness measure,
                                         std::int64_t count);

/// A map of embeddings in two or three dimensions; a picture on the way to it while `progress` is below 1.
struct Projection {
    ProjectionMethod method = ProjectionMethod::Pca;
    std::int32_t dimensions = 2;
    std::int64_t epoch = 0;
    std::int64_t step = 0;
    double progress = 1;
    std::vector<float> places{}; ///< N×dimensions, row by row, within −1 ... 1
    float scale = 1; ///< times a place: where the method itself put the point, to go on from there
    /// What the map keeps: for PCA the share of the variance; absent for the others.
    std::optional<double> variance{};
    /// How far each point's 12 neighbours on the map are its neighbours in the full space, too (Venna and
    /// Kaski 2001): 1 when all are, about 0.5 at random; absent until the map is finished.
    std::optional<double> trustworthiness{};
    bool operator==(const Projection&) const = default;
};

} // namespace neurarium
