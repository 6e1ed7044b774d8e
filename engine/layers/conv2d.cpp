// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/conv2d.h"

#include "layers/initialization.h"
#include "layers/window.h"
#include "report/error.h"

namespace neurarium {

Conv2d::Conv2d(const Conv2dOptions& options)
    : m_options(options) {
    checkAtLeast("out_channels", options.outChannels, 1);
    checkAtLeast("kernel", options.kernel, 1);
    checkAtLeast("stride", options.stride, 1);
    checkAtLeast("padding", options.padding, 0);
    checkAtLeast("groups", options.groups, 1);
}

Shape Conv2d::outputShape(const Shape& input) {
    const Window window{m_options.kernel, m_options.stride, m_options.padding};
    checkImage(input, window);
    if (input[0] % m_options.groups != 0 || m_options.outChannels % m_options.groups != 0)
        throw Error(ProblemKind::Refused, "groups",
                    explain("Problem",
                            "%1 groups must divide the channels before (%2) and behind (%3) the layer",
                            {std::to_string(m_options.groups), std::to_string(input[0]),
                             std::to_string(m_options.outChannels)}));
    m_convolution = {.height = input[1],
                     .width = input[2],
                     .channels = input[0],
                     .outChannels = m_options.outChannels,
                     .outHeight = window.places(input[1]),
                     .outWidth = window.places(input[2]),
                     .kernelHeight = m_options.kernel,
                     .kernelWidth = m_options.kernel,
                     .stride = m_options.stride,
                     .padding = m_options.padding,
                     .groups = m_options.groups};
    m_weight.shape = {m_options.outChannels, input[0] / m_options.groups, m_options.kernel, m_options.kernel};
    m_weight.sums = kernels().weightGradientSums(m_convolution);
    m_bias.shape = {m_options.outChannels};
    return {m_options.outChannels, m_convolution.outHeight, m_convolution.outWidth};
}

std::vector<Parameter*> Conv2d::parameters() {
    return m_options.bias ? std::vector{&m_weight, &m_bias} : std::vector{&m_weight};
}

void Conv2d::initialize(const RandomStream& random) {
    const std::int64_t fanIn = m_weight.shape.sample().elements();
    fillUniform(m_weight, random, 0, fanIn);
    if (m_options.bias)
        fillUniform(m_bias, random, 1, fanIn);
}

Convolution Conv2d::convolution(const Pass& pass, std::int64_t samples) const {
    Convolution slice = m_convolution;
    slice.samples = samples;
    slice.call = pass.call;
    return slice;
}

void Conv2d::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    forwardWith(Epilogue::None, pass, x, {.data = y.data});
}

void Conv2d::forwardWith(Epilogue epilogue, const Pass& pass, const Slice& x,
                         const ConvolutionOutput& y) const {
    Convolution slice = convolution(pass, x.samples);
    slice.epilogue = epilogue;
    kernels().convolve(slice, x.data, m_weight.value.data(), m_options.bias ? m_bias.value.data() : nullptr,
                       y);
}

void Conv2d::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                      const Slice& gradX) const {
    // dL/dW[o, c, p, q] = Σ over i, j of gradY[o, i, j] · x[c, i·s + p − pad, j·s + q − pad];  dL/db[o] = Σ
    // gradY[o].
    if (float* gradWeight = pass.gradient(m_weight))
        kernels().convolveBackwardWeight(convolution(pass, x.samples), x.data, gradY.data, gradWeight,
                                         m_options.bias ? pass.gradient(m_bias) : nullptr);
    // dL/dx: each output hands its gradient back through the weights it was made with.
    if (gradX.data != nullptr)
        kernels().convolveBackwardInput(convolution(pass, x.samples), gradY.data, m_weight.value.data(),
                                        gradX.data);
}

void Conv2d::finishGradients(const float* sums, float* gradients) const {
    kernels().finishWeightGradient(m_convolution, sums + m_weight.sumsOffset, gradients + m_weight.offset);
}

} // namespace neurarium
