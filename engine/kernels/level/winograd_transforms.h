// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/packets.h"

/// The three matrices of Winograd's F(4×4, 3×3) (Lavin and Gray 2016, section 4.1), each applied to one axis.
namespace neurarium::NEURARIUM_KERNEL_LEVEL {

constexpr Index kTilePlaces = 36;

/// d = Bᵀ·d: 6 numbers in place.
[[gnu::always_inline]] inline void inputTransform(Packet (&d)[6]) {
    const Packet two = broadcast(2.0F), four = broadcast(4.0F), minusFour = broadcast(-4.0F);
    const Packet minusFive = broadcast(-5.0F);
    const Packet even = multiplyAdd(minusFour, d[2], d[4]), odd = multiplyAdd(minusFour, d[1], d[3]);
    const Packet evenHalf = subtract(d[4], d[2]), oddHalf = multiply(two, subtract(d[3], d[1]));
    d[0] = multiplyAdd(four, d[0], multiplyAdd(minusFive, d[2], d[4]));
    d[5] = multiplyAdd(four, d[1], multiplyAdd(minusFive, d[3], d[5]));
    d[1] = add(even, odd);
    d[2] = subtract(even, odd);
    d[3] = add(evenHalf, oddHalf);
    d[4] = subtract(evenHalf, oddHalf);
}

/// m = Aᵀ·m: 6 numbers become 4; the last two are left over.
[[gnu::always_inline]] inline void outputTransform(Packet (&m)[6]) {
    const Packet sum = add(m[1], m[2]), difference = subtract(m[1], m[2]);
    const Packet outerSum = add(m[3], m[4]), outerDifference = subtract(m[3], m[4]);
    m[0] = add(m[0], add(sum, outerSum));
    m[1] = multiplyAdd(broadcast(2.0F), outerDifference, difference);
    m[2] = multiplyAdd(broadcast(4.0F), outerSum, sum);
    m[3] = add(multiplyAdd(broadcast(8.0F), outerDifference, difference), m[5]);
}

/// u = G·(g0, g1, g2).
[[gnu::always_inline]] inline void weightAxis(const Packet& g0, const Packet& g1, const Packet& g2,
                                              Packet (&u)[6]) {
    const Packet sixth = broadcast(-1.0F / 6), small = broadcast(1.0F / 24), twelfth = broadcast(1.0F / 12);
    const Packet outer = multiply(sixth, add(g0, g2)), middle = multiply(sixth, g1);
    const Packet far = multiplyAdd(small, g0, multiply(broadcast(1.0F / 6), g2)),
                 farMiddle = multiply(twelfth, g1);
    u[0] = multiply(broadcast(0.25F), g0);
    u[1] = add(outer, middle);
    u[2] = subtract(outer, middle);
    u[3] = add(far, farMiddle);
    u[4] = subtract(far, farMiddle);
    u[5] = g2;
}

/// d = A·d: 4 numbers become 6.
[[gnu::always_inline]] inline void outputGradientTransform(Packet (&d)[6]) {
    const Packet four = broadcast(4.0F);
    const Packet even = add(d[0], d[2]), odd = add(d[1], d[3]);
    const Packet evenFar = multiplyAdd(four, d[2], d[0]);
    const Packet oddFar = multiply(broadcast(2.0F), multiplyAdd(four, d[3], d[1]));
    d[5] = d[3];
    d[1] = add(even, odd);
    d[2] = subtract(even, odd);
    d[3] = add(evenFar, oddFar);
    d[4] = subtract(evenFar, oddFar);
}

/// u = Gᵀ·u: 6 numbers become 3; the others are left over.
[[gnu::always_inline]] inline void weightGradientTransform(Packet (&u)[6]) {
    const Packet sixth = broadcast(1.0F / 6), small = broadcast(1.0F / 24), twelfth = broadcast(1.0F / 12);
    const Packet sum = multiply(sixth, add(u[1], u[2])), difference = multiply(sixth, subtract(u[2], u[1]));
    const Packet farSum = add(u[3], u[4]), farDifference = subtract(u[3], u[4]);
    u[0] = subtract(multiplyAdd(broadcast(0.25F), u[0], multiply(small, farSum)), sum);
    u[1] = multiplyAdd(twelfth, farDifference, difference);
    u[2] = subtract(multiplyAdd(sixth, farSum, u[5]), sum);
}

/// places = G·g·Gᵀ, both row by row.
inline void weightTransform(const Packet (&g)[9], Packet (&places)[kTilePlaces]) {
    Packet halfway[3][6];
    for (Index column = 0; column < 3; ++column)
        weightAxis(g[column], g[3 + column], g[6 + column], halfway[column]);
    for (Index i = 0; i < 6; ++i) {
        Packet row[6];
        weightAxis(halfway[0][i], halfway[1][i], halfway[2][i], row);
        for (Index j = 0; j < 6; ++j)
            places[6 * i + j] = row[j];
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
