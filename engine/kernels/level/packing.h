// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernels/level/panel.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

/// Copies columns of a row-major matrix into a panel: to[k][j] = from[k·stride + j] for j < columns, 0
/// behind.
void packPanel(PanelWidth width, Index rows, Index columns, const float* from, Index stride, float* to);

/// Where the numbers of a weight's row [c][tap] go: to [tap][c]. One tap leaves the order as it is.
struct TapOrder {
    Index taps = 1;
    Index channels = 0;

    Index size() const { return taps * channels; }
};

/// Transposes rows into columns: to[place(q)·toStride + r] = from[r·fromStride + q], where place follows
/// `order`. With `padded` lanes, columns from `rows` up to that number are set to zero.
struct Transposition {
    Index rows = 0;
    TapOrder order;
    const float* from = nullptr;
    Index fromStride = 0;
    float* to = nullptr;
    Index toStride = 0;
    Index padded = 0;
};
void transposeIntoColumns(const Transposition& t);

/// The way back: to[r·toStride + q] = from[place(q)·fromStride + r].
void transposeIntoRows(const Transposition& t);

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
