// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "report/ids.h"
#include "report/picture.h"
#include "report/playground.h"
#include "report/predictions.h"

namespace neurarium {

/// What the network made of its data at a save, for the save's little picture: its answers to a few
/// validation pictures, the same ones at each save, or the plane as it divides it.
struct SlotView {
    CheckpointId checkpoint;
    std::vector<Picture> pictures;   ///< empty when samples are no pictures
    std::vector<std::int32_t> truth; ///< right class of each
    std::vector<Prediction> answers; ///< to each
    ValueMap decision{};             ///< empty when samples are no points
    bool operator==(const SlotView&) const = default;
};

} // namespace neurarium
