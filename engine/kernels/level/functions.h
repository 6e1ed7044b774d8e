// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/packets.h"

/// Elementary functions of our own, one packet at a time: the same bits wherever there is fused multiply-add,
/// and a few units in the last place from the exact value. Coefficients are Chebyshev fits.
namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// c[0] + x·(c[1] + x·(c[2] + ...))
template <int Count>
[[gnu::always_inline]] inline Packet polynomial(const Packet& x, const float (&c)[Count]) {
    Packet sum = broadcast(c[Count - 1]);
#pragma GCC unroll 16
    for (int i = Count - 2; i >= 0; --i)
        sum = multiplyAdd(sum, x, broadcast(c[i]));
    return sum;
}

[[gnu::always_inline]] inline Packet absolute(const Packet& x) {
    return bitAnd(x, fromBits(broadcastInteger(0x7FFFFFFF)));
}

[[gnu::always_inline]] inline Packet signOf(const Packet& x) {
    return bitAnd(x, broadcast(-0.0F));
}

constexpr float kLog2High = 0.693359375F; ///< ln 2 in two parts; multiples of the first are exact
constexpr float kLog2Low = -2.12194440e-4F;

/// 2^n for whole n in [-127, 127], -127 giving 0.
[[gnu::always_inline]] inline Packet powerOfTwo(const IntegerPacket& n) {
    return fromBits(shiftLeft<23>(Eigen::internal::padd(n, broadcastInteger(127))));
}

/// e^x = 2^n·e^r with whole n and |r| <= ln(2)/2.
[[gnu::always_inline]] inline Packet exponential(const Packet& x) {
    constexpr float kCoefficients[] = {5.0000000137e-01F, 1.6666666682e-01F, 4.1666462666e-02F,
                                       8.3333106746e-03F, 1.3933900050e-03F, 1.9891268510e-04F};
    constexpr float kHighest = 89.0F, kLowest = -104.0F; // beyond: infinity, and 0
    constexpr float kRound = 12582912.0F;                // 1.5·2^23: adding it rounds to a whole number
    constexpr float kLog2OfE = 1.44269504F;
    const Packet bounded = atLeast(atMost(x, broadcast(kHighest)), broadcast(kLowest));
    const Packet rounded = multiplyAdd(bounded, broadcast(kLog2OfE), broadcast(kRound));
    const Packet n = subtract(rounded, broadcast(kRound));
    Packet r = multiplyAdd(n, broadcast(-kLog2High), bounded);
    r = multiplyAdd(n, broadcast(-kLog2Low), r);
    const Packet power = add(multiplyAdd(multiply(r, r), polynomial(r, kCoefficients), r), broadcast(1.0F));
    // Two factors: 2^n alone would not reach the smallest and the largest results.
    const IntegerPacket whole = Eigen::internal::psub(bitsOf(rounded), bitsOf(broadcast(kRound)));
    const IntegerPacket half = shiftRight<1>(whole);
    return multiply(multiply(power, powerOfTwo(half)), powerOfTwo(Eigen::internal::psub(whole, half)));
}

/// ln x = e·ln 2 + ln(1 + f) with x = 2^e·(1 + f) and 1 + f in [√½, √2); -inf at 0, NaN below.
[[gnu::always_inline]] inline Packet logarithm(const Packet& x) {
    constexpr float kCoefficients[] = {
        3.3333333281e-01F,  -2.4999990275e-01F, 2.0000010040e-01F,  -1.6668001523e-01F, 1.4286524548e-01F,
        -1.2450743321e-01F, 1.1037783359e-01F,  -1.0646191638e-01F, 1.0530864739e-01F,  -6.2015001190e-02F};
    constexpr int kRootOfHalf = 0x3F3504F3;
    constexpr float kInfinity = __builtin_inff();
    const Packet zero = broadcast(0.0F);
    const Packet denormal = lessThan(x, broadcast(0x1p-126F));
    const Packet scaled = select(denormal, multiply(x, broadcast(0x1p23F)), x);
    const IntegerPacket offset = Eigen::internal::psub(bitsOf(scaled), broadcastInteger(kRootOfHalf));
    const Packet e = add(toFloat(shiftRight<23>(offset)), select(denormal, broadcast(-23.0F), zero));
    const IntegerPacket mantissa = bitAnd(offset, broadcastInteger(0x007FFFFF));
    const Packet f =
        subtract(fromBits(Eigen::internal::padd(mantissa, broadcastInteger(kRootOfHalf))), broadcast(1.0F));
    const Packet square = multiply(f, f);
    Packet rest = multiply(multiply(square, f), polynomial(f, kCoefficients));
    rest = multiplyAdd(e, broadcast(kLog2Low), rest);
    rest = multiplyAdd(square, broadcast(-0.5F), rest);
    const Packet result = multiplyAdd(e, broadcast(kLog2High), add(f, rest));
    const Packet negative = select(lessThan(x, zero), broadcast(__builtin_nanf("")), x);
    const Packet special = select(equal(x, zero), broadcast(-kInfinity), negative);
    return select(bitAnd(lessThan(zero, x), lessThan(x, broadcast(kInfinity))), result, special);
}

/// Small |x|: x + x³·P(x²); else 1 - 2/(e^{2|x|} + 1) with the sign of x.
[[gnu::always_inline]] inline Packet hyperbolicTangent(const Packet& x) {
    constexpr float kCoefficients[] = {-3.3333333172e-01F, 1.3333303557e-01F,  -5.3959259577e-02F,
                                       2.1768918651e-02F,  -8.3439455158e-03F, 2.2927448162e-03F};
    constexpr float kSmall = 0.625F;
    const Packet size = absolute(x);
    const Packet square = multiply(x, x);
    const Packet small = multiplyAdd(multiply(x, square), polynomial(square, kCoefficients), x);
    const Packet power = exponential(add(size, size));
    const Packet large = subtract(broadcast(1.0F), divide(broadcast(2.0F), add(power, broadcast(1.0F))));
    return select(lessThan(size, broadcast(kSmall)), small, bitOr(large, signOf(x)));
}

/// 1/(1 + e^-x), by e^-|x| so that neither side loses digits.
[[gnu::always_inline]] inline Packet sigmoid(const Packet& x) {
    const Packet power = exponential(bitOr(absolute(x), broadcast(-0.0F)));
    const Packet upper = divide(broadcast(1.0F), add(broadcast(1.0F), power));
    return select(lessThan(x, broadcast(0.0F)), multiply(power, upper), upper);
}

/// The standard normal distribution function Φ(x) = (1 + erf(x/√2))/2 and its density φ(x).
struct Normal {
    Packet distribution, density;
};

/// Φ(-a) = e^{-a²/2}·t·P(t) with t = 1/(1 + 0.3·a), for a >= 0; P fits the Mills ratio. Both tails keep their
/// digits.
[[gnu::always_inline]] inline Normal normal(const Packet& x) {
    constexpr float kCoefficients[] = {
        1.1968774769e-01F,  1.1955043147e-01F, 1.1041841110e-01F,  7.7517901077e-02F, 9.8711382345e-02F,
        -8.4213481516e-02F, 1.9755058457e-01F, -2.3252440732e-01F, 1.1425745295e-01F, -2.0956024237e-02F};
    constexpr float kDensityAtZero = 0.39894228F;
    constexpr float kFarOut = 40.0F; // Φ is 0 or 1 there, and its square is far from infinity
    const Packet one = broadcast(1.0F);
    const Packet a = atMost(absolute(x), broadcast(kFarOut));
    const Packet square = multiply(a, a);
    // What rounding took from a²; e^(u + d) is e^u·(1 + d) for a tiny d.
    const Packet lost = multiplyAdd(a, a, subtract(broadcast(0.0F), square));
    const Packet power = exponential(multiply(square, broadcast(-0.5F)));
    const Packet exact = multiplyAdd(multiply(power, lost), broadcast(-0.5F), power);
    const Packet t = divide(one, multiplyAdd(a, broadcast(0.3F), one));
    const Packet tail = multiply(multiply(exact, t), polynomial(t, kCoefficients));
    return {.distribution = select(lessThan(x, broadcast(0.0F)), tail, subtract(one, tail)),
            .density = multiply(exact, broadcast(kDensityAtZero))};
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
