// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pooling.h"

#include <algorithm>

#include "kernels/kernels.h"
#include "report/error.h"

namespace neurarium {

namespace {

/// Calls visit(out, in) for each output pixel and each pixel of its window that lies inside the image: their
/// offsets in channels-last memory.
template <class Visit>
void overWindows(const Window& window, const Shape& input, const Shape& output, Visit visit) {
    const std::int64_t channels = input[0], height = input[1], width = input[2];
    for (std::int64_t i = 0; i < output[1]; ++i)
        for (std::int64_t j = 0; j < output[2]; ++j)
            for (std::int64_t p = 0; p < window.kernel; ++p)
                for (std::int64_t q = 0; q < window.kernel; ++q) {
                    const std::int64_t row = i * window.stride + p - window.padding;
                    const std::int64_t column = j * window.stride + q - window.padding;
                    if (row >= 0 && row < height && column >= 0 && column < width)
                        visit((i * output[2] + j) * channels, (row * width + column) * channels);
                }
}

PoolingShape poolingShape(const Window& window, const Slice& input, const Slice& output) {
    return {.samples = input.samples,
            .height = (*input.shape)[1],
            .width = (*input.shape)[2],
            .channels = (*input.shape)[0],
            .outHeight = (*output.shape)[1],
            .outWidth = (*output.shape)[2],
            .kernel = window.kernel,
            .stride = window.stride,
            .padding = window.padding};
}

} // namespace

Pooling::Pooling(const Window& window)
    : m_window(window) {
    checkAtLeast("kernel", window.kernel, 1);
    checkAtLeast("stride", window.stride, 1);
    checkAtLeast("padding", window.padding, 0);
    if (window.padding > window.kernel / 2)
        throw Error(ProblemKind::Refused, "padding",
                    explain("Problem", "must be at most half of the kernel (%1), is %2",
                            {std::to_string(window.kernel / 2), std::to_string(window.padding)}));
}

Shape Pooling::outputShape(const Shape& input) {
    checkImage(input, m_window);
    return {input[0], m_window.places(input[1]), m_window.places(input[2])};
}

WorkspaceSize MaxPool2d::workspace(const Shape& input) const {
    const std::int64_t outputs = input[0] * m_window.places(input[1]) * m_window.places(input[2]);
    return {.kept = outputs, .scratch = 0};
}

void MaxPool2d::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    kernels().maxPool(poolingShape(m_window, x, y), x.data, y.data, pass.kept);
}

void MaxPool2d::backward(const Pass& pass, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                         const Slice& gradX) const {
    if (gradX.data != nullptr)
        kernels().maxPoolBackward(poolingShape(m_window, gradX, y), gradY.data, pass.kept, gradX.data);
}

void AvgPool2d::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    const std::int64_t channels = (*x.shape)[0];
    const float share = 1.0F / static_cast<float>(m_window.kernel * m_window.kernel);
    std::fill_n(y.data, y.size(), 0.0F);
    for (std::int64_t n = 0; n < x.samples; ++n)
        overWindows(m_window, *x.shape, *y.shape, [&](std::int64_t out, std::int64_t in) {
            const float* __restrict from = x.sample(n) + in;
            float* __restrict to = y.sample(n) + out;
            for (std::int64_t c = 0; c < channels; ++c)
                to[c] += from[c];
        });
    for (std::int64_t i = 0; i < y.size(); ++i)
        y.data[i] *= share;
}

void AvgPool2d::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& y, const Slice& gradY,
                         const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    const std::int64_t channels = (*gradX.shape)[0];
    const float share = 1.0F / static_cast<float>(m_window.kernel * m_window.kernel);
    std::fill_n(gradX.data, gradX.size(), 0.0F);
    for (std::int64_t n = 0; n < gradX.samples; ++n)
        overWindows(m_window, *gradX.shape, *y.shape, [&](std::int64_t out, std::int64_t in) {
            const float* __restrict from = gradY.sample(n) + out;
            float* __restrict to = gradX.sample(n) + in;
            for (std::int64_t c = 0; c < channels; ++c)
                to[c] += share * from[c];
        });
}

Shape GlobalAvgPool2d::outputShape(const Shape& input) {
    checkImage(input, {});
    return {input[0]};
}

void GlobalAvgPool2d::forward(const Pass& /*pass*/, const Slice& x, const Slice& y) const {
    const std::int64_t channels = (*x.shape)[0];
    const std::int64_t pixels = x.sampleSize / channels;
    for (std::int64_t n = 0; n < x.samples; ++n) {
        float* sums = y.sample(n);
        std::fill_n(sums, channels, 0.0F);
        for (std::int64_t pixel = 0; pixel < pixels; ++pixel)
            for (std::int64_t c = 0; c < channels; ++c)
                sums[c] += x.sample(n)[pixel * channels + c];
        for (std::int64_t c = 0; c < channels; ++c)
            sums[c] /= static_cast<float>(pixels);
    }
}

void GlobalAvgPool2d::backward(const Pass& /*pass*/, const Slice& /*x*/, const Slice& /*y*/,
                               const Slice& gradY, const Slice& gradX) const {
    if (gradX.data == nullptr)
        return;
    const std::int64_t channels = (*gradX.shape)[0];
    const std::int64_t pixels = gradX.sampleSize / channels;
    for (std::int64_t n = 0; n < gradX.samples; ++n)
        for (std::int64_t pixel = 0; pixel < pixels; ++pixel)
            for (std::int64_t c = 0; c < channels; ++c)
                gradX.sample(n)[pixel * channels + c] = gradY.sample(n)[c] / static_cast<float>(pixels);
}

} // namespace neurarium
