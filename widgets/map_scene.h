// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/map_camera.h"
#include "widgets/projection_trail.h"

namespace neurarium {

/// All that a word map shows. Things are words, or pictures, by their place in the embeddings.
struct MapScene {
    std::shared_ptr<const Embeddings> things;
    ProjectionTrail trail;
    MapCamera camera;
    std::optional<std::int64_t> current; ///< the one that was chosen last
    std::vector<std::int64_t> near;      ///< its nearest neighbours in the full space
    std::vector<std::int64_t> measured;  ///< in the order they were chosen; rulers lie between them
    std::vector<std::int64_t> found;     ///< by a search; the others stand back
    Nearness measure = Nearness::Cosine;
    bool trails = true;

    /// Whether there is a map of these things, and all sizes agree.
    bool isComplete() const {
        const auto& map = trail.now();
        return things && map && things->size() > 0 && (map->dimensions == 2 || map->dimensions == 3) &&
               std::ssize(map->places) == things->size() * map->dimensions &&
               std::ssize(things->vectors) == things->size() * things->dimensions &&
               (things->pictures.empty() || std::ssize(things->pictures) == things->size());
    }
    int groupOf(std::int64_t thing) const {
        const auto place = static_cast<std::size_t>(thing);
        return things && place < things->groups.size() ? things->groups[place]
               : things->groups.empty()                ? 0
                                                       : -1;
    }
};

} // namespace neurarium
