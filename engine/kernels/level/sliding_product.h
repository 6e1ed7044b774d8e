// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/kernels.h"
#include "kernels/level/panel.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// A rectangle of pixels of a channels-last image. It may reach over the edges, where there are zeros.
struct PixelWindow {
    const float* image = nullptr;
    Index height = 0, width = 0, channels = 0;
    Index firstRow = 0, firstColumn = 0;
    Index rows = 0, columns = 0;

    bool isInside() const;
    const float* begin() const { return image + (firstRow * width + firstColumn) * channels; }
};

/// Pixels somewhere in memory: the first one and how many floats lie between two rows.
struct PixelRows {
    const float* begin = nullptr;
    Index stride = 0;
};

/// The window's pixels where they lie, or copied with zeros around them into this thread's scratch memory.
PixelRows windowRows(const PixelWindow& window);

/// A product of a weight matrix with the pixels under a window that slides over an image: the heart of a
/// convolution (Goodfellow et al. 2016, section 9.1) and of its input gradient. Each tap row is one run of
/// contiguous numbers.
struct SlidingProduct {
    const float* image = nullptr;
    Index height = 0, width = 0, channels = 0;
    Index firstRow = 0, firstColumn = 0; ///< of the image, under the first tap at the first output pixel
    Index step = 1;                      ///< image pixels from one output pixel to the next
    Index tapRows = 1, tapColumns = 1;
    Index groups = 1;
    const float* panels =
        nullptr; ///< for each group and panel: [tap][channel][lane], as packed by the caller
    const float* bias = nullptr;
    Epilogue epilogue = Epilogue::None; ///< pooling with transformed weights only
    float* out = nullptr;
    float* places = nullptr;
    Index outRows = 0, outColumns = 0, outChannels = 0;
    Index outRowStride = 0, outPixelStride = 0; ///< in floats

    /// Floats of one group's panels.
    Index groupPanelFloats() const;
};

void computeSlidingProduct(const SlidingProduct& product);

/// The floats that panels for `columns` columns of `depth` numbers take.
Index panelFloats(Index columns, Index depth);

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
