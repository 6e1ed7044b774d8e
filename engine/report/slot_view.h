// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "report/attention_maps.h"
#include "report/ids.h"
#include "report/picture.h"
#include "report/playground.h"
#include "report/predictions.h"

namespace neurarium {

/// What the network made of its data at a save, for the save's little picture: its answers to a few
/// validation pictures, the plane as it divides it, or how it attends to the beginning of a validation text;
/// of the same samples at each save.
struct SlotView {
    CheckpointId checkpoint;
    std::vector<Picture> pictures;   ///< empty when samples are no pictures
    std::vector<std::int32_t> truth; ///< right class of each
    std::vector<Prediction> answers; ///< to each
    ValueMap decision{};             ///< empty when samples are no points
    AttentionMaps attention{};       ///< without heads when the network has none, or reads no text
    bool operator==(const SlotView&) const = default;
};

} // namespace neurarium
