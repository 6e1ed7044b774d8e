// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neurarium {

namespace {

bool isOfTheNetwork(const std::string& name, const StoredTensor& tensor) {
    return !name.starts_with("state/") && tensor.type == ElementType::F32;
}

TensorMove moveOf(const std::string& name, const StoredTensor& before, const StoredTensor& after) {
    const std::vector<float> from = before.floats();
    const std::vector<float> to = after.floats();
    double length = 0, way = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double difference = double{to[i]} - double{from[i]};
        length += double{from[i]} * double{from[i]};
        way += difference * difference;
    }
    TensorMove move{name, 0, std::sqrt(way)};
    if (way > 0)
        move.distance = length > 0 ? std::sqrt(way / length) : std::numeric_limits<double>::infinity();
    return move;
}

void sortByConfidence(std::vector<Flip>& flips) {
    std::stable_sort(flips.begin(), flips.end(),
                     [](const Flip& a, const Flip& b) { return a.after.confidence > b.after.confidence; });
}

} // namespace

std::vector<TensorMove> tensorMoves(const TrainingState& before, const TrainingState& after) {
    std::vector<TensorMove> moves;
    for (const auto& [name, tensor] : before.tensors) {
        const auto other = after.tensors.find(name);
        if (isOfTheNetwork(name, tensor) && other != after.tensors.end() &&
            isOfTheNetwork(name, other->second) && other->second.shape == tensor.shape)
            moves.push_back(moveOf(name, tensor, other->second));
    }
    std::stable_sort(moves.begin(), moves.end(),
                     [](const TensorMove& a, const TensorMove& b) { return a.distance > b.distance; });
    return moves;
}

void findFlips(const Predictions& before, const Predictions& after, Comparison& comparison) {
    comparison.samples = static_cast<std::int64_t>(before.truth.size());
    for (std::size_t i = 0; i < before.truth.size() && i < after.answers.size(); ++i) {
        const std::int32_t truth = before.truth[i];
        const bool wasRight = before.answers[i].predicted == truth;
        const bool isRight = after.answers[i].predicted == truth;
        if (wasRight != isRight)
            (isRight ? comparison.gained : comparison.lost)
                .push_back({static_cast<std::int64_t>(i), truth, before.answers[i], after.answers[i]});
    }
    sortByConfidence(comparison.lost);
    sortByConfidence(comparison.gained);
}

Comparison compareStates(const NetworkState& before, const NetworkState& after) {
    Comparison comparison;
    comparison.moves = tensorMoves(before.state, after.state);
    if (before.trainer.data().validation == nullptr)
        return comparison;
    const auto answers = [](const NetworkState& network) {
        network.trainer.loadWeights(network.state);
        return network.trainer.evaluate(*network.trainer.data().validation).predictions;
    };
    const Predictions said = answers(before);
    findFlips(said, answers(after), comparison);
    return comparison;
}

} // namespace neurarium
