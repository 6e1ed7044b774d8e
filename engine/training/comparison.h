// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkpoint/training_state.h"
#include "report/comparison.h"
#include "training/trainer.h"

namespace neurarium {

/// How far each tensor of the network (bare names, real numbers) has moved from one state to another, the
/// furthest first. Tensors that only one of them has are left out.
std::vector<TensorMove> tensorMoves(const TrainingState& before, const TrainingState& after);

/// Fills in `lost` and `gained` from the answers of two states for the same samples.
void findFlips(const Predictions& before, const Predictions& after, Comparison& comparison);

/// A state, and a trainer of its network.
struct NetworkState {
    Trainer& trainer;
    const TrainingState& state;
};

/// Compares two states, of any arithmetic, by their weights; the trainers (it may be one) have those
/// afterwards. Throws Error when one does not fit its network. The checkpoints are the caller's to fill in.
Comparison compareStates(const NetworkState& before, const NetworkState& after);

} // namespace neurarium
