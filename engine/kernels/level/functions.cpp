// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/functions.h"

#include "kernels/level/lanes.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// y = f(x) packet by packet; the last, incomplete one takes the same way, so each number has the same bits
/// wherever it stands.
template <typename Function>
void apply(Index n, const float* x, float* y, Function function) {
    Index i = 0;
    for (; i + kLanes<Packet> <= n; i += kLanes<Packet>)
        store(y + i, function(load(x + i)));
    if (i < n)
        storeFirst(y + i, function(loadFirst(x + i, n - i)), n - i);
}

} // namespace

void relu(Index n, const float* x, float* y) {
    apply(n, x, y, [](const Packet& v) { return rectified(v); });
}

void reluBackward(Index n, const float* y, const float* gradY, float* gradX) {
    const Packet zero = broadcast(0.0F);
    for (Index i = 0; i < n; i += kLanes<Packet>)
        storeSome(gradX + i, bitAnd(lessThan(zero, loadSome(y + i, n - i)), loadSome(gradY + i, n - i)),
                  n - i);
}

void expOf(Index n, const float* x, float* y) {
    apply(n, x, y, [](const Packet& v) { return exponential(v); });
}

void logOf(Index n, const float* x, float* y) {
    apply(n, x, y, [](const Packet& v) { return logarithm(v); });
}

void tanhOf(Index n, const float* x, float* y) {
    apply(n, x, y, [](const Packet& v) { return hyperbolicTangent(v); });
}

void sigmoidOf(Index n, const float* x, float* y) {
    apply(n, x, y, [](const Packet& v) { return sigmoid(v); });
}

void geluOf(Index n, const float* x, float* y, float* dydx) {
    constexpr float kFarOut = 40.0F; // there Φ and φ are exact, but infinity times 0 would be NaN
    for (Index i = 0; i < n; i += kLanes<Packet>) {
        const Index count = smaller(n - i, Index{kLanes<Packet>});
        const Packet v = loadFirst(x + i, count);
        const Normal at = normal(v);
        const Packet above = atLeast(v, broadcast(-kFarOut));
        const Packet within = atMost(above, broadcast(kFarOut));
        storeFirst(y + i, multiply(above, at.distribution), count);
        if (dydx != nullptr)
            storeFirst(dydx + i, multiplyAdd(within, at.density, at.distribution), count);
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
