// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/reference.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "kernels/reference_points.h"
#include "kernels/reference_sequence.h"

namespace neurarium {

namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using MatrixView = Eigen::Map<Matrix, 0, Eigen::OuterStride<>>;
using ConstMatrixView = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;

Matrix operand(const float* data, bool transposed, std::int64_t rows, std::int64_t columns,
               std::int64_t stride) {
    if (transposed)
        return ConstMatrixView(data, columns, rows, Eigen::OuterStride<>(stride)).transpose();
    return ConstMatrixView(data, rows, columns, Eigen::OuterStride<>(stride));
}

void product(const Product& p) {
    const Matrix b = p.packed.data == nullptr ? operand(p.b, p.transposeB, p.k, p.n, p.ldb)
                                              : operand(p.packed.data, false, p.k, p.n, p.packed.columns);
    Matrix sum = operand(p.a, p.transposeA, p.m, p.k, p.lda) * b;
    if (p.bias != nullptr)
        sum.rowwise() += Eigen::Map<const Eigen::RowVectorXf>(p.bias, p.n);
    MatrixView c(p.c, p.m, p.n, Eigen::OuterStride<>(p.ldc));
    if (p.accumulate)
        c += sum;
    else
        c = sum;
}

void pack(const Product& p, float* to) {
    Eigen::Map<Matrix>(to, p.k, p.n) = operand(p.b, p.transposeB, p.k, p.n, p.ldb);
}

std::int64_t packedSize(std::int64_t rows, std::int64_t columns) {
    return rows * columns;
}

/// Calls visit(row, column, place) for each number under the kernel: `row` counts output pixels, `column` is
/// the weight's place [c][ky][kx] within its group, `place` the number's place in the image. Padding is left
/// out.
template <typename Visit>
void forEachTap(const Convolution& s, std::int64_t group, Visit visit) {
    const std::int64_t groupChannels = s.channels / s.groups;
    for (std::int64_t row = 0; row < s.outHeight * s.outWidth; ++row) {
        for (std::int64_t column = 0; column < groupChannels * s.kernelHeight * s.kernelWidth; ++column) {
            const std::int64_t kx = column % s.kernelWidth;
            const std::int64_t ky = column / s.kernelWidth % s.kernelHeight;
            const std::int64_t channel = group * groupChannels + column / (s.kernelWidth * s.kernelHeight);
            const std::int64_t y = row / s.outWidth * s.stride + ky - s.padding;
            const std::int64_t x = row % s.outWidth * s.stride + kx - s.padding;
            if (y >= 0 && y < s.height && x >= 0 && x < s.width)
                visit(row, column, (y * s.width + x) * s.channels + channel);
        }
    }
}

/// One image and one group of a convolution as matrices: output [pixels][o] = columns [pixels][c·ky·kx] ·
/// weightsᵀ.
struct GroupedImage {
    GroupedImage(const Convolution& shape, std::int64_t sampleIndex, std::int64_t groupIndex)
        : s(shape)
        , group(groupIndex)
        , pixels(s.outHeight * s.outWidth)
        , outputs(s.outChannels / s.groups)
        , taps(s.channels / s.groups * s.kernelHeight * s.kernelWidth)
        , inputOffset(sampleIndex * s.height * s.width * s.channels)
        , outputOffset(sampleIndex * pixels * s.outChannels + group * outputs)
        , weightOffset(group * outputs * taps) {}

    Matrix columns(const float* x) const {
        Matrix result = Matrix::Zero(pixels, taps);
        forEachTap(s, group, [&](std::int64_t row, std::int64_t column, std::int64_t place) {
            result(row, column) = x[inputOffset + place];
        });
        return result;
    }
    Matrix weights(const float* weight) const {
        return Eigen::Map<const Matrix>(weight + weightOffset, outputs, taps);
    }
    ConstMatrixView output(const float* y) const {
        return {y + outputOffset, pixels, outputs, Eigen::OuterStride<>(s.outChannels)};
    }

    const Convolution& s;
    std::int64_t group, pixels, outputs, taps, inputOffset, outputOffset, weightOffset;
};

template <typename Visit>
void forEachGroupedImage(const Convolution& shape, Visit visit) {
    for (std::int64_t sample = 0; sample < shape.samples; ++sample)
        for (std::int64_t group = 0; group < shape.groups; ++group)
            visit(GroupedImage(shape, sample, group));
}

void convolveOnly(const Convolution& shape, const float* x, const float* weight, const float* bias,
                  float* y) {
    forEachGroupedImage(shape, [&](const GroupedImage& image) {
        MatrixView output(y + image.outputOffset, image.pixels, image.outputs,
                          Eigen::OuterStride<>(shape.outChannels));
        output = image.columns(x) * image.weights(weight).transpose();
        if (bias != nullptr)
            output.rowwise() +=
                Eigen::Map<const Eigen::RowVectorXf>(bias + image.group * image.outputs, image.outputs);
    });
}

void convolveBackwardInput(const Convolution& shape, const float* gradY, const float* weight, float* gradX) {
    Eigen::Map<Eigen::VectorXf>(gradX, shape.samples * shape.height * shape.width * shape.channels).setZero();
    forEachGroupedImage(shape, [&](const GroupedImage& image) {
        const Matrix gradColumns = image.output(gradY) * image.weights(weight);
        forEachTap(shape, image.group, [&](std::int64_t row, std::int64_t column, std::int64_t place) {
            gradX[image.inputOffset + place] += gradColumns(row, column);
        });
    });
}

std::int64_t weightGradientSums(const Convolution& shape) {
    return shape.outChannels * shape.channels / shape.groups * shape.kernelHeight * shape.kernelWidth;
}

void finishWeightGradient(const Convolution& shape, const float* sums, float* gradWeight) {
    std::copy_n(sums, weightGradientSums(shape), gradWeight);
}

void convolveBackwardWeight(const Convolution& shape, const float* x, const float* gradY, float* gradWeight,
                            float* gradBias) {
    forEachGroupedImage(shape, [&](const GroupedImage& image) {
        Eigen::Map<Matrix>(gradWeight + image.weightOffset, image.outputs, image.taps) +=
            image.output(gradY).transpose() * image.columns(x);
        if (gradBias != nullptr)
            Eigen::Map<Eigen::RowVectorXf>(gradBias + image.group * image.outputs, image.outputs) +=
                image.output(gradY).colwise().sum();
    });
}

/// y[i] = f(x[i]), in double precision.
template <typename Function>
void apply(std::int64_t n, const float* x, float* y, Function function) {
    for (std::int64_t i = 0; i < n; ++i)
        y[i] = static_cast<float>(function(static_cast<double>(x[i])));
}

void expOf(std::int64_t n, const float* x, float* y) {
    apply(n, x, y, [](double v) { return std::exp(v); });
}

void logOf(std::int64_t n, const float* x, float* y) {
    apply(n, x, y, [](double v) { return std::log(v); });
}

void tanhOf(std::int64_t n, const float* x, float* y) {
    apply(n, x, y, [](double v) { return std::tanh(v); });
}

void sigmoidOf(std::int64_t n, const float* x, float* y) {
    apply(n, x, y, [](double v) { return 1 / (1 + std::exp(-v)); });
}

void geluOf(std::int64_t n, const float* x, float* y, float* dydx) {
    for (std::int64_t i = 0; i < n; ++i) {
        const double v = x[i];
        const double distribution = std::erfc(-v / std::numbers::sqrt2) / 2;
        const double density = std::exp(-v * v / 2) / std::sqrt(2 * std::numbers::pi);
        y[i] = static_cast<float>(v * distribution);
        if (dydx != nullptr)
            dydx[i] = static_cast<float>(distribution + v * density);
    }
}

/// Calls visit(n, i, j, c) for each number of the output, in the order of memory.
template <typename Visit>
void overPooled(const PoolingShape& shape, Visit visit) {
    for (std::int64_t n = 0; n < shape.samples; ++n)
        for (std::int64_t i = 0; i < shape.outHeight; ++i)
            for (std::int64_t j = 0; j < shape.outWidth; ++j)
                for (std::int64_t c = 0; c < shape.channels; ++c)
                    visit(n, i, j, c);
}

void maxPool(const PoolingShape& shape, const float* x, float* y, float* places) {
    overPooled(shape, [&](std::int64_t n, std::int64_t i, std::int64_t j, std::int64_t c) {
        float best = 0;
        std::int64_t winner = -1;
        for (std::int64_t place = 0; place < shape.kernel * shape.kernel; ++place) {
            const std::int64_t row = i * shape.stride - shape.padding + place / shape.kernel;
            const std::int64_t column = j * shape.stride - shape.padding + place % shape.kernel;
            if (row < 0 || row >= shape.height || column < 0 || column >= shape.width)
                continue;
            const float each = x[((n * shape.height + row) * shape.width + column) * shape.channels + c];
            if (winner < 0 || each > best || std::isnan(each)) {
                best = each;
                winner = place;
            }
        }
        *y++ = best;
        *places++ = static_cast<float>(winner);
    });
}

void maxPoolBackward(const PoolingShape& shape, const float* gradY, const float* places, float* gradX) {
    std::fill_n(gradX, shape.samples * shape.height * shape.width * shape.channels, 0.0F);
    overPooled(shape, [&](std::int64_t n, std::int64_t i, std::int64_t j, std::int64_t c) {
        const auto place = static_cast<std::int64_t>(*places++);
        const std::int64_t row = i * shape.stride - shape.padding + place / shape.kernel;
        const std::int64_t column = j * shape.stride - shape.padding + place % shape.kernel;
        if (place < shape.kernel * shape.kernel) // else nothing won
            gradX[((n * shape.height + row) * shape.width + column) * shape.channels + c] += *gradY;
        ++gradY;
    });
}

/// Calls visit(i, c) for each number of some rows, i from the first row's first number on.
template <typename Visit>
void overChannels(const ChannelRows& rows, Visit visit) {
    for (std::int64_t i = 0; i < rows.rows * rows.channels; ++i)
        visit(i, i % rows.channels);
}

void sumChannels(const ChannelRows& x, double* sums) {
    overChannels(x, [&](std::int64_t i, std::int64_t c) {
        const double value = x.x[i];
        sums[c] += value;
        sums[x.channels + c] += value * value;
    });
}

void sumChannelGradients(const ChannelRows& x, const float* gradY, const double* statistics, double* sums) {
    overChannels(x, [&](std::int64_t i, std::int64_t c) {
        sums[c] += gradY[i];
        sums[x.channels + c] += gradY[i] * ((x.x[i] - statistics[c]) * statistics[x.channels + c]);
    });
}

void scaleChannels(const ChannelRows& x, const ChannelScaling& s, float* y) {
    overChannels(
        x, [&](std::int64_t i, std::int64_t c) { y[i] = (x.x[i] - s.mean[c]) * s.scale[c] + s.shift[c]; });
}

void channelGradient(const ChannelRows& x, const ChannelGradient& g, float* gradX) {
    overChannels(x, [&](std::int64_t i, std::int64_t c) {
        gradX[i] = g.scale[c] * g.gradY[i] + g.slope[c] * (x.x[i] - g.mean[c]) + g.offset[c];
    });
}

void relu(std::int64_t n, const float* x, float* y) {
    for (std::int64_t i = 0; i < n; ++i)
        y[i] = x[i] < 0 ? 0 : x[i];
}

void convolve(const Convolution& shape, const float* x, const float* weight, const float* bias,
              const ConvolutionOutput& y) {
    const PoolingShape pooling{.samples = shape.samples,
                               .height = shape.outHeight,
                               .width = shape.outWidth,
                               .channels = shape.outChannels,
                               .outHeight = shape.outHeight / 2,
                               .outWidth = shape.outWidth / 2,
                               .kernel = 2,
                               .stride = 2};
    std::vector<float> outputs(
        static_cast<std::size_t>(shape.samples * shape.outHeight * shape.outWidth * shape.outChannels));
    convolveOnly(shape, x, weight, bias, outputs.data());
    const auto count = static_cast<std::int64_t>(outputs.size());
    if (shape.epilogue != Epilogue::None)
        relu(count, outputs.data(), outputs.data());
    if (shape.epilogue != Epilogue::ReluMaxPool) {
        std::copy_n(outputs.data(), count, y.data);
        return;
    }
    maxPool(pooling, outputs.data(), y.data, y.places);
    const std::int64_t pooled = shape.samples * pooling.outHeight * pooling.outWidth * shape.outChannels;
    for (std::int64_t i = 0; i < pooled; ++i)
        if (y.data[i] == 0)
            y.places[i] = 4;
}

bool poolsInEpilogue(const Convolution& /*shape*/) {
    return true;
}

void reluBackward(std::int64_t n, const float* y, const float* gradY, float* gradX) {
    for (std::int64_t i = 0; i < n; ++i)
        gradX[i] = y[i] > 0 ? gradY[i] : 0;
}

void sumShards(std::int64_t n, int shards, const float* const* shard, float* out) {
    for (std::int64_t i = 0; i < n; ++i) {
        float sum = shard[0][i];
        for (int s = 1; s < shards; ++s)
            sum += shard[s][i];
        out[i] = sum;
    }
}

void adam(const AdamStep& step, std::int64_t n, const float* gradient, float* value, float* moment1,
          float* moment2) {
    for (std::int64_t i = 0; i < n; ++i) {
        double weight = value[i];
        double g = gradient[i];
        if (step.decoupled)
            weight *= 1 - static_cast<double>(step.lr) * step.weightDecay;
        else
            g += static_cast<double>(step.weightDecay) * weight;
        const double m = step.beta1 * static_cast<double>(moment1[i]) + (1.0 - step.beta1) * g;
        const double v = step.beta2 * static_cast<double>(moment2[i]) + (1.0 - step.beta2) * g * g;
        moment1[i] = static_cast<float>(m);
        moment2[i] = static_cast<float>(v);
        const double denominator = std::sqrt(v / step.correction2) + step.eps;
        value[i] = static_cast<float>(weight - step.lr * (m / step.correction1) / denominator);
    }
}

void sgd(const SgdStep& step, std::int64_t n, const float* gradient, float* value, float* momentum) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float g = gradient[i] + step.weightDecay * value[i];
        float direction = g;
        if (step.momentum != 0) {
            momentum[i] = step.first ? g : step.momentum * momentum[i] + g;
            direction = step.nesterov ? g + step.momentum * momentum[i] : momentum[i];
        }
        value[i] -= step.lr * direction;
    }
}

double sumOfSquares(std::int64_t n, const float* x) {
    return Eigen::Map<const Eigen::VectorXf>(x, n).cast<double>().squaredNorm();
}

bool allFinite(std::int64_t n, const float* x) {
    return std::all_of(x, x + n, [](float value) { return std::isfinite(value); });
}

} // namespace

const Kernels& referenceKernels() {
    static constexpr Kernels kReference{
        .level = "reference",
        .arithmetic = "reference",
        .product = product,
        .pack = pack,
        .packedSize = packedSize,
        .addRows = reference::addRows,
        .convolve = convolve,
        .poolsInEpilogue = poolsInEpilogue,
        .convolveBackwardInput = convolveBackwardInput,
        .weightGradientSums = weightGradientSums,
        .convolveBackwardWeight = convolveBackwardWeight,
        .finishWeightGradient = finishWeightGradient,
        .maxPool = maxPool,
        .maxPoolBackward = maxPoolBackward,
        .sumChannels = sumChannels,
        .sumChannelGradients = sumChannelGradients,
        .scaleChannels = scaleChannels,
        .channelGradient = channelGradient,
        .relu = relu,
        .reluBackward = reluBackward,
        .exp = expOf,
        .log = logOf,
        .tanh = tanhOf,
        .sigmoid = sigmoidOf,
        .gelu = geluOf,
        .dropout = reference::dropout,
        .layerNorm = reference::layerNorm,
        .layerNormBackward = reference::layerNormBackward,
        .softmax = reference::softmax,
        .attention = reference::attention,
        .attentionBackward = reference::attentionBackward,
        .sumShards = sumShards,
        .adam = adam,
        .sgd = sgd,
        .sumOfSquares = sumOfSquares,
        .allFinite = allFinite,
        .squaredDistance = reference::squaredDistance,
        .repel = reference::repel,
    };
    return kReference;
}

} // namespace neurarium
