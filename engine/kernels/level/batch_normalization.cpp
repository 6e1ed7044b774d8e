// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/packets.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

// Sums are kept in double precision. Each channel is a sum of its own in the order of the rows, so the bits
// do not depend on how many channels go together; the compiler makes registers of these, as wide as there
// are.
constexpr Index kTogether = 16;
using Floats = float __attribute__((vector_size(kTogether * sizeof(float)), aligned(4), may_alias));
using Doubles = double __attribute__((vector_size(kTogether * sizeof(double)), aligned(8), may_alias));

Doubles doublesAt(const double* from) {
    return *reinterpret_cast<const Doubles*>(from);
}

Doubles doublesAt(const float* from) {
    return __builtin_convertvector(*reinterpret_cast<const Floats*>(from), Doubles);
}

void storeDoubles(double* to, const Doubles& values) {
    *reinterpret_cast<Doubles*>(to) = values;
}

} // namespace

void sumChannels(const ChannelRows& x, double* sums) {
    Index c = 0;
    for (; c + kTogether <= x.channels; c += kTogether) {
        Doubles sum = doublesAt(sums + c), squares = doublesAt(sums + x.channels + c);
        for (Index row = 0; row < x.rows; ++row) {
            const Doubles value = doublesAt(x.x + row * x.channels + c);
            sum += value;
            squares += value * value; // the square of a float is exact in double precision
        }
        storeDoubles(sums + c, sum);
        storeDoubles(sums + x.channels + c, squares);
    }
    for (; c < x.channels; ++c)
        for (Index row = 0; row < x.rows; ++row) {
            const double value = x.x[row * x.channels + c];
            sums[c] += value;
            sums[x.channels + c] += value * value;
        }
}

void sumChannelGradients(const ChannelRows& x, const float* gradY, const double* statistics, double* sums) {
    Index c = 0;
    for (; c + kTogether <= x.channels; c += kTogether) {
        const Doubles mean = doublesAt(statistics + c), inverse = doublesAt(statistics + x.channels + c);
        Doubles sum = doublesAt(sums + c), products = doublesAt(sums + x.channels + c);
        for (Index row = 0; row < x.rows; ++row) {
            const Doubles gradient = doublesAt(gradY + row * x.channels + c);
            const Doubles value = doublesAt(x.x + row * x.channels + c);
            sum += gradient;
            products += gradient * ((value - mean) * inverse);
        }
        storeDoubles(sums + c, sum);
        storeDoubles(sums + x.channels + c, products);
    }
    for (; c < x.channels; ++c)
        for (Index row = 0; row < x.rows; ++row) {
            const double gradient = gradY[row * x.channels + c];
            sums[c] += gradient;
            sums[x.channels + c] +=
                gradient * ((x.x[row * x.channels + c] - statistics[c]) * statistics[x.channels + c]);
        }
}

void scaleChannels(const ChannelRows& x, const ChannelScaling& s, float* y) {
    for (Index row = 0; row < x.rows; ++row)
        for (Index c = 0; c < x.channels; c += kLanes<Packet>) {
            const Index count = x.channels - c, at = row * x.channels + c;
            const Packet centred = subtract(loadSome(x.x + at, count), loadSome(s.mean + c, count));
            storeSome(y + at,
                      multiplyAdd(centred, loadSome(s.scale + c, count), loadSome(s.shift + c, count)),
                      count);
        }
}

void channelGradient(const ChannelRows& x, const ChannelGradient& g, float* gradX) {
    for (Index row = 0; row < x.rows; ++row)
        for (Index c = 0; c < x.channels; c += kLanes<Packet>) {
            const Index count = x.channels - c, at = row * x.channels + c;
            const Packet centred = subtract(loadSome(x.x + at, count), loadSome(g.mean + c, count));
            const Packet rest =
                multiplyAdd(loadSome(g.slope + c, count), centred, loadSome(g.offset + c, count));
            storeSome(gradX + at,
                      multiplyAdd(loadSome(g.scale + c, count), loadSome(g.gradY + at, count), rest), count);
        }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
