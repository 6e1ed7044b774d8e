// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "kernels/level/packing.h"
#include "kernels/level/sliding_product.h"
#include "kernels/level/table.h"
#include "kernels/level/winograd.h"
#include "kernels/prepared_weights.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

/// The weights [O][C/groups][ky][kx] as panels [tap][c][lane o], group by group.
void packForward(const Convolution& s, const float* weight, float* to) {
    const Index taps = s.kernelHeight * s.kernelWidth;
    const Index depth = taps * s.channels / s.groups;
    const Index outputs = s.outChannels / s.groups;
    for (Index group = 0; group < s.groups; ++group) {
        forEachPanel(outputs, [&](Index column, Index columns, PanelWidth width) {
            const Index lanes = panelLanes(width);
            transposeIntoColumns({.rows = columns,
                                  .order = {.taps = taps, .channels = s.channels / s.groups},
                                  .from = weight + (group * outputs + column) * depth,
                                  .fromStride = depth,
                                  .to = to,
                                  .toStride = lanes,
                                  .padded = lanes});
            to += depth * lanes;
        });
    }
}

/// The taps of a kernel axis that reach the input pixels y = phase, phase + stride, ...: those with
/// (y + padding - k) divisible by the stride, the largest k first, so that the output pixels come in rising
/// order.
struct AxisTaps {
    AxisTaps(Index kernel, Index stride, Index paddedPhase)
        : rest(paddedPhase % stride)
        , count(kernel > rest ? (kernel - rest + stride - 1) / stride : 0)
        , firstOutput(paddedPhase / stride - (count - 1)) {}
    Index tap(Index place, Index stride) const { return rest + (count - 1 - place) * stride; }

    Index rest;
    Index count;
    Index firstOutput; ///< the output pixel under the first tap at the phase's first input pixel
};

/// The taps of both axes for the input pixels (phaseY + i·stride, phaseX + j·stride).
struct PhaseTaps {
    PhaseTaps(const Convolution& s, Index phaseY, Index phaseX)
        : rows(s.kernelHeight, s.stride, phaseY + s.padding)
        , columns(s.kernelWidth, s.stride, phaseX + s.padding) {}
    Index count() const { return rows.count * columns.count; }

    AxisTaps rows, columns;
};

/// The weights as panels [tap][o][lane c] for the taps of one phase.
void packBackward(const Convolution& s, const float* weight, const PhaseTaps& phase, float* to) {
    const Index inputs = s.channels / s.groups;
    const Index outputs = s.outChannels / s.groups;
    const Index taps = s.kernelHeight * s.kernelWidth;
    const Index depth = phase.count() * outputs;
    for (Index group = 0; group < s.groups; ++group) {
        forEachPanel(inputs, [&](Index first, Index count, PanelWidth width) {
            const Index lanes = panelLanes(width);
            std::memset(to, 0, static_cast<std::size_t>(depth * lanes) * sizeof(float));
            for (Index i = 0; i < phase.count(); ++i) {
                const Index ky = phase.rows.tap(i / phase.columns.count, s.stride);
                const Index kx = phase.columns.tap(i % phase.columns.count, s.stride);
                const float* from =
                    weight + group * outputs * inputs * taps + first * taps + ky * s.kernelWidth + kx;
                for (Index o = 0; o < outputs; ++o, to += lanes, from += inputs * taps)
                    for (Index c = 0; c < count; ++c)
                        to[c] = from[c * taps];
            }
        });
    }
}

/// What the prepared forms of a weight depend on, besides the instruction level.
enum class WeightForm { Forward, Backward, WinogradForward, WinogradBackward };
const char kForms[4] = {};

WeightPreparation preparation(WeightForm form, const Convolution& s, const float* weight) {
    return {.kind = &kForms[static_cast<int>(form)],
            .shape = {s.outChannels, s.groups, s.kernelHeight, s.stride},
            .weight = weight,
            .count = s.outChannels * s.channels / s.groups * s.kernelHeight * s.kernelWidth};
}

const float* forwardPanels(const Convolution& s, const float* weight) {
    WeightPreparation wanted = preparation(WeightForm::Forward, s, weight);
    wanted.preparedCount = s.groups * panelFloats(s.outChannels / s.groups, wanted.count / s.outChannels);
    const PreparedWeights prepared = preparedWeights(wanted, s.call);
    if (!prepared.ready)
        packForward(s, weight, prepared.data);
    return prepared.data;
}

const float* backwardPanels(const Convolution& s, const float* weight, const PhaseTaps& phase) {
    const Index outputs = s.outChannels / s.groups;
    WeightPreparation wanted = preparation(WeightForm::Backward, s, weight);
    wanted.shape[4] = phase.rows.rest;
    wanted.shape[5] = phase.columns.rest;
    wanted.preparedCount = s.groups * panelFloats(s.channels / s.groups, phase.count() * outputs);
    const PreparedWeights prepared = preparedWeights(wanted, s.call);
    if (!prepared.ready)
        packBackward(s, weight, phase, prepared.data);
    return prepared.data;
}

const float* winogradPanels(WeightForm form, const Convolution& s, const float* weight) {
    WinogradWeights weights{.weight = weight, .columns = s.outChannels, .depth = s.channels};
    weights.columnStride = s.channels * 9;
    weights.depthStride = 9;
    if (form == WeightForm::WinogradBackward)
        weights = {weight, s.channels, s.outChannels, 9, s.channels * 9, true};
    WeightPreparation wanted = preparation(form, s, weight);
    wanted.preparedCount = winogradFloats(weights);
    const PreparedWeights prepared = preparedWeights(wanted, s.call);
    if (!prepared.ready)
        transformWeights(weights, prepared.data);
    return prepared.data;
}

/// The convolution but for its panels, its output and the place of a sample.
SlidingProduct forwardProduct(const Convolution& s, const float* bias) {
    SlidingProduct p;
    p.height = s.height;
    p.width = s.width;
    p.channels = s.channels;
    p.firstRow = -s.padding;
    p.firstColumn = -s.padding;
    p.step = s.stride;
    p.tapRows = s.kernelHeight;
    p.tapColumns = s.kernelWidth;
    p.groups = s.groups;
    p.bias = bias;
    p.epilogue = s.epilogue;
    p.outRows = s.outHeight;
    p.outColumns = s.outWidth;
    p.outChannels = s.outChannels;
    p.outPixelStride = s.outChannels;
    return p;
}

/// The gradient of the input pixels of one phase, likewise.
SlidingProduct backwardProduct(const Convolution& s, const PhaseTaps& taps, Index phaseY, Index phaseX) {
    SlidingProduct p;
    p.height = s.outHeight;
    p.width = s.outWidth;
    p.channels = s.outChannels;
    p.firstRow = taps.rows.firstOutput;
    p.firstColumn = taps.columns.firstOutput;
    p.tapRows = taps.rows.count;
    p.tapColumns = taps.columns.count;
    p.groups = s.groups;
    p.outRows = (s.height - phaseY + s.stride - 1) / s.stride;
    p.outColumns = (s.width - phaseX + s.stride - 1) / s.stride;
    p.outChannels = s.channels;
    p.outRowStride = s.stride * s.width * s.channels;
    p.outPixelStride = s.stride * s.channels;
    return p;
}

void computePhase(const Convolution& s, const float* gradY, const float* weight, float* gradX, Index phase) {
    const Index phaseY = phase / s.stride, phaseX = phase % s.stride;
    const PhaseTaps taps(s, phaseY, phaseX);
    SlidingProduct p = backwardProduct(s, taps, phaseY, phaseX);
    if (p.outRows <= 0 || p.outColumns <= 0)
        return;
    const bool winograd = isWorthWinograd(s);
    p.panels =
        winograd ? winogradPanels(WeightForm::WinogradBackward, s, weight) : backwardPanels(s, weight, taps);
    for (Index sample = 0; sample < s.samples; ++sample) {
        p.image = gradY + sample * s.outHeight * s.outWidth * s.outChannels;
        p.out = gradX + ((sample * s.height + phaseY) * s.width + phaseX) * s.channels;
        winograd ? computeWinograd(p) : computeSlidingProduct(p);
    }
}

} // namespace

bool poolsInEpilogue(const Convolution& s) {
    return isWorthWinograd(s);
}

void convolve(const Convolution& s, const float* x, const float* weight, const float* bias,
              const ConvolutionOutput& y) {
    const bool winograd = isWorthWinograd(s);
    SlidingProduct p = forwardProduct(s, bias);
    p.panels = winograd ? winogradPanels(WeightForm::WinogradForward, s, weight) : forwardPanels(s, weight);
    const Index scale = s.epilogue == Epilogue::ReluMaxPool ? 2 : 1;
    const Index outSize = (s.outHeight / scale) * (s.outWidth / scale) * s.outChannels;
    p.outRowStride = s.outWidth / scale * s.outChannels;
    for (Index sample = 0; sample < s.samples; ++sample) {
        p.image = x + sample * s.height * s.width * s.channels;
        p.out = y.data + sample * outSize;
        p.places = y.places == nullptr ? nullptr : y.places + sample * outSize;
        winograd ? computeWinograd(p) : computeSlidingProduct(p);
    }
}

void convolveBackwardInput(const Convolution& s, const float* gradY, const float* weight, float* gradX) {
    for (Index phase = 0; phase < s.stride * s.stride; ++phase)
        computePhase(s, gradY, weight, gradX, phase);
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
