// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/batch_norm.h"

#include <cmath>

#include "layers/initialization.h"
#include "report/error.h"

namespace neurarium {

BatchNorm::BatchNorm(double momentum, double eps)
    : m_momentum(momentum)
    , m_eps(eps) {
    if (!(momentum >= 0 && momentum <= 1))
        throw Error(ProblemKind::Refused, "momentum",
                    explain("Problem", "must be between 0 and 1, is %1", {std::to_string(momentum)}));
    if (!(eps > 0))
        throw Error(ProblemKind::Refused, "eps",
                    explain("Problem", "must be above 0, is %1", {std::to_string(eps)}));
}

Shape BatchNorm::outputShape(const Shape& input) {
    if (input.rank() != 1 && input.rank() != 3)
        throw Error(ProblemKind::Refused, "",
                    explain("Problem", "needs a list of features or an image (channels×height×width), got %1",
                            {input.text()}));
    m_channels = input[0];
    m_weight.shape = m_bias.shape = m_runningMean.shape = m_runningVariance.shape = {m_channels};
    m_batches.shape = {};
    return input;
}

void BatchNorm::initialize(const RandomStream& /*random*/) {
    fillConstant(m_weight, 1);
    fillConstant(m_bias, 0);
    m_runningMean.value.assign(static_cast<std::size_t>(m_channels), 0.0F);
    m_runningVariance.value.assign(static_cast<std::size_t>(m_channels), 1.0F);
    m_batches.value.assign(1, 0.0F);
}

double BatchNorm::mean(const Pass& pass, std::int64_t channel) const {
    return pass.statistics != nullptr ? pass.statistics[channel]
                                      : m_runningMean.value[static_cast<std::size_t>(channel)];
}

double BatchNorm::inverseDeviation(const Pass& pass, std::int64_t channel) const {
    return pass.statistics != nullptr
               ? pass.statistics[m_channels + channel]
               : 1.0 / std::sqrt(m_runningVariance.value[static_cast<std::size_t>(channel)] + m_eps);
}

ChannelRows BatchNorm::rows(const Slice& x) const {
    return {x.size() / m_channels, m_channels, x.data};
}

void BatchNorm::gatherForward(const Slice& x, double* sums) const {
    kernels().sumChannels(rows(x), sums);
}

void BatchNorm::finishForward(double* sums, const Shape& input, std::int64_t count) {
    const auto numbers = static_cast<double>(count * input.elements() / m_channels);
    m_batches.value[0] += 1;
    for (std::int64_t c = 0; c < m_channels; ++c) {
        const auto at = static_cast<std::size_t>(c);
        const double mu = sums[c] / numbers;
        const double variance = std::fmax(sums[m_channels + c] / numbers - mu * mu, 0.0);
        const double unbiased = numbers > 1 ? variance * numbers / (numbers - 1) : variance;
        m_runningMean.value[at] =
            static_cast<float>((1 - m_momentum) * m_runningMean.value[at] + m_momentum * mu);
        m_runningVariance.value[at] =
            static_cast<float>((1 - m_momentum) * m_runningVariance.value[at] + m_momentum * unbiased);
        sums[c] = mu;
        sums[m_channels + c] = 1.0 / std::sqrt(variance + m_eps);
    }
}

void BatchNorm::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    for (std::int64_t c = 0; c < m_channels; ++c) {
        const auto at = static_cast<std::size_t>(c);
        pass.scratch[c] = static_cast<float>(mean(pass, c));
        pass.scratch[m_channels + c] = static_cast<float>(inverseDeviation(pass, c) * m_weight.value[at]);
    }
    kernels().scaleChannels(rows(x), {pass.scratch, pass.scratch + m_channels, m_bias.value.data()}, y.data);
}

void BatchNorm::gatherBackward(const Pass& pass, const Slice& x, const Slice& gradY, double* sums) const {
    kernels().sumChannelGradients(rows(x), gradY.data, pass.statistics, sums);
}

void BatchNorm::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                         const Slice& gradX) const {
    const bool training = pass.backwardStatistics != nullptr;
    const auto numbers = static_cast<double>(pass.batchSamples * x.sampleSize / m_channels);
    // dL/dγ = Σ gradY·(x − μ)/σ, dL/dβ = Σ gradY: sums over the whole batch, so they are added once, with its
    // first slice.
    if (float* gradGamma = training && pass.firstSample == 0 ? pass.gradient(m_weight) : nullptr)
        for (std::int64_t c = 0; c < m_channels; ++c)
            gradGamma[c] += static_cast<float>(pass.backwardStatistics[m_channels + c]);
    if (float* gradBeta = training && pass.firstSample == 0 ? pass.gradient(m_bias) : nullptr)
        for (std::int64_t c = 0; c < m_channels; ++c)
            gradBeta[c] += static_cast<float>(pass.backwardStatistics[c]);
    if (gradX.data == nullptr)
        return;
    // dL/dx = scale·gradY + slope·(x − μ) + offset, with three numbers a channel.
    for (std::int64_t c = 0; c < m_channels; ++c) {
        const double deviation = inverseDeviation(pass, c);
        const double scale = deviation * m_weight.value[static_cast<std::size_t>(c)];
        pass.scratch[c] = static_cast<float>(mean(pass, c));
        pass.scratch[m_channels + c] = static_cast<float>(scale);
        pass.scratch[2 * m_channels + c] =
            training
                ? static_cast<float>(-scale * deviation * pass.backwardStatistics[m_channels + c] / numbers)
                : 0.0F;
        pass.scratch[3 * m_channels + c] =
            training ? static_cast<float>(-scale * pass.backwardStatistics[c] / numbers) : 0.0F;
    }
    const float* const ofChannels = pass.scratch;
    kernels().channelGradient(rows(x),
                              {.gradY = gradY.data,
                               .mean = ofChannels,
                               .scale = ofChannels + m_channels,
                               .slope = ofChannels + 2 * m_channels,
                               .offset = ofChannels + 3 * m_channels},
                              gradX.data);
}

} // namespace neurarium
