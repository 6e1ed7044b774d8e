// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "report/checkpoint_info.h"
#include "report/picture.h"
#include "report/predictions.h"

namespace neurarium {

/// A validation sample that one of two states answered rightly and the other did not.
struct Flip {
    std::int64_t sample = 0; ///< its place in the validation set
    std::int32_t truth = 0;
    Prediction before;
    Prediction after;
    bool operator==(const Flip&) const = default;
};

/// How far a tensor has moved: |after - before| / |before|, lengths being square roots of sums of squares.
struct TensorMove {
    std::string name;
    double distance = 0; ///< relative; infinite when it began as nothing but zeros
    double moved = 0;    ///< |after - before|
    bool operator==(const TensorMove&) const = default;
};

/// What changed between two checkpoints. One without an id is the state that training stands at.
struct Comparison {
    CheckpointInfo before;
    CheckpointInfo after;
    std::int64_t samples = 0; ///< in the validation set; 0 when answers are not classes, or there is none
    std::vector<Flip> lost;   ///< right before, wrong after; the surest wrong answers first
    std::vector<Flip> gained; ///< wrong before, right after; the surest right answers first
    std::vector<TensorMove> moves;                ///< the furthest first
    std::shared_ptr<const PictureSet> pictures{}; ///< of the first flips of both; null when samples are none
    bool operator==(const Comparison&) const = default;
};

} // namespace neurarium
