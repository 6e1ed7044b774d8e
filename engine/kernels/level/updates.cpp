// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/lanes.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

Packet constant(double value) {
    return broadcast(static_cast<float>(value));
}

} // namespace

void sumShards(Index n, int shards, const float* const* shard, float* out) {
    forEachPacket(n, [&](Index i, Index count) {
        Packet sum = loadSome(shard[0] + i, count);
        for (int s = 1; s < shards; ++s)
            sum = add(sum, loadSome(shard[s] + i, count));
        storeSome(out + i, sum, count);
    });
}

void adam(const AdamStep& step, Index n, const float* gradient, float* value, float* moment1,
          float* moment2) {
    const Packet keep1 = constant(step.beta1), take1 = constant(1 - step.beta1);
    const Packet keep2 = constant(step.beta2), take2 = constant(1 - step.beta2);
    const Packet eps = constant(step.eps);
    const Packet scale = constant(1 / __builtin_sqrt(step.correction2));
    const Packet rate = constant(-step.lr / step.correction1);
    const Packet decay = constant(step.decoupled ? 0 : step.weightDecay);
    const Packet shrink = constant(step.decoupled ? 1 - step.lr * step.weightDecay : 1);
    forEachPacket(n, [&](Index i, Index count) {
        const Packet weight = loadSome(value + i, count);
        const Packet g = multiplyAdd(decay, weight, loadSome(gradient + i, count));
        const Packet m = multiplyAdd(keep1, loadSome(moment1 + i, count), multiply(take1, g));
        const Packet v = multiplyAdd(keep2, loadSome(moment2 + i, count), multiply(take2, multiply(g, g)));
        const Packet direction = divide(m, multiplyAdd(squareRoot(v), scale, eps));
        storeSome(moment1 + i, m, count);
        storeSome(moment2 + i, v, count);
        storeSome(value + i, multiplyAdd(rate, direction, multiply(shrink, weight)), count);
    });
}

void sgd(const SgdStep& step, Index n, const float* gradient, float* value, float* momentum) {
    const Packet rate = broadcast(-step.lr);
    const Packet keep = broadcast(step.momentum);
    const Packet decay = broadcast(step.weightDecay);
    forEachPacket(n, [&](Index i, Index count) {
        const Packet weight = loadSome(value + i, count);
        const Packet g = multiplyAdd(decay, weight, loadSome(gradient + i, count));
        Packet direction = g;
        if (step.momentum != 0) {
            const Packet velocity = step.first ? g : multiplyAdd(keep, loadSome(momentum + i, count), g);
            storeSome(momentum + i, velocity, count);
            direction = step.nesterov ? multiplyAdd(keep, velocity, g) : velocity;
        }
        storeSome(value + i, multiplyAdd(rate, direction, weight), count);
    });
}

bool allFinite(Index n, const float* x) {
    // 0·v is 0 for finite numbers and NaN for all others, and NaN stays in the sum.
    constexpr Index kSums = 4, kTogether = kSums * kLanes<Packet>; // one sum would wait for itself
    const Packet zero = broadcast(0.0F);
    Packet sums[kSums] = {zero, zero, zero, zero};
    Index i = 0;
    for (; i + kTogether <= n; i += kTogether)
#pragma GCC unroll 4
        for (Index s = 0; s < kSums; ++s)
            sums[s] = multiplyAdd(zero, load(x + i + s * kLanes<Packet>), sums[s]);
    Packet sum = add(add(sums[0], sums[1]), add(sums[2], sums[3]));
    forEachPacket(n - i,
                  [&](Index at, Index count) { sum = multiplyAdd(zero, loadSome(x + i + at, count), sum); });
    float lanes[kLanes<Packet>];
    store(lanes, equal(sum, zero));
    for (const float lane : lanes)
        if (__builtin_bit_cast(unsigned, lane) == 0)
            return false;
    return true;
}

double sumOfSquares(Index n, const float* x) {
    constexpr Index kOrder = 16;
    double sums[kOrder] = {};
    const auto addSquare = [&](Index i, Index lane) {
        const auto v = static_cast<double>(x[i]);
        sums[lane] += v * v; // the square of a float is exact in double precision
    };
    Index i = 0;
    for (; i + kOrder <= n; i += kOrder)
        for (Index lane = 0; lane < kOrder; ++lane)
            addSquare(i + lane, lane);
    for (Index lane = 0; i + lane < n; ++lane)
        addSquare(i + lane, lane);
    for (Index distance = kOrder / 2; distance > 0; distance /= 2)
        for (Index lane = 0; lane < distance; ++lane)
            sums[lane] += sums[lane + distance];
    return sums[0];
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
