// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/packing.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// Walks q = 0, 1, ... of a weight's row [c][tap] and tells the place of each in [tap][c].
class PlaceWalk {
public:
    explicit PlaceWalk(const TapOrder& order)
        : m_order(order) {}
    Index next() {
        const Index place = m_tap * m_order.channels + m_channel;
        if (++m_tap == m_order.taps) {
            m_tap = 0;
            ++m_channel;
        }
        return place;
    }

private:
    TapOrder m_order;
    Index m_tap = 0, m_channel = 0;
};

template <typename P>
void packRows(Index rows, Index columns, const float* from, Index stride, float* to) {
    for (Index k = 0; k < rows; ++k)
        store(to + k * kLanes<P>, loadFirst<P>(from + k * stride, columns));
}

/// One square of the result: columns from `first`, and the places of q, q + 1, ...; `walk` stands at q.
template <typename P>
void transposeWholeSquare(const Transposition& t, Index first, Index q, PlaceWalk& walk) {
    Square<P> square;
    const float* from = t.from + first * t.fromStride + q;
#pragma GCC unroll 16
    for (int r = 0; r < kLanes<P>; ++r)
        square.packet[r] = load<P>(from + r * t.fromStride);
    transpose<P>(square);
#pragma GCC unroll 16
    for (int i = 0; i < kLanes<P>; ++i)
        store(t.to + walk.next() * t.toStride + first, square.packet[i]);
}

/// ... of which only some rows and columns are there.
template <typename P>
void transposePartOfSquare(const Transposition& t, Index first, Index q, PlaceWalk& walk) {
    constexpr int kSide = kLanes<P>;
    const Index rows = larger(smaller(t.rows - first, Index{kSide}), Index{0});
    const Index stored = larger(t.padded - first, rows);
    const Index count = smaller(t.order.size() - q, Index{kSide});
    Square<P> square;
    for (int r = 0; r < kSide; ++r)
        square.packet[r] =
            r < rows ? loadSome<P>(t.from + (first + r) * t.fromStride + q, count) : broadcast<P>(0.0F);
    transpose<P>(square);
    for (int i = 0; i < count; ++i)
        storeSome(t.to + walk.next() * t.toStride + first, square.packet[i], stored);
}

/// kLanes<P> columns of the result, beginning with column `first`.
template <typename P>
void transposeColumns(const Transposition& t, Index first) {
    constexpr int kSide = kLanes<P>;
    PlaceWalk walk(t.order);
    Index q = 0;
    if (t.rows - first >= kSide)
        for (; q + kSide <= t.order.size(); q += kSide)
            transposeWholeSquare<P>(t, first, q, walk);
    for (; q < t.order.size(); q += kSide)
        transposePartOfSquare<P>(t, first, q, walk);
}

template <typename P>
void transposeRows(const Transposition& t, Index first) {
    constexpr int kSide = kLanes<P>;
    const Index rows = smaller(t.rows - first, Index{kSide});
    PlaceWalk walk(t.order);
    for (Index q = 0; q < t.order.size(); q += kSide) {
        const Index count = smaller(t.order.size() - q, Index{kSide});
        Square<P> square;
        for (int i = 0; i < kSide; ++i)
            square.packet[i] = i < count ? loadSome<P>(t.from + walk.next() * t.fromStride + first, rows)
                                         : broadcast<P>(0.0F);
        transpose<P>(square);
        for (int r = 0; r < rows; ++r)
            storeSome(t.to + (first + r) * t.toStride + q, square.packet[r], count);
    }
}

} // namespace

void packPanel(PanelWidth width, Index rows, Index columns, const float* from, Index stride, float* to) {
    if (width == PanelWidth::Narrow)
        return packRows<NarrowPacket>(rows, columns, from, stride, to);
    if (width == PanelWidth::Single)
        return packRows<Packet>(rows, columns, from, stride, to);
    constexpr Index kSecond = kLanes<Packet>;
    for (Index k = 0; k < rows; ++k) {
        store(to + 2 * k * kSecond, loadSome<Packet>(from + k * stride, columns));
        store(to + (2 * k + 1) * kSecond, loadSome<Packet>(from + k * stride + kSecond, columns - kSecond));
    }
}

void transposeIntoColumns(const Transposition& t) {
    const Index columns = larger(t.rows, t.padded);
    Index first = 0;
    for (; columns - first > kLanes<NarrowPacket>; first += kLanes<Packet>)
        transposeColumns<Packet>(t, first);
    if (first < columns)
        transposeColumns<NarrowPacket>(t, first);
}

void transposeIntoRows(const Transposition& t) {
    Index first = 0;
    for (; t.rows - first > kLanes<NarrowPacket>; first += kLanes<Packet>)
        transposeRows<Packet>(t, first);
    if (first < t.rows)
        transposeRows<NarrowPacket>(t, first);
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
