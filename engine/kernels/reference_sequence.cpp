// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/reference_sequence.h"

#include <Eigen/Core>
#include <cmath>

#include <Random123/philox.h>

namespace neurarium::reference {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Array = Eigen::ArrayXd;
using Floats = Eigen::Map<const Eigen::ArrayXf>;
using View = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>, 0,
                        Eigen::OuterStride<>>;

Array row(const float* x, std::int64_t length) {
    return Floats(x, length).cast<double>();
}

void writeRow(const Array& values, float* to) {
    Eigen::Map<Eigen::ArrayXf>(to, values.size()) = values.cast<float>();
}

double factor(const DropoutDraw& draw, std::int64_t number) {
    const auto group = static_cast<std::uint64_t>(number / 128);
    const auto place = static_cast<std::size_t>(number % 64);
    const std::uint64_t index = draw.first + 16 * group + place % 16;
    const r123::Philox4x32::ctr_type counter = {
        {static_cast<std::uint32_t>(index),
         static_cast<std::uint32_t>(index >> 32) | static_cast<std::uint32_t>(draw.step >> 32 << 16),
         static_cast<std::uint32_t>(draw.step), draw.lane}};
    const std::uint32_t word = r123::Philox4x32()(counter, {{draw.key[0], draw.key[1]}})[place / 16];
    const std::uint32_t half = number % 128 < 64 ? word & 0xFFFFU : word >> 16;
    return half < draw.below ? 0.0 : static_cast<double>(draw.scale);
}

/// The whole matrices of one head: what attention is, without blocks.
struct WholeHead {
    WholeHead(const Attention& a, std::int64_t number)
        : width(a.heads * a.size)
        , column(number * a.size)
        , q(part(a, 0))
        , k(part(a, 1))
        , v(part(a, 2))
        , weights(q * k.transpose() / std::sqrt(static_cast<double>(a.size)))
        , factors(a.tokens, a.tokens) {
        DropoutDraw draw = a.dropout;
        draw.first += static_cast<std::uint64_t>(number * a.tokens * DropoutDraw::count(a.tokens));
        for (std::int64_t i = 0; i < a.tokens; ++i) {
            const std::int64_t seen = a.causal ? i + 1 : a.tokens;
            const Array scores = weights.row(i).head(seen).transpose().array();
            const Array powers = (scores - scores.maxCoeff()).exp();
            weights.row(i).setZero();
            weights.row(i).head(seen) = (powers / powers.sum()).matrix().transpose();
            for (std::int64_t j = 0; j < a.tokens; ++j)
                factors(i, j) = draw.below == 0 ? 1.0 : factor(draw, j);
            draw.first += static_cast<std::uint64_t>(DropoutDraw::count(a.tokens));
        }
    }

    Matrix part(const Attention& a, std::int64_t which) const {
        return View(a.qkv + which * width + column, a.tokens, a.size, Eigen::OuterStride<>(3 * width))
            .cast<double>();
    }

    std::int64_t width, column;
    Matrix q, k, v, weights, factors;
};

void writePart(const Matrix& from, float* to, std::int64_t stride) {
    for (std::int64_t i = 0; i < from.rows(); ++i)
        writeRow(from.row(i).transpose().array(), to + i * stride);
}

} // namespace

void addRows(std::int64_t rows, std::int64_t n, const float* x, float* y) {
    Array sum = row(y, n);
    for (std::int64_t i = 0; i < rows; ++i)
        sum += row(x + i * n, n);
    writeRow(sum, y);
}

void dropout(const DropoutDraw& draw, std::int64_t n, const DropoutNumbers& numbers) {
    for (std::int64_t i = 0; i < n; ++i) {
        const auto scaled = static_cast<float>(factor(draw, i) * static_cast<double>(numbers.x[i]));
        numbers.y[i] = numbers.base == nullptr ? scaled : numbers.base[i] + scaled;
    }
}

void layerNorm(const LayerNormalization& s) {
    for (std::int64_t i = 0; i < s.rows; ++i) {
        const Array x = row(s.x + i * s.length, s.length);
        const double mean = x.mean();
        const double scale = 1.0 / std::sqrt((x - mean).square().mean() + s.eps);
        s.statistics[2 * i] = static_cast<float>(mean);
        s.statistics[2 * i + 1] = static_cast<float>(scale);
        writeRow((x - mean) * scale * row(s.gamma, s.length) + row(s.beta, s.length), s.y + i * s.length);
    }
}

void layerNormBackward(const LayerNormalization& s, const LayerNormalizationGradient& gradient) {
    for (std::int64_t i = 0; i < s.rows; ++i) {
        const double mean = static_cast<double>(s.statistics[2 * i]);
        const double scale = static_cast<double>(s.statistics[2 * i + 1]);
        const Array normal = (row(s.x + i * s.length, s.length) - mean) * scale;
        const Array gradY = row(gradient.gradY + i * s.length, s.length);
        const Array g = gradY * row(s.gamma, s.length);
        if (gradient.gradGamma != nullptr)
            writeRow(row(gradient.gradGamma, s.length) + gradY * normal, gradient.gradGamma);
        if (gradient.gradBeta != nullptr)
            writeRow(row(gradient.gradBeta, s.length) + gradY, gradient.gradBeta);
        if (gradient.gradX == nullptr)
            continue;
        Array gradX = (g - g.mean() - normal * (g * normal).mean()) * scale;
        if (gradient.base != nullptr)
            gradX += row(gradient.base + i * s.length, s.length);
        writeRow(gradX, gradient.gradX + i * s.length);
    }
}

void softmax(const SoftmaxRows& s) {
    for (std::int64_t i = 0; i < s.rows; ++i) {
        const Array x = row(s.x + i * s.length, s.length);
        const Array powers = (x - x.maxCoeff()).exp();
        if (s.statistics != nullptr) {
            s.statistics[2 * i] = static_cast<float>(x.maxCoeff());
            s.statistics[2 * i + 1] = static_cast<float>(std::log(powers.sum()));
        }
        if (s.y != nullptr)
            writeRow(powers / powers.sum(), s.y + i * s.length);
    }
}

void attention(const Attention& a) {
    for (std::int64_t number = 0; number < a.heads; ++number) {
        const WholeHead head(a, number);
        if (a.weights != nullptr)
            writePart(head.weights, a.weights + number * a.tokens * a.tokens, a.tokens);
        writePart(head.weights.cwiseProduct(head.factors) * head.v, a.output + head.column, head.width);
    }
}

void attentionBackward(const Attention& a, const AttentionGradient& gradient) {
    const double scale = 1.0 / std::sqrt(static_cast<double>(a.size));
    for (std::int64_t number = 0; number < a.heads; ++number) {
        const WholeHead head(a, number);
        const Matrix gradO =
            View(gradient.gradOutput + head.column, a.tokens, a.size, Eigen::OuterStride<>(head.width))
                .cast<double>();
        const Matrix gradWeights = (gradO * head.v.transpose()).cwiseProduct(head.factors);
        // Softmax: dL/ds = w·(dL/dw − Σ w·dL/dw), row by row.
        const Eigen::VectorXd sums = head.weights.cwiseProduct(gradWeights).rowwise().sum();
        const Matrix gradScores = head.weights.cwiseProduct(gradWeights.colwise() - sums) * scale;
        float* to = gradient.gradQkv + head.column;
        writePart(gradScores * head.k, to, 3 * head.width);
        writePart(gradScores.transpose() * head.q, to + head.width, 3 * head.width);
        writePart(head.weights.cwiseProduct(head.factors).transpose() * gradO, to + 2 * head.width,
                  3 * head.width);
    }
}

} // namespace neurarium::reference
