// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "inspect/background_work.h"
#include "report/embeddings.h"

namespace neurarium {

struct ProjectionOptions {
    ProjectionMethod method = ProjectionMethod::Pca;
    std::int32_t dimensions = 2; ///< 2 or 3
    std::uint64_t seed = 0;
    double perplexity = 30;       ///< t-SNE: about how many neighbours count
    std::int64_t neighbours = 15; ///< UMAP
    /// Of more points the trustworthiness is that of so many, drawn at random. Each costs a look at all.
    std::int64_t mostAsked = 2000;
    bool judged = true; ///< false: nobody looks at the trustworthiness, it is left out
    /// A map of the same points to start from, made before; the new one is turned like it. Of the same method
    /// it is gone on with, in fewer steps.
    std::shared_ptr<const Projection> start{};
};

/// Makes a map of embeddings. `picture` gets pictures on the way, the first at once and then about every
/// tenth of a second, on the calling thread. The same numbers for any number of threads. Nothing when
/// cancelled. Throws Error (Refused) when an option is impossible, when `start` is a map of other points, or
/// when a number is NaN or infinite. Where all vectors are equal, all places are 0.
std::optional<Projection> project(const Embeddings& embeddings, const ProjectionOptions& options,
                                  const BackgroundWork& work,
                                  const std::function<void(const Projection&)>& picture = {});

} // namespace neurarium
