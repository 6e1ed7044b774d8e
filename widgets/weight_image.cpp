// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weight_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "widgets/theme.h"

namespace neurarium {

namespace {

constexpr int kShades = 256;

const std::array<QRgb, kShades>& shades() {
    static const std::array<QRgb, kShades> table = [] {
        std::array<QRgb, kShades> colors{};
        for (int i = 0; i < kShades; ++i)
            colors[static_cast<std::size_t>(i)] =
                Theme::cividis(static_cast<double>(i) / (kShades - 1)).rgb();
        return colors;
    }();
    return table;
}

QRgb shade(float weight) {
    const float inside = weight > 0 ? std::min(weight, 1.0F) : 0.0F; // also what is not a number
    return shades()[static_cast<std::size_t>(inside * (kShades - 1) + 0.5F)];
}

} // namespace

WeightImage::WeightImage(int mostPixels)
    : m_mostPixels(std::max(mostPixels, 1)) {}

void WeightImage::setMostPixels(int pixels) {
    pixels = std::max(pixels, 1);
    if (std::min(pixels, m_tokens) != std::min(m_mostPixels, m_tokens)) {
        m_image = {};
        m_mostPixels = pixels;
        if (m_maps)
            show(std::exchange(m_maps, nullptr), m_head);
    }
    m_mostPixels = pixels;
}

void WeightImage::show(const std::shared_ptr<const AttentionMaps>& maps, std::size_t head) {
    m_rowsPainted = 0;
    const auto tokens = maps ? maps->tokens.size() : 0;
    if (tokens == 0 || head >= maps->heads.size() || maps->heads[head].weights.size() != tokens * tokens) {
        m_maps = nullptr;
        m_image = {};
        return;
    }
    const std::vector<float>& weights = maps->heads[head].weights;
    const int side = std::min(static_cast<int>(tokens), m_mostPixels);
    const bool fresh = m_maps == nullptr || m_image.width() != side || m_tokens != static_cast<int>(tokens) ||
                       m_causal != maps->causal;
    m_tokens = static_cast<int>(tokens);
    m_causal = maps->causal;
    if (fresh) {
        m_image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
    }
    for (int row = 0; row < side; ++row)
        if (fresh || !sameRows(m_maps->heads[m_head].weights, weights, row)) {
            paintRow(weights, row);
            ++m_rowsPainted;
        }
    m_maps = maps;
    m_head = head;
}

std::pair<int, int> WeightImage::tokensOf(int pixel) const {
    const int side = m_image.width();
    return {static_cast<int>(static_cast<std::int64_t>(pixel) * m_tokens / side),
            static_cast<int>(static_cast<std::int64_t>(pixel + 1) * m_tokens / side)};
}

bool WeightImage::sameRows(const std::vector<float>& a, const std::vector<float>& b, int row) const {
    const auto [first, end] = tokensOf(row);
    const auto tokens = static_cast<std::size_t>(m_tokens);
    const auto begin = static_cast<std::size_t>(first) * tokens;
    const auto count = static_cast<std::size_t>(end - first) * tokens;
    return std::memcmp(a.data() + begin, b.data() + begin, count * sizeof(float)) == 0;
}

void WeightImage::paintRow(const std::vector<float>& weights, int row) {
    auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(row));
    const auto [firstRow, endRow] = tokensOf(row);
    const int side = m_image.width();
    const auto at = [&](int y, int x) {
        return weights[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_tokens) +
                       static_cast<std::size_t>(x)];
    };
    if (side == m_tokens) {
        const int end = m_causal ? row + 1 : side;
        for (int x = 0; x < end; ++x)
            pixels[x] = shade(at(row, x));
        return;
    }
    for (int pixel = 0; pixel < side; ++pixel) {
        const auto [first, last] = tokensOf(pixel);
        if (m_causal && first >= endRow)
            break;
        float brightest = 0;
        for (int y = firstRow; y < endRow; ++y)
            for (int x = first; x < last; ++x)
                brightest = std::max(brightest, at(y, x));
        pixels[pixel] = shade(brightest);
    }
}

} // namespace neurarium
