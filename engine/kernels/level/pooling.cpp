// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/packets.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// The part of one window that lies inside the image: rows and columns, the last ones not included.
struct Inside {
    Index top, bottom, left, right;
};

Inside inside(const PoolingShape& shape, Index i, Index j) {
    const Index top = i * shape.stride - shape.padding, left = j * shape.stride - shape.padding;
    return {larger(top, Index{0}), smaller(top + shape.kernel, shape.height), larger(left, Index{0}),
            smaller(left + shape.kernel, shape.width)};
}

/// Calls visit(window, place of its first pixel, output pixel) for each output pixel of each image.
template <typename Visit>
void overOutputs(const PoolingShape& shape, Visit visit) {
    Index output = 0;
    for (Index n = 0; n < shape.samples; ++n)
        for (Index i = 0; i < shape.outHeight; ++i)
            for (Index j = 0; j < shape.outWidth; ++j, ++output) {
                Inside window = inside(shape, i, j);
                const Index row = window.top - (i * shape.stride - shape.padding);
                const Index column = window.left - (j * shape.stride - shape.padding);
                window.top += n * shape.height;
                window.bottom += n * shape.height;
                visit(window, row * shape.kernel + column, output);
            }
}

} // namespace

void maxPool(const PoolingShape& shape, const float* x, float* y, float* places) {
    const Packet all = equal(broadcast(0.0F), broadcast(0.0F));
    overOutputs(shape, [&](const Inside& window, Index firstPlace, Index output) {
        for (Index c = 0; c < shape.channels; c += kLanes<Packet>) {
            const Index count = shape.channels - c;
            const auto pixel = [&](Index row, Index column) {
                return loadSome(x + (row * shape.width + column) * shape.channels + c, count);
            };
            Packet best = pixel(window.top, window.left);
            Packet bestPlace = broadcast(static_cast<float>(firstPlace));
            Index rowPlace = firstPlace;
            for (Index row = window.top; row < window.bottom; ++row, rowPlace += shape.kernel)
                for (Index column = window.left; column < window.right; ++column) {
                    const Packet value = pixel(row, column);
                    const auto place = static_cast<float>(rowPlace + column - window.left);
                    // A larger value wins, and NaN, which is not equal to itself, in any case.
                    const Packet wins = select(equal(value, value), lessThan(best, value), all);
                    best = select(wins, value, best);
                    bestPlace = select(wins, broadcast(place), bestPlace);
                }
            storeSome(y + output * shape.channels + c, best, count);
            storeSome(places + output * shape.channels + c, bestPlace, count);
        }
    });
}

void maxPoolBackward(const PoolingShape& shape, const float* gradY, const float* places, float* gradX) {
    const bool overlap = shape.stride < shape.kernel;
    const bool covered = shape.padding == 0 && shape.stride == shape.kernel &&
                         shape.outHeight * shape.kernel == shape.height &&
                         shape.outWidth * shape.kernel == shape.width;
    if (!covered)
        __builtin_memset(gradX, 0,
                         sizeof(float) * static_cast<std::size_t>(shape.samples * shape.height * shape.width *
                                                                  shape.channels));
    overOutputs(shape, [&](const Inside& window, Index firstPlace, Index output) {
        for (Index c = 0; c < shape.channels; c += kLanes<Packet>) {
            const Index count = shape.channels - c;
            const Packet gradient = loadSome(gradY + output * shape.channels + c, count);
            const Packet winner = loadSome(places + output * shape.channels + c, count);
            Index rowPlace = firstPlace;
            for (Index row = window.top; row < window.bottom; ++row, rowPlace += shape.kernel)
                for (Index column = window.left; column < window.right; ++column) {
                    float* to = gradX + (row * shape.width + column) * shape.channels + c;
                    const auto place = static_cast<float>(rowPlace + column - window.left);
                    const Packet share = bitAnd(equal(winner, broadcast(place)), gradient);
                    storeSome(to, overlap ? add(loadSome(to, count), share) : share, count);
                }
        }
    });
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
