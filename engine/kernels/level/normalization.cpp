// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/lanes.h"
#include "kernels/level/table.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

void normalizeRow(const LayerNormalization& s, Index row) {
    const float* x = s.x + row * s.length;
    const auto length = static_cast<float>(s.length);
    LaneSums sum, squares;
    forEachPacket(s.length,
                  [&](Index i, Index count) { sum.at(i) = add(sum.at(i), loadSome(x + i, count)); });
    const float mean = sum.total() / length;
    forEachPacket(s.length, [&](Index i, Index count) {
        const Packet away = firstLanes(subtract(loadSome(x + i, count), broadcast(mean)), count);
        squares.at(i) = multiplyAdd(away, away, squares.at(i));
    });
    const float variance = squares.total() / length;
    const float scale = 1.0F / __builtin_sqrtf(variance + static_cast<float>(s.eps));
    s.statistics[2 * row] = mean;
    s.statistics[2 * row + 1] = scale;
    forEachPacket(s.length, [&](Index i, Index count) {
        const Packet normal = multiply(subtract(loadSome(x + i, count), broadcast(mean)), broadcast(scale));
        storeSome(s.y + row * s.length + i,
                  multiplyAdd(normal, loadSome(s.gamma + i, count), loadSome(s.beta + i, count)), count);
    });
}

/// One row's part of the gradients; `normal` is x̂.
class RowGradient {
public:
    RowGradient(const LayerNormalization& s, const LayerNormalizationGradient& gradient, Index row)
        : m_s(s)
        , m_gradient(gradient)
        , m_first(row * s.length)
        , m_mean(broadcast(s.statistics[2 * row]))
        , m_scale(broadcast(s.statistics[2 * row + 1])) {}

    void addToParameters() {
        forEachPacket(m_s.length, [&](Index i, Index count) {
            const Packet gradY = loadSome(m_gradient.gradY + m_first + i, count);
            const Packet normal = normalAt(i, count);
            const Packet g = multiply(gradY, loadSome(m_s.gamma + i, count));
            m_sum.at(i) = add(m_sum.at(i), g);
            m_product.at(i) = multiplyAdd(g, normal, m_product.at(i));
            if (float* to = m_gradient.gradGamma; to != nullptr)
                storeSome(to + i, multiplyAdd(gradY, normal, loadSome(to + i, count)), count);
            if (float* to = m_gradient.gradBeta; to != nullptr)
                storeSome(to + i, add(gradY, loadSome(to + i, count)), count);
        });
    }

    void writeGradX() const {
        const auto length = static_cast<float>(m_s.length);
        const Packet meanG = broadcast(m_sum.total() / length);
        const Packet meanGX = broadcast(m_product.total() / length);
        forEachPacket(m_s.length, [&](Index i, Index count) {
            const Packet g =
                multiply(loadSome(m_gradient.gradY + m_first + i, count), loadSome(m_s.gamma + i, count));
            const Packet rest = subtract(subtract(g, meanG), multiply(normalAt(i, count), meanGX));
            Packet gradX = multiply(rest, m_scale);
            if (m_gradient.base != nullptr)
                gradX = add(loadSome(m_gradient.base + m_first + i, count), gradX);
            storeSome(m_gradient.gradX + m_first + i, gradX, count);
        });
    }

private:
    [[gnu::always_inline]] Packet normalAt(Index i, Index count) const {
        return multiply(subtract(loadSome(m_s.x + m_first + i, count), m_mean), m_scale);
    }

    const LayerNormalization& m_s;
    const LayerNormalizationGradient& m_gradient;
    Index m_first;
    Packet m_mean, m_scale;
    LaneSums m_sum, m_product;
};

} // namespace

void layerNorm(const LayerNormalization& s) {
    for (Index row = 0; row < s.rows; ++row)
        normalizeRow(s, row);
}

void layerNormBackward(const LayerNormalization& s, const LayerNormalizationGradient& gradient) {
    for (Index row = 0; row < s.rows; ++row) {
        RowGradient here(s, gradient, row);
        here.addToParameters();
        if (gradient.gradX != nullptr)
            here.writeGradX();
    }
}

void addRows(Index rows, Index n, const float* x, float* y) {
    forEachPacket(n, [&](Index i, Index count) {
        Packet sum = loadSome(y + i, count);
        for (Index row = 0; row < rows; ++row)
            sum = add(sum, loadSome(x + row * n + i, count));
        storeSome(y + i, sum, count);
    });
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
