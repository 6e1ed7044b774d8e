// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Eigen's packet functions are internal to Eigen: this header is the only place that knows them. A packet is
// one vector register: 4 floats at the baseline, 8 at v3, 16 at v4. The sources of this folder are compiled
// once for each instruction level, with everything in a namespace named after the level.
#include <Eigen/Core>
#include <cstdint>

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

using Index = std::int64_t;
using Packet = Eigen::internal::packet_traits<float>::type;
/// Half as wide, for matrices of few columns; the same as Packet where there is nothing narrower than 4
/// floats.
using NarrowPacket = std::conditional_t<(Eigen::internal::unpacket_traits<Packet>::size > 4),
                                        Eigen::internal::unpacket_traits<Packet>::half, Packet>;

template <typename P>
constexpr int kLanes = Eigen::internal::unpacket_traits<P>::size;

template <typename P = Packet>
[[gnu::always_inline]] inline P load(const float* from) {
    return Eigen::internal::ploadu<P>(from);
}

template <typename P>
[[gnu::always_inline]] inline void store(float* to, const P& value) {
    Eigen::internal::pstoreu(to, value);
}

/// The first `count` lanes from memory, the others zero; memory behind them is not touched.
template <typename P = Packet>
[[gnu::always_inline]] inline P loadFirst(const float* from, Index count) {
    if constexpr (Eigen::internal::unpacket_traits<P>::masked_load_available) {
        using Mask = typename Eigen::internal::unpacket_traits<P>::mask_t;
        return Eigen::internal::ploadu<P>(from, static_cast<Mask>((1U << count) - 1U));
    } else {
        alignas(64) float lanes[kLanes<P>] = {};
        for (Index i = 0; i < count; ++i)
            lanes[i] = from[i];
        return load<P>(lanes);
    }
}

template <typename P>
[[gnu::always_inline]] inline void storeFirst(float* to, const P& value, Index count) {
    if constexpr (Eigen::internal::unpacket_traits<P>::masked_store_available) {
        using Mask = typename Eigen::internal::unpacket_traits<P>::mask_t;
        Eigen::internal::pstoreu(to, value, static_cast<Mask>((1U << count) - 1U));
    } else {
        alignas(64) float lanes[kLanes<P>];
        store(lanes, value);
        for (Index i = 0; i < count; ++i)
            to[i] = lanes[i];
    }
}

template <typename P = Packet>
[[gnu::always_inline]] inline P broadcast(float value) {
    return Eigen::internal::pset1<P>(value);
}

template <typename P>
[[gnu::always_inline]] inline P add(const P& a, const P& b) {
    return Eigen::internal::padd(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P subtract(const P& a, const P& b) {
    return Eigen::internal::psub(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P multiply(const P& a, const P& b) {
    return Eigen::internal::pmul(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P divide(const P& a, const P& b) {
    return Eigen::internal::pdiv(a, b);
}

/// a·b + c, rounded once where the processor has fused multiply-add.
template <typename P>
[[gnu::always_inline]] inline P multiplyAdd(const P& a, const P& b, const P& c) {
    return Eigen::internal::pmadd(a, b, c);
}

/// The exact square root (EIGEN_FAST_MATH is off for these sources).
template <typename P>
[[gnu::always_inline]] inline P squareRoot(const P& a) {
    return Eigen::internal::psqrt(a);
}

/// The smaller of both, and the larger; `value` itself where it is NaN.
template <typename P>
[[gnu::always_inline]] inline P atMost(const P& value, const P& limit) {
    return Eigen::internal::pmin(value, limit);
}

template <typename P>
[[gnu::always_inline]] inline P atLeast(const P& value, const P& limit) {
    return Eigen::internal::pmax(value, limit);
}

/// All bits of a lane set where a < b (never for NaN), else none.
template <typename P>
[[gnu::always_inline]] inline P lessThan(const P& a, const P& b) {
    return Eigen::internal::pcmp_lt(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P equal(const P& a, const P& b) {
    return Eigen::internal::pcmp_eq(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P select(const P& mask, const P& ifSet, const P& otherwise) {
    return Eigen::internal::pselect(mask, ifSet, otherwise);
}

/// The lanes' bits as whole numbers, and the way back.
using IntegerPacket = Eigen::internal::unpacket_traits<Packet>::integer_packet;

[[gnu::always_inline]] inline IntegerPacket bitsOf(const Packet& a) {
    return Eigen::internal::preinterpret<IntegerPacket>(a);
}

[[gnu::always_inline]] inline Packet fromBits(const IntegerPacket& a) {
    return Eigen::internal::preinterpret<Packet>(a);
}

[[gnu::always_inline]] inline IntegerPacket broadcastInteger(int value) {
    return Eigen::internal::pset1<IntegerPacket>(value);
}

[[gnu::always_inline]] inline Packet toFloat(const IntegerPacket& a) {
    return Eigen::internal::pcast<IntegerPacket, Packet>(a);
}

/// Bitwise and, for both kinds of packet.
template <typename P>
[[gnu::always_inline]] inline P bitAnd(const P& a, const P& b) {
    return Eigen::internal::pand(a, b);
}

template <typename P>
[[gnu::always_inline]] inline P bitOr(const P& a, const P& b) {
    return Eigen::internal::por(a, b);
}

template <int Bits>
[[gnu::always_inline]] inline IntegerPacket shiftLeft(const IntegerPacket& a) {
    return Eigen::internal::plogical_shift_left<Bits>(a);
}

/// Keeps the sign.
template <int Bits>
[[gnu::always_inline]] inline IntegerPacket shiftRight(const IntegerPacket& a) {
    return Eigen::internal::parithmetic_shift_right<Bits>(a);
}

/// The lanes that are there: all of them, or the first `count`.
template <typename P = Packet>
[[gnu::always_inline]] inline P loadSome(const float* from, Index count) {
    return count >= kLanes<P> ? load<P>(from) : loadFirst<P>(from, count);
}

template <typename P>
[[gnu::always_inline]] inline void storeSome(float* to, const P& value, Index count) {
    if (count >= kLanes<P>)
        store(to, value);
    else
        storeFirst(to, value, count);
}

/// kLanes packets as the rows of a square; transposed in place.
template <typename P>
using Square = Eigen::internal::PacketBlock<P, kLanes<P>>;

template <typename P>
[[gnu::always_inline]] inline void transpose(Square<P>& square) {
    Eigen::internal::ptranspose(square);
}

template <typename T>
constexpr T smaller(T a, T b) {
    return a < b ? a : b;
}

template <typename T>
constexpr T larger(T a, T b) {
    return a > b ? a : b;
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
